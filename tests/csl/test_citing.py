"""One citation of entries of a library, from Python and from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.cli.session import Session

BIB = """@book{night, author = {Doe, Ann}, title = {Night Trains}, year = 2001, publisher = {Low}}
@book{day, author = {Doe, Ann}, title = {Day Trains}, year = 2001, publisher = {Low}}
@book{halt, author = {Roe, Bo}, title = {Halt}, year = 2002, publisher = {Low}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return path


CITED: tuple[tuple[list[str], dict[str, object], str], ...] = (
    (["halt"], {"style": "apa", "locator": "p. 12"}, "(Roe, 2002, p. 12)"),
    (["night"], {"style": "apa"}, "(Doe, 2001b)"),
    (["halt"], {"style": "ieee"}, "[3]"),
    (
        ["night", "halt"],
        {"style": "apa", "locator": ["", "chap. 3"], "prefix": "see"},
        "(see Doe, 2001b; Roe, 2002, Chapter 3)",
    ),
    (["halt"], {"style": "apa", "mode": "composite", "infix": "argues"}, "Roe argues (2002)"),
    (["halt"], {"style": "apa", "mode": "suppress-author"}, "(2002)"),
    (
        ["halt"],
        {"style": "chicago-notes", "locator": "4", "suffix": "and passim"},
        "Bo Roe, Halt (Low, 2002), 4 and passim.",
    ),
)


@pytest.mark.parametrize(("keys", "options", "expected"), CITED)
def test_a_citation_is_that_of_the_librarys_bibliography(
    keys: list[str], options: dict[str, object], expected: str, file: Path
) -> None:
    library = ab.load(file)
    assert ab.cite(library, keys, **options) == expected  # type: ignore[arg-type]
    words = ["cite", *keys, "--library", str(file)]
    for name, value in options.items():
        for one in value if isinstance(value, list) else [value]:
            words += [f"--{name}", str(one)]
    ran = CliRunner().invoke(main, words, obj=Session())
    assert (ran.exit_code, ran.stdout) == (0, f"{expected}\n")


def test_what_cannot_be_cited_is_refused(file: Path) -> None:
    library = ab.load(file)
    with pytest.raises(ab.UnknownNameError, match="no entry 'nigt'; did you mean 'night'"):
        ab.cite(library, "nigt")
    with pytest.raises(ab.UnknownNameError, match="no mode"):
        ab.cite(library, "night", mode="loud")
    with pytest.raises(ab.InputError, match="2 locators for 1 keys"):
        ab.cite(library, "night", locator=["1", "2"])
    with pytest.raises(ab.UnsupportedError):
        ab.cite(library, "night", mode="composite", engine="citeproc-py")


def test_short_forms_come_from_a_list(file: Path, tmp_path: Path) -> None:
    file.write_text("@article{wick, author = {Doe, Ann}, title = {Wicks}, journal = {Journal of Lamps}}", "utf-8")
    short, style = tmp_path / "short.json", tmp_path / "short.csl"
    short.write_text('{"default": {"container-title": {"journal of lamps": "J. Lamps"}}}', "utf-8")
    style.write_text(
        """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>S</title></info>
        <citation><layout><text variable="container-title" form="short"/></layout></citation></style>""",
        "utf-8",
    )
    assert ab.cite(ab.load(file), "wick", style=str(style), abbreviations=short) == "J. Lamps"
    words = ["cite", "wick", "--library", str(file), "-s", str(style), "--abbreviations", str(short)]
    ran = CliRunner().invoke(main, words, obj=Session())
    assert (ran.exit_code, ran.stdout) == (0, "J. Lamps\n")
    with pytest.raises(ab.UnsupportedError, match="makes no parts, annotations and abbreviations"):
        ab.cite(ab.load(file), "wick", engine="citeproc-py", abbreviations=short)


def test_a_citation_of_nothing_is_refused() -> None:
    with pytest.raises(ab.InputError, match="no key is given; name an entry of the library"):
        ab.cite(ab.load_text(BIB), [])
