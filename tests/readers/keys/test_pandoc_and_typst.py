"""Citation keys of Markdown and of Typst."""

from __future__ import annotations

import pytest

from anora_bib.readers.keys import cites_by_keys, read_keys

PANDOC = [
    ("[@a, p. 3; see -@b]", "a b", ""),
    ("@a says so.", "", "a"),
    ("[see @{https://example.org/x}]", "https://example.org/x", ""),
    ("`[@a]` ``[@`b]`` [@c]", "c", ""),
    ("```\n[@a]\n```\n[@b]", "b", ""),
    ("~~~~ {.r}\n[@a]\n~~~\n~~~~\n[@b]", "b", ""),
    ("<!-- [@a] --> [@b]", "b", ""),
    ("me@example.org, https://example.org/@a, [x](https://example.org/@a)", "", ""),
    ("Thanks to [@jane](https://example.org/jane) and [@joe].\n\n[@joe]: https://example.org/joe", "", ""),
    ("See @fig-one, [@eq:two] and \\@ref(tab:x).", "", ""),
    ("a `tick, [@a]\n\nand another ` tick", "a", ""),
]


@pytest.mark.parametrize(("text", "sure", "unsure"), PANDOC)
def test_markdown(text: str, sure: str, unsure: str) -> None:
    keys = read_keys(text, "essay.md").keys
    assert [key.key for key in keys if key.sure] == sure.split()
    assert [key.key for key in keys if not key.sure] == unsure.split()
    assert all(text[key.span.start : key.span.end] == key.key for key in keys)


def test_the_head_of_a_document() -> None:
    text = '---\nbibliography: [a.bib, "b.json"]\nnocite: |\n  @x, @y\nreferences:\n- id: own\n---\n@z\n'
    read = read_keys(text, "essay.md")
    assert [one.name for one in read.libraries] == ["a.bib", "b.json"]
    assert [(key.key, key.sure) for key in read.keys] == [("x", True), ("y", True), ("z", True)]
    assert [text[key.span.start : key.span.end] for key in read.keys] == ["x", "y", "z"]
    assert read.own == {"own"}
    assert read_keys("---\nnocite: '@*'\n---\n", "essay.qmd").everything
    assert read_keys("@z", "essay.qmd").keys[0].sure


def test_typst() -> None:
    text = """\
#bibliography(("refs.bib", "more.yml"))
#include "chapters/one.typ"
= On Editing <intro>
@roe2009[p. 3] and @intro, #cite(<poe:2010>, form: "prose"). `@code` me\\@x
// @comment https://example.org
/* @block */ see https://example.org/x @after.
"""
    read = read_keys(text, "paper.typ")
    assert [key.key for key in read.keys if key.key not in read.own] == ["roe2009", "poe:2010", "after"]
    assert [one.name for one in read.libraries] == ["refs.bib", "more.yml"]
    assert [one.name for one in read.parts] == ["chapters/one.typ"]


def test_which_documents_cite_by_keys() -> None:
    assert [path for path in ("a.tex", "a.AUX", "a.Rmd", "a.typ", "a.html", "a.bib") if cites_by_keys(path)] == [
        "a.tex",
        "a.AUX",
        "a.Rmd",
        "a.typ",
    ]
