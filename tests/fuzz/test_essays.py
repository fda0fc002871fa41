"""Whatever an essay holds, it is read, checked, repaired and linked, and the repair settles."""

from __future__ import annotations

import warnings
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import anora_bib.api as ab
from anora_bib.errors import AnoraBibError, DamagedTextWarning
from anora_bib.graph.writers import BUILTIN as GRAPHS
from anora_bib.model import Essay
from tests.fuzz.support import fuzz, mutated

PLAIN = """The Door

By Ann Doe, 3 May 2024

The film ends at a door.[1] \u201cA door is a verdict\u201d2, says Mark Fisher. In Tangerine (2015)
nobody knocks (Grant 2014, 12). See Juno Mac\u2019s Revolting Prostitutes 3 for more.

[1] Fisher, Mark. Capitalist Realism. Zero Books. 2009.
[2] Ibid., p. 12; Grant, Melissa Gira. Playing the Whore. Verso, 2014.
- Doe, Ann (2024). \u201cA Long Title of a Piece\u201d. Variety. \u21a9\ufe0e
[4] See note 1.

Works Cited

Fisher, Mark. Capitalist Realism. Zero Books. 2009.
Anora, directed by Sean Baker (Neon 2024).
"""
MARKDOWN = """---
title: "The Door: A Film"
author: Ann Doe
date: 2024-05-03
---

# The *Door*

> The film ends at a door.[^1] It ends[^note] well [4](#fn4).

![A still from Anora.[5]](a.jpg)

## Notes

[^1]: Fisher, Mark. *Capitalist Realism*. Zero Books. 2009.
[^note]: Fisher, ibid., 12. Accessed 3 March 2001.
    Second line, https://example.org/a_b.

1. Doe, Ann. "Title". Variety. 2020. \u21a9\ufe0e
"""
HTML = """<!doctype html><html lang="en"><head><title>The Door</title><meta name="author" content="Ann Doe"></head>
<body>
<h1>The Door</h1><p>The film ends<sup id="r1"><a href="#fn1">1</a></sup> at a &ldquo;door&rdquo;, as he told
<i>Variety</i>.<a href="#fn2">[2]</a></p><!-- x --><ol><li id="fn1" value="1">Fisher, Mark.
<em>Capitalist Realism</em>. Zero Books. 2009. <a href="#r1">\u21a9</a></li><li id="fn2">Ibid.</li></ol></body></html>
"""
SAMPLES = {"plain": PLAIN, "markdown": MARKDOWN, "html": HTML}


def read(text: str, reader: str) -> Essay | None:
    try:
        return ab.read_text(text, reader=reader, path=f"essay.{reader}")
    except AnoraBibError:
        return None


@pytest.mark.parametrize("reader", SAMPLES)
@fuzz(20)
@given(data=st.data())
def test_a_broken_essay_is_read_and_understood(reader: str, data: st.DataObject) -> None:
    essay = read(data.draw(mutated([SAMPLES[reader]])), reader)
    if essay is None:
        return
    found = ab.apparatus(essay)
    size = len(essay.text)
    spans = [note.span for note in found.notes] + [marker.span for marker in found.markers]
    spans += [listed.span for listed in found.works_cited] + [reference.span for reference in found.references]
    spans += [mention.span for mention in found.mentions] + [named.span for named in found.attributions]
    assert all(0 <= span.start <= span.end <= size for span in spans)
    for problem in ab.check(found):
        assert problem.start.line >= 1
        problem.message.encode("utf-8")
    graph = ab.cross_reference([found])
    for write in GRAPHS.values():
        write(graph).encode("utf-8")


@pytest.mark.parametrize("reader", SAMPLES)
@fuzz(12)
@given(data=st.data())
def test_a_repair_settles_and_makes_no_new_kind_of_finding(reader: str, data: st.DataObject) -> None:
    settles(data.draw(mutated([SAMPLES[reader]], most=3)), reader)


DANGLING = """- Roe, Kim (2023). \u201cAn Even Longer Title of a Piece on Corridors\u201d. Sight and Sound. \u21a9\ufe0e
The corridors.
- Hoberman, Jim (2023). \u21a9\ufe0e
- Roe, Kim (2023). \u201cAn Even Longer Title of a Piece on Corridors\u201d. Sight and Sound
"""


@pytest.mark.parametrize("text", [DANGLING, PLAIN, MARKDOWN.replace("4](#fn4)", "1](#fn1)")])
def test_texts_that_once_did_not_settle(text: str) -> None:
    settles(text, "plain")


def settles(text: str, reader: str) -> None:
    essay = read(text, reader)
    if essay is None:
        return
    before = Counter(problem.code for problem in ab.check(essay))
    fixed = ab.fix(essay, unsafe=True)
    after = Counter(problem.code for problem in fixed.remaining)
    assert set(after) <= set(before), f"{set(after) - set(before)} only after the fix"
    again = read(fixed.text, reader)
    assert again is not None
    assert ab.fix(again, unsafe=True).text == again.source, "nothing is left to repair"


@pytest.mark.parametrize("syntax", ["pandoc", "latex", "html"])
@fuzz(12)
@given(data=st.data())
def test_live_citations(syntax: str, data: st.DataObject) -> None:
    reader = data.draw(st.sampled_from(["plain", "markdown"]))
    essay = read(data.draw(mutated([SAMPLES[reader]], most=3)), reader)
    if essay is None:
        return
    try:
        live = ab.make_live(essay, syntax=syntax)
    except AnoraBibError:
        return
    live.text.encode("utf-8")
    assert len({entry.key for entry in live.library}) == len(live.library)


REFERENCES = (
    "Fisher, Mark. Capitalist Realism: Is There No Alternative? Zero Books, 2009, pp. 12-15.",
    "See e.g. Mac and Smith, \u201cWho Decides?\u201d, Film Quarterly 12, no. 3 (May 2018): 4\u20139, doi:10.1000/182.",
    "42 U.S.C. \u00a7 1983 (2018); Roe v. Wade, 410 U.S. 113 (1973); ibid.",
    "Anora. Directed by Sean Baker, Neon, 2024. Accessed 3 May 2024. https://example.org/a.",
)


@fuzz(40)
@given(text=mutated(REFERENCES))
@example(text="\ud800")
@example(text="")
def test_a_broken_reference_is_parsed(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DamagedTextWarning)
        entries = ab.parse(text)
    for entry in entries:
        if entry.span:
            assert 0 <= entry.span.start <= entry.span.end <= len(text)
        str(entry.to_csl()).encode("utf-8")
