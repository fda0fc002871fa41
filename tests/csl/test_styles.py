"""Finding styles by name, file and text."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.csl.aliases import SHORT_NAMES
from anora_bib.csl.styles import Style, search_styles
from anora_bib.errors import InputError, UnknownNameError

NS = "http://purl.org/net/xbiblio/csl"


@pytest.mark.parametrize("name", sorted(SHORT_NAMES))
def test_every_short_name_loads(name: str) -> None:
    style = Style.load(name)
    assert style.title
    assert "<citation" in style.xml
    assert style.kind in ("note", "in-text")


def test_a_dependent_style_is_its_parent_under_its_own_title() -> None:
    style = Style.load("new-review-of-film-and-television-studies")
    assert style.title == "New Review of Film and Television Studies"
    assert style.parent
    assert "<bibliography" in style.xml


def test_text_and_file(tmp_path: Path) -> None:
    own = Style.load("film-essay")
    assert Style.load(own.xml).title == own.title
    file = tmp_path / "mine.csl"
    file.write_text(own.xml, "utf-8")
    assert (Style.load(file).name, Style.load(str(file)).path) == ("mine", str(file))


def test_unknown_names_get_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'chicago'"):
        Style.load("chicgo")
    with pytest.raises(UnknownNameError, match="modern-language-association"):
        Style.load("modern-language-asociation")


BAD = [
    ("<style", "style:1:1: is not XML"),
    ("<a/>", "style:1: is not a CSL style: its root is <a>"),
    (f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><style xmlns="{NS}">&e;</style>', "style:1: declares a"),
    ("no/such.csl", "no/such.csl: no such file"),
]


@pytest.mark.parametrize(("source", "message"), BAD)
def test_bad_styles(source: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        Style.load(source)
    assert str(caught.value).startswith(message)


def test_a_missing_parent(tmp_path: Path) -> None:
    file = tmp_path / "orphan.csl"
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/no-such-style-at-all"/>'
    file.write_text(f'<style xmlns="{NS}"><info><title>O</title>{link}</info></style>', "utf-8")
    with pytest.raises(InputError, match="depends on the style 'no-such-style-at-all'"):
        Style.load(file)


def test_lists() -> None:
    names = [style.name for style in search_styles()]
    assert "film-essay" in names
    assert set(SHORT_NAMES) <= set(names)
    found = {style.name: style for style in search_styles("film television studies")}
    assert found["new-review-of-film-and-television-studies"].title == "New Review of Film and Television Studies"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("chicago-note-bibliography", "chicago-shortened-notes-bibliography"),
        ("Chicago-Fullnote-Bibliography", "chicago-notes-bibliography"),
        ("harvard1", "harvard-cite-them-right"),
    ],
)
def test_a_style_that_was_renamed_is_found_under_its_old_name(old: str, new: str) -> None:
    assert Style.load(old).name == new
