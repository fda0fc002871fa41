"""``anora-bib format --links``: what is written in each format, and who says that it cannot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.cli.session import Session

ITEMS = [
    {"id": "a", "type": "webpage", "title": "Doors", "URL": "https://e.org/a_b?c=1&d=2"},
    {"id": "b", "type": "article-journal", "title": "Windows", "container-title": "Glass", "DOI": "10.1000/x_y"},
    {"id": "c", "type": "webpage", "title": "Script", "URL": "javascript:alert(1)"},
    {"id": "d", "type": "webpage", "title": "Quotes", "URL": "https://e.org/\"}><b>{\\x'"},
]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    file = tmp_path / "library.json"
    file.write_text(json.dumps(ITEMS), "utf-8")
    return file


def run(arguments: Sequence[object], folder: Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], obj=Session(folder=folder))


# The page, the DOI and the page whose address needs encoding, as each format writes where they lead to.
LINKED = {
    "html": (
        '<a href="https://e.org/a_b?c=1&amp;d=2">',
        '<a href="https://doi.org/10.1000/x_y">https://doi.org/10.1000/x_y</a>',
        '<a href="https://e.org/%22%7D%3E%3Cb%3E%7B%5Cx%27">',
    ),
    "markdown": (
        "](<https://e.org/a_b?c=1&amp;d=2>)",
        r"[https://doi.org/10.1000/x\_y](<https://doi.org/10.1000/x_y>)",
        "](<https://e.org/%22%7D%3E%3Cb%3E%7B%5Cx%27>)",
    ),
    "latex": (
        r"\href{https://e.org/a\_b?c=1\&d=2}{",
        r"\href{https://doi.org/10.1000/x\_y}{https://doi.org/10.1000/x\_y}",
        r"\href{https://e.org/\%22\%7D\%3E\%3Cb\%3E\%7B\%5Cx\%27}{",
    ),
    "rst": (
        " <https://e.org/a_b?c=1&d=2>`__",
        r"`https://doi.org/10.1000/x\_y <https://doi.org/10.1000/x_y>`__",
        " <https://e.org/%22%7D%3E%3Cb%3E%7B%5Cx%27>`__",
    ),
    "rtf": (
        r'{\field{\*\fldinst{HYPERLINK "https://e.org/a_b?c=1&d=2"}}{\fldrslt ',
        r'{\field{\*\fldinst{HYPERLINK "https://doi.org/10.1000/x_y"}}{\fldrslt https://doi.org/10.1000/x_y}}',
        r'{\field{\*\fldinst{HYPERLINK "https://e.org/%22%7D%3E%3Cb%3E%7B%5Cx%27"}}{\fldrslt ',
    ),
}
BEGINNINGS = {"html": "<a ", "markdown": "](", "latex": r"\href", "rst": ">`__", "rtf": "HYPERLINK"}


@pytest.mark.parametrize("to", LINKED)
def test_links_of_addresses_and_of_nothing_else(to: str, library: Path, tmp_path: Path) -> None:
    made = run(["format", library, "-s", "apa", "-t", to, "--links"], tmp_path)
    assert made.exit_code == 0
    assert [link for link in LINKED[to] if link not in made.output] == []
    assert made.output.count(BEGINNINGS[to]) == len(LINKED[to])
    assert BEGINNINGS[to] not in run(["format", library, "-s", "apa", "-t", to], tmp_path).output


def test_plain_text_has_no_links(library: Path, tmp_path: Path) -> None:
    asked, plain = (run(["format", library, *more], tmp_path) for more in (["--links"], []))
    assert (asked.exit_code, asked.output) == (0, plain.output)


def test_the_file_of_settings_may_ask_for_links(library: Path, tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('links = true\nto = "html"\n', "utf-8")
    assert '<a href="https://e.org/a_b?c=1&amp;d=2">' in run(["format", library], tmp_path).output


def test_an_engine_without_links_is_one_line(library: Path, tmp_path: Path) -> None:
    made = run(["format", library, "--links", "--engine", "citeproc-py"], tmp_path)
    assert made.exit_code == 2
    assert made.output.endswith(
        "Error: the engine 'citeproc-py' makes no links; ask for none, or take the engine 'anora'\n"
    )


def test_from_python(library: Path) -> None:
    loaded = ab.load(library)
    assert '<a href="https://doi.org/10.1000/x_y">' in ab.format(loaded, style="apa", to="html", links=True)
    assert "<a " not in ab.format(loaded, style="apa", to="html")
