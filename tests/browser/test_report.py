"""The report as a reader meets it: found, filtered, walked through, opened, copied from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from anora_bib.system import resources
from tests.browser.conftest import Open
from tests.browser.contrast import faint

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

HOSTILE = (
    "# <script>document.title = 'owned'</script>\n\n"
    "She told <img src=x onerror=\"document.title='owned'\">Variety5 that “it is so”.\n\n"
    "[^1]: Roe, Jane. <style>body { display: none }</style> *Lamps*. 2009.\n"
)


def written(folder: Path, *paths: str | Path, to: str = "report.html") -> Path:
    target = folder / to
    arguments = ["check", *map(str, paths), "--output-format", "html", "-o", str(target)]
    done = CliRunner().invoke(main, [*arguments, "--pedantic"])
    assert done.exit_code in (0, 1), done.output
    return target


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("report"), resources.shelf())


def shown(page: Page) -> int:
    number: int = page.locator("details.card:visible").count()  # where playwright is not installed, it has no types
    return number


def test_findings_are_filtered_by_severity_rule_and_file(opened: Open, report: Path) -> None:
    page = opened(report)
    everything = shown(page)
    page.uncheck("input[name=severity][value=warning]")
    assert 0 < shown(page) < everything
    page.check("input[name=severity][value=warning]")
    page.select_option("select[name=rule]", "M003")
    assert {card.get_attribute("data-rule") for card in page.locator("details.card:visible").all()} == {"M003"}
    assert page.text_content("#status") == f"{shown(page)} of {everything} shown"
    page.select_option("select[name=rule]", "")
    page.select_option("select[name=file]", "p3")
    assert [one.get_attribute("id") for one in page.locator("section.page:visible").all()] == ["p3"]
    page.select_option("select[name=file]", "")
    assert shown(page) == everything


def test_a_mark_is_clicked_and_its_finding_opens(opened: Open, report: Path) -> None:
    page = opened(report)
    mark = page.locator("a.mark").nth(2)
    card = page.locator(f"#f{(mark.get_attribute('data-findings') or '').split()[0]}")
    assert card.get_attribute("open") is None
    mark.click()
    assert card.get_attribute("open") is not None
    assert card.locator(".more").is_visible()


def test_the_keyboard_walks_opens_and_copies(opened: Open, report: Path) -> None:
    page = opened(report)
    page.select_option("select[name=rule]", "M003")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.text_content("#status") == "1 of 3"
    assert page.locator("details.card[open]").count() == 1
    assert page.locator("details.card.here").is_visible()
    page.keyboard.press("c")
    page.wait_for_function("document.querySelector('details.here button.copy').textContent === 'Copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "“Helping Remove the Stigma.”[4] It is a modest aim" in copied
    assert "\n" not in copied
    page.keyboard.press("Escape")
    assert page.locator("details.card[open]").count() == 0


def test_a_fix_is_copied_by_its_button(opened: Open, report: Path) -> None:
    page = opened(report)
    card = page.locator("details.card", has_text="M004").first
    card.locator("summary").click()
    card.locator("button.copy").click()
    page.wait_for_function("document.querySelector('#status').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Baker told IndieWire[6] that")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_can_be_read_in_every_light_and_on_every_screen(opened: Open, report: Path, scheme: str, width: int) -> None:
    page = opened(report, color_scheme=scheme, width=width)
    page.evaluate("for (const card of document.querySelectorAll('details')) card.open = true")
    assert faint(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_can_be_read_without_its_script(opened: Open, report: Path) -> None:
    page = opened(report, java_script_enabled=False)
    assert not page.locator("#tools").is_visible()
    assert not page.locator("button.copy").first.is_visible()
    card = page.locator("details.card").first
    card.locator("summary").click()
    assert card.locator(".more").is_visible()


def test_a_print_has_the_evidence(opened: Open, report: Path) -> None:
    page = opened(report, color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert faint(page) == [], "on paper the colours are those of the day"
    assert not page.locator("#tools").is_visible()
    assert page.locator(".more").first.is_visible()


def test_a_hostile_essay_is_only_read(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "essay.md").write_text(HOSTILE, "utf-8")
    page = opened(written(tmp_path, tmp_path / "essay.md"))
    assert "owned" not in page.title()
    assert page.locator("main").is_visible()
    assert "document.title = 'owned'" in (page.text_content("main") or "")


def test_an_index_leads_to_the_files_and_back(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    page = opened(written(tmp_path, resources.shelf(), to="pages") / "index.html")
    page.click("text=The Wedding Tapes")
    assert shown(page) > 10
    page.keyboard.press("j")
    assert (page.text_content("#status") or "").startswith("1 of ")
    page.click("text=All files")
    assert page.locator("h1").text_content() == "What is wrong, and where"
