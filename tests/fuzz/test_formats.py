"""Whatever a bibliography file holds, it is loaded or refused, and what was loaded can be written and printed."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anora_bib.errors import InputError
from anora_bib.formats import Loaded, Loader
from anora_bib.formats.base import ReadAndWritten
from anora_bib.formats.builtin import BUILTIN
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.losses import Telling, unwritten
from anora_bib.model import Library
from tests.fuzz.support import HOSTILE, fuzz, mutated

READ = [format for format in BUILTIN if isinstance(format, Loader)]
WRITTEN = [format for format in BUILTIN if isinstance(format, ReadAndWritten)]
ONLY_WRITTEN = [format for format in BUILTIN if isinstance(format, Telling)]

BIB = r"""@string{verso = "Verso"}
@xdata{house, publisher = verso, location = {London}}
@book{mac2018, author = {Mac, Juno and family=Smith, given=Molly}, title = {{R}evolting \emph{Prostitutes}},
  xdata = {house}, year = 2018, month = nov, note = "On \cite{x}"}
@incollection{part, crossref = {mac2018}, author = {Jean de La Fontaine}, pages = {3--7}, date = {2001-05~/2002}}
"""
JSON = r"""[{"id": "a", "type": "book", "title": "On <i>Anora</i> \ud83d", "volume": 1.5,
 "author": [{"family": "Mac", "given": "Juno"}, {"literal": "Zero"}], "issued": {"date-parts": [[2001, "May"], [2002]]},
 "custom": {"shelf": [1, {"x": true}]}}, {"id": 7, "type": null, "issued": {"raw": "2001-02"}}]
{"items": [{"id": "b"}]}"""
YAML = """---
references:
- id: a
  type: book
  volume: !!int iv
  issued: {year: 2001, month: may, circa: true}
  author: [{family: Mac, given: Juno}]
- id: b
  title: "x \\ud800"
---
- {id: c, accessed: 2001-02-03}
"""
RIS = """TY  - JOUR
AU  - Mac, Juno, Jr.
TI  - A title
PY  - 2001
DA  - 2001/05/03/spring
SP  - 3
EP  - 9
UR  - https://a.example
UR  - https://b.example
N1  - ISBN: 123
ER  -
"""
ENW = "%0 Journal Article\n%A Roe, Kim\n%T Ten\n%D 2014\n%8 May 3\n%N 3\n%P 1-9\n%@ 0046-3663\n"
NBIB = "PMID- 12\nFAU - Roe, Kim\nAU  - Roe K\nTI  - Ten\n      and five\nLID - 10.1000/x [doi]\nLA  - eng\n"
WOS = "PT J\nAU Roe, K\n   Poe, L\nTI Ten\nBP 1\nEP 9\nPD MAY-JUN\nPY 2014\nER\n\nEF\n"
ENDNOTE = """<xml><records><record><ref-type name="Book">6</ref-type><contributors><authors><author>Roe, Kim</author>
</authors></contributors><titles><title>Ten</title></titles><dates><year>2014</year></dates></record></records></xml>"""
MODS = """<mods ID="a"><titleInfo><title>Ten</title></titleInfo><name type="personal">
<namePart>Roe, Kim</namePart></name>
<relatedItem type="host"><part><detail type="volume"><number>4</number></detail></part></relatedItem></mods>"""
WIKI = """* {{cite book |last1=Roe |first1=[[Kim Roe|Kim]] |title=''Ten'' {{!}} &amp; [five] |date=May–June 2014
|pages=1–9 |url=https://a.example/?b=c |x=y}}
<ref name="z">{{Citation |people=Poe, A (director) |chapter=Six |title=Ten}}</ref>"""
SAMPLES = {"bibtex": BIB, "biblatex": BIB, "csl-json": JSON, "yaml": YAML, "ris": RIS, "enw": ENW, "nbib": NBIB,
           "wos": WOS, "wikipedia": WIKI, "endnote-xml": ENDNOTE, "mods": MODS}  # fmt: skip


def loaded(format: Loader, text: str) -> Loaded:
    try:
        return format.load(text, "refs")
    except InputError as error:
        str(error).encode("utf-8")
        return Loaded(())


@pytest.mark.parametrize("format", READ, ids=lambda it: it.name)
@fuzz(30)
@given(data=st.data())
def test_a_broken_file(format: Loader, data: st.DataObject) -> None:
    text = data.draw(mutated([SAMPLES[format.name]]))
    read = loaded(format, text)
    for problem in read.diagnostics:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        problem.message.encode("utf-8")
    library = Library(read.entries)
    for other in WRITTEN:
        written = other.dump(library)
        written.encode("utf-8")
        assert len(loaded(other, written).entries) == len(read.entries), other.name
        unwritten(library, other)
    for telling in ONLY_WRITTEN:
        telling.dump(library).encode("utf-8")
        unwritten(library, telling)


JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(HOSTILE), st.text(max_size=4)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["family", "given", "literal", "date-parts", "year", "month", "day", "season", "circa", "raw"]
            ),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)
ITEMS = st.dictionaries(
    st.sampled_from(
        ["id", "type", "title", "author", "issued", "volume", "custom", "keyword", "accessed", "x", "page"]
    ),
    JSON_VALUES,
    max_size=5,
)


@fuzz(30)
@given(items=st.lists(ITEMS, max_size=3))
@example(items=[{"issued": {"date-parts": [[float("inf")]]}}])
@example(items=[{"issued": {"date-parts": [["9" * 5000]]}, "volume": int("9" * 4000)}])
@example(items=[{"id": {"x": 1}, "title": ["\ud800"], "\udfff": "x"}])
def test_json_values_of_any_kind(items: list[dict[str, object]]) -> None:
    read = loaded(CslJson(), json.dumps(items))
    told = len(read.diagnostics)
    assert len(read.entries) + told >= len(items), "an item is an entry or a diagnostic"
    for format in WRITTEN:
        format.dump(Library(read.entries)).encode("utf-8")
