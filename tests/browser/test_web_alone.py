"""The page that runs Python in the browser, with the network off: it asks for nothing once it has been loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from anora_bib.web.desk import Desk
from anora_bib.web.serving import LocalServer
from tests.browser.conftest import Open
from tests.browser.test_web import until, walk_through

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

BUILT = Path(__file__).parents[2] / "web" / "dist"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if not (BUILT / "packages.zip").is_file():
        pytest.skip("python3 web/build.py makes the page")
    with LocalServer(Desk(), built=BUILT) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


def test_an_essay_is_mended_and_listed_with_the_network_off(opened: Open, address: str) -> None:
    page = opened(address)
    until(page, "document.getElementById('state').textContent === 'Ready'", seconds=120)
    page.context.set_offline(True)
    walk_through(page)


def test_a_case_of_law_is_read_without_what_is_compiled(opened: Open, address: str) -> None:
    page = opened(address)
    page.fill("#text", "It was so held.[1]\n\nNotes\n\n1. Lamb v. Wick, 410 U.S. 113, 116 (1973).\n")
    page.click("#tab-export")
    until(page, "document.getElementById('exported').textContent.includes('Lamb v. Wick')", seconds=120)
    assert "U.S." in (page.text_content("#exported") or "")
