"""The page to paste an essay into: marks, fixes, bibliography, BibTeX and graph, with the program that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from anora_bib.system import resources
from anora_bib.web.desk import Desk
from anora_bib.web.serving import LocalServer
from tests.browser.conftest import Open
from tests.browser.contrast import faint

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

ESSAY = sorted(resources.shelf().iterdir())[2]
HOSTILE = (
    "# <script>document.title = 'owned'</script>\n\n"
    "She told <img src=x onerror=\"document.title='owned'\">Variety5 so.\n\n"
    "[^1]: Roe, Jane. <style>body { display: none }</style> *Lamps*. 2009.\n"
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalServer(Desk()) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


def pasted(page: Page, text: str) -> Page:
    page.fill("#text", text)
    until(page, "/finding|fine/.test(document.getElementById('state').textContent)")
    return page


def until(page: Page, expression: str, seconds: int = 20) -> None:
    """Wait until it is true. The policy of the page lets no test look from within it, as playwright does."""
    deadline = monotonic() + seconds
    while not page.evaluate(expression):
        assert monotonic() < deadline, f"never: {expression}"
        page.wait_for_timeout(50)


def count(page: Page) -> int:
    return int(page.locator("details.card").count())


def walk_through(page: Page) -> None:
    """Everything that a person does with an essay, from pasting it to looking at its graph."""
    pasted(page, ESSAY.read_text("utf-8"))
    everything = count(page)
    assert page.locator("a.mark").count() >= everything > 1
    page.locator("a.mark").first.click()
    card = page.locator("details.card.here")
    assert card.locator(".more").is_visible()
    card.locator("button.apply").click()
    until(page, f"document.querySelectorAll('details.card').length === {everything - 1}")
    assert (page.text_content("#state") or "").startswith("1 fix applied.")
    mended = page.input_value("#text")
    assert mended != ESSAY.read_text("utf-8")
    page.click("#fix-safe")
    until(page, "document.getElementById('fix-safe').disabled")
    assert 0 < count(page) < everything - 1
    page.click("#undo")
    until(page, "!document.getElementById('fix-safe').disabled")
    assert page.input_value("#text") == mended
    page.click("#tab-list")
    until(page, "document.getElementById('bibliography').shadowRoot?.textContent.includes('Perella')")
    page.select_option("#style", "ieee")
    until(page, "document.getElementById('bibliography').shadowRoot.textContent.includes('V. Perella')")
    page.click("#tab-export")
    until(page, "document.getElementById('exported').textContent.startsWith('@')")
    page.select_option("#to", "ris")
    until(page, "document.getElementById('exported').textContent.startsWith('TY')")
    page.click("#tab-graph")
    drawing = page.frame_locator("#drawing")
    drawing.locator("details.target").first.wait_for()
    assert drawing.locator("h1").text_content() == "Who cites whom"


def test_an_essay_is_pasted_mended_and_listed(opened: Open, address: str) -> None:
    walk_through(opened(address))


def test_a_file_is_opened_and_its_name_tells_the_format(opened: Open, address: str, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(
        "@book{roe, author = {Roé, J.}, title = {Lamps}, pages = {3-9}}".encode("cp1252")
    )
    page = opened(address)
    page.set_input_files("#file", tmp_path / "refs.bib")
    page.wait_for_selector("details.card")
    assert "Roé" in page.input_value("#text")
    page.click("#tab-export")
    until(page, "document.getElementById('exported').textContent.includes('Lamps')")
    page.click("#tab-graph")
    until(page, "document.getElementById('state').textContent.includes('cites nobody')")


def test_a_style_is_found_and_one_is_brought_along(opened: Open, address: str) -> None:
    page = pasted(opened(address), ESSAY.read_text("utf-8"))
    page.click("#tab-list")
    page.fill("#find-style", "american anthropological")
    until(page, "document.getElementById('style').selectedOptions[0].text.includes('Anthropological')")
    page.set_input_files("#style-file", min(resources.styles().glob("*.csl")))
    until(page, "document.getElementById('style').selectedOptions[0].text.endsWith('.csl')")
    until(page, "document.getElementById('bibliography').shadowRoot?.textContent.includes('Perella')")


def test_it_works_by_keyboard_alone(opened: Open, address: str) -> None:
    page = opened(address)
    page.focus("#text")
    page.keyboard.insert_text(ESSAY.read_text("utf-8"))
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("details.card")
    everything = count(page)
    page.focus("#tab-look")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.text_content("#status") == f"2 of {everything}"
    page.keyboard.press("a")
    until(page, f"document.querySelectorAll('details.card').length === {everything - 1}")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY", "the next finding has the focus"
    page.focus("#tab-look")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.id") == "tab-graph"
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#tab-look", "aria-selected") == "true"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_can_be_read_in_every_light_and_on_every_screen(opened: Open, address: str, scheme: str, width: int) -> None:
    page = opened(address, color_scheme=scheme, width=width)
    assert faint(page) == []
    pasted(page, ESSAY.read_text("utf-8"))
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert faint(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for tab, filled in (("list", "#bibliography"), ("export", "#exported")):
        page.click(f"#tab-{tab}")
        page.wait_for_selector(filled)
        assert faint(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_hostile_essay_is_only_read(opened: Open, address: str) -> None:
    page = pasted(opened(address), HOSTILE)
    for tab in ("list", "export", "graph"):
        page.click(f"#tab-{tab}")
        page.wait_for_timeout(300)
    assert "owned" not in page.title()
    page.click("#tab-look")
    assert "document.title = 'owned'" in (page.text_content("#look") or "")
