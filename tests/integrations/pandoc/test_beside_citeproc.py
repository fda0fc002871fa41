"""Documents beside ``pandoc --citeproc``: the same words, but where we mean to do otherwise."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from anora_bib.assembly.workspace import default_workspace
from anora_bib.csl.styles import Style
from anora_bib.integrations.pandoc.filter import filtered
from anora_bib.integrations.pandoc.tree import Tree
from tests.integrations.pandoc.documents import BIB

pytestmark = [
    pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here"),
    pytest.mark.timeout(240),
]

HEAD: Final = "---\nbibliography: refs.bib\n{}---\n\n"
DOCUMENTS: Final = {
    # what it is about -> front matter, text
    "one and several": ("", "So [@doe2001]; so [@doe2001; @roe2002]."),
    "locators": ("", "[@doe2001, pp. 3-5] [@roe2002, 12] [@doe2001{ii}] [@doe2001, {p. xii} of it] [@doe2001, § 4, 5]"),
    "affixes": ("", "[see @doe2001, p. 3, and *elsewhere*; also @roe2002] [cf. @roe2002, passim]"),
    "authors in the text": ("", "@doe2001 says, and @roe2002 [p. 4] too; @doe2001 [p. 2; @roe2002] agrees."),
    "no authors": ("", "Doe [-@doe2001, p. 3] and [-@roe2002]."),
    "notes": ("", "A.^[See @doe2001 [p. 3].] B [@roe2002].^[So [@roe2002, 4].]\n\nC.^[Before [@doe2001, 5], after.]"),
    "punctuation": ("", "“A door” [@doe2001]. A lamp [@roe2002, 3], or two [@doe2001]; *three* [@roe2002]!"),
    "everything listed": ("nocite: '@*'\n", "Nothing."),
    "a heading": ("reference-section-title: Works\n", "[@doe2001]\n\n# One\n\n[@roe2002]"),
    "a place for the list": ("", "[@doe2001]\n\n::: {#refs}\n:::\n\n# After\n\n[@roe2002]"),
    "no list": ("suppress-bibliography: true\n", "[@doe2001]"),
    "blocks": (
        "",
        "> [@doe2001]\n\n- [@roe2002, 3]\n- x\n\n| a | b |\n|---|---|\n| [@doe2001] | c |\n\nT\n:   [@roe2002]",
    ),
    "German": ("lang: de\n", "So [vgl. @doe2001, S. 12] und [@roe2002]."),
    "an unknown key": ("", "So [@none2000], and [@doe2001; @none2000]."),
    "its own entry": (
        "references:\n- {id: own, type: book, title: 'On *Halts*', author: {family: Roe, given: Bo}, issued: 1999}\n",
        "So [@own, 3], [@own] and @doe2001.",
    ),
    "in metadata": ("title: Doors in @doe2001\nabstract: So [@roe2002].\n", "Text [@doe2001]."),
}
STYLES: Final = ("apa", "ieee", "modern-humanities-research-association")
MHRA: Final = STYLES[-1]
_SIGNS: Final = "no space is left before the sign of a note"
_PAGES: Final = "pages of an article are pp."
_LANGUAGE: Final = "a title in English is one, whatever the language of the document"
_UNKNOWN: Final = "an unknown key stands inside the brackets or the sentence of its citation"
_AFTER: Final = "the sign of a note stands behind punctuation behind a name as well"
OTHERWISE: Final = {
    ("locators", MHRA): _SIGNS,
    ("punctuation", MHRA): _PAGES,
    ("authors in the text", MHRA): _PAGES,
    ("blocks", MHRA): _PAGES,
    ("German", "apa"): _LANGUAGE,
    ("German", "ieee"): _LANGUAGE,
    ("an unknown key", "ieee"): _UNKNOWN,
    ("an unknown key", MHRA): _UNKNOWN,
    ("its own entry", MHRA): _AFTER,
}
"""Where we do otherwise, and why."""


def pandoc(*arguments: str, given: str = "") -> str:
    """What pandoc prints."""
    ran = subprocess.run(["pandoc", *arguments], input=given, capture_output=True, text=True, timeout=100, check=True)
    return ran.stdout


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_words_are_those_of_citeproc(
    name: str, style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    front, text = DOCUMENTS[name]
    # Titles of three words and more: of shorter ones we do not tell how they were meant.
    (tmp_path / "refs.bib").write_text(BIB.replace("Night Trains", "The Night Trains of the North"), "utf-8")
    (tmp_path / "essay.md").write_text(HEAD.format(front) + text, "utf-8")
    (tmp_path / "style.csl").write_text(Style.load(style).xml, "utf-8")
    monkeypatch.chdir(tmp_path)
    plain = ["--csl", "style.csl", "-s", "-t", "plain", "--wrap=none"]
    tree = Tree.read(pandoc("essay.md", "--csl", "style.csl", "-t", "json"))
    ours = pandoc("-f", "json", *plain, given=filtered(tree, default_workspace(), ()).tree.write())
    theirs = pandoc("essay.md", *plain, "--citeproc")
    assert (ours == theirs) is ((name, style) not in OTHERWISE), f"{ours}\n{theirs}"
