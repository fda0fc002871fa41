"""A headless Chromium, driven by playwright; without the one or the other these tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip(f"none of {', '.join(PROGRAMS)} is installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Open]:
    """What opens the page of a file, or an address. At the end nothing may have gone wrong in it.

    Nor may it have asked a server for anything, but for what is below the address.
    """
    contexts: list[Any] = []
    trouble: list[str] = []
    home: list[str] = []

    def open(where: Path | str, **options: Any) -> Page:
        home[:] = [where] if isinstance(where, str) else []
        context = chromium.new_context(viewport={"width": options.pop("width", 1280), "height": 800}, **options)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: asked(request.url))
        page.goto(where if isinstance(where, str) else where.as_uri())
        return page

    def asked(address: str) -> None:
        if not address.startswith(("file:", "data:", "blob:", "about:", *home)):
            trouble.append(f"asked for {address}")

    yield open
    for context in contexts:
        context.close()
    assert trouble == []
