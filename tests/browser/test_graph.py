"""The drawing of who cites whom: looked through, filtered, clicked on, read."""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import anora_bib as ab
from anora_bib.graph import CitationGraph, Row
from anora_bib.graph.writers import BUILTIN
from anora_bib.model import Place, Relation
from anora_bib.system import resources
from tests.browser.conftest import Open
from tests.browser.contrast import faint

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

WORDS = "She told <img src=x onerror=\"document.title='owned'\"> that “it is so”."


def written(folder: Path, graph: CitationGraph) -> Path:
    file = folder / "graph.html"
    file.write_text(BUILTIN["html"](graph), "utf-8")
    return file


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    essays = [ab.read(path) for path in sorted(resources.shelf().iterdir())]
    return written(tmp_path_factory.mktemp("graph"), ab.cross_reference(essays))


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    row = Row("essay", Relation.CITES, "title/lamps", "Lamps </script>", 3, "short", Place.NOTE, WORDS)
    return written(tmp_path_factory.mktemp("pair"), CitationGraph((row,)))


def settled(page: Page) -> Page:
    page.wait_for_selector("[data-settled]", state="attached")
    page.wait_for_timeout(100)
    return page


def targets(page: Page) -> int:
    return int(page.locator("details.target:visible").count())


def picture(page: Page) -> str:
    """The drawing as an image; "" while it is empty."""
    return str(
        page.evaluate(
            """() => {
              const drawing = document.getElementById("drawing");
              const blank = document.createElement("canvas");
              [blank.width, blank.height] = [drawing.width, drawing.height];
              const shown = drawing.toDataURL();
              return shown === blank.toDataURL() ? "" : shown;
            }"""
        )
    )


def test_a_line_is_clicked_and_the_sentence_read(opened: Open, pair: Path) -> None:
    page = settled(opened(pair))
    assert not page.locator("#reading").is_visible()
    box = page.locator("#drawing").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.locator("#reading .words").text_content() == WORDS
    assert page.text_content("#what") == "essay cites Lamps </script>"
    page.keyboard.press("Escape")
    assert not page.locator("#reading").is_visible()
    assert "owned" not in page.title()


def test_a_node_is_clicked_and_its_sentences_read(opened: Open, pair: Path) -> None:
    page = settled(opened(pair))
    box = page.locator("#drawing").bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    around = ((radius, angle / 20 * pi) for radius in (40, 60, 80, 100) for angle in range(40))
    for radius, angle in around:
        page.mouse.move(middle[0] + radius * cos(angle), middle[1] + radius * sin(angle))
        if page.get_attribute("#drawing", "title") == "essay":
            break
    page.mouse.down()
    page.mouse.up()
    assert page.text_content("#what") == "essay"
    assert page.locator("#reading .words").text_content() == WORDS
    assert page.locator("#reading .where").text_content() == "Lamps </script>, line 3"


def test_relations_are_left_out_of_the_drawing_and_the_index(opened: Open, shelf: Path) -> None:
    page = settled(opened(shelf))
    everything, drawn = targets(page), picture(page)
    page.uncheck("input[value=discusses]")
    page.wait_for_timeout(200)
    assert 0 < targets(page) < everything
    assert picture(page) not in ("", drawn)
    assert page.text_content("#status") == f"{targets(page)} of {everything}"
    page.check("input[value=discusses]")
    assert targets(page) == everything


def test_a_source_is_searched_for(opened: Open, shelf: Path) -> None:
    page = settled(opened(shelf))
    everything = targets(page)
    page.fill("#search", "platform capital")
    assert 0 < targets(page) < everything
    page.locator("details.target:visible summary").first.click()
    assert page.locator("details.target:visible .words").first.is_visible()


def test_the_drawing_is_moved_and_made_larger(opened: Open, shelf: Path) -> None:
    page = settled(opened(shelf))
    before = picture(page)
    page.click("#closer")
    page.wait_for_timeout(200)
    closer = picture(page)
    assert closer not in ("", before)
    page.mouse.move(300, 500)
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(200)
    assert picture(page) not in ("", closer)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_can_be_read_in_every_light_and_on_every_screen(opened: Open, shelf: Path, scheme: str, width: int) -> None:
    page = settled(opened(shelf, color_scheme=scheme, width=width))
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert faint(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_index_can_be_read_without_the_script(opened: Open, shelf: Path) -> None:
    page = opened(shelf, java_script_enabled=False)
    assert not page.locator("#drawing").is_visible()
    page.locator("details.target summary").first.click()
    assert page.locator("details.target .words").first.is_visible()


def test_two_thousand_nodes_are_drawn_soon(opened: Open, tmp_path: Path) -> None:
    rows = [
        Row(f"e{essay}", Relation.CITES, f"title/{source}", f"Title {source}", 1, "", Place.NOTE)
        for essay in range(250)
        for source in {essay % 7, *((essay * 7 + step * step) % 1750 for step in range(16))}
    ]
    page = opened(written(tmp_path, CitationGraph(tuple(rows))))
    page.wait_for_function("document.getElementById('drawing').width > 300")
    page.wait_for_timeout(500)
    assert picture(page), "it is drawn while it moves"
    settled(page)


def test_nothing_to_draw(opened: Open, tmp_path: Path) -> None:
    page = settled(opened(written(tmp_path, CitationGraph())))
    assert "Nothing is cited." in (page.text_content("main") or "")
