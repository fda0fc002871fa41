"""How soon the page answers that runs Python in the browser: when it is opened, and warm, after a change.

``python web/build.py``, then ``python -m tests.benchmarks.web_speed [FILE ...]`` prints for a headless Chromium the
seconds until the page is ready, until a pasted essay shows its findings, and until it does so again after each of some
changes. Without a FILE it is an essay of 5,000 words that is made up. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from anora_bib.web.desk import Desk
from anora_bib.web.serving import LocalServer
from tests.benchmarks.commits import ROOT
from tests.benchmarks.essay_texts import of_words

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHANGES: Final = 5
_SHOWN: Final = """([text, name]) => new Promise((resolve) => {
    const state = document.getElementById('state'), area = document.getElementById('text'), start = performance.now();
    area.value = text;
    document.getElementById('format').value = name;
    document.getElementById('check').click();
    const watch = new MutationObserver(() => {
        if (!/All fine|finding/.test(state.textContent)) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve((performance.now() - start) / 1000)));
    });
    watch.observe(state, { childList: true });
})"""
"""Pastes a text, asks, and counts the seconds until what comes back has been painted."""
_NAMES: Final = {".md": "essay.md", ".txt": "essay.txt", ".html": "essay.html", ".bib": "library.bib"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="essays")
    options = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with LocalServer(Desk(), built=ROOT / "web" / "dist") as server, sync_playwright() as driver:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(server.address)
        page.locator("#state", has_text="Ready").wait_for(timeout=120_000)
        print(f"ready {time.perf_counter() - start:.2f} s")
        for file in options.files or [None]:
            text = file.read_text("utf-8") if file else of_words(5_000)
            told = _told(page, text, _NAMES.get(file.suffix, "") if file else "essay.md")
            print(f"{file.name if file else 'made up'}, {len(text.split()):,} words: {told}")
        browser.close()
        server.shutdown()


def _told(page: Page, text: str, name: str) -> str:
    first, *warm = [page.evaluate(_SHOWN, [f"{text}{' ' * number}", name]) for number in range(CHANGES + 1)]
    return f"first {first:.2f} s, warm {' '.join(f'{seconds:.2f}' for seconds in warm)}"


if __name__ == "__main__":
    main()
