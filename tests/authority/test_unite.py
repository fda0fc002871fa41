"""Libraries united into one: what becomes one entry, what of each field, and which keys are others now."""

from __future__ import annotations

import pytest

from anora_bib.authority.unite import unite
from anora_bib.formats.bibtex import BibTeX
from anora_bib.model import Library


def load(path: str, text: str) -> Library:
    loaded = BibTeX().load(text, path)
    return Library(loaded.entries, loaded.diagnostics, loaded.blocks)


MINE = """@string{up = "Univ. Press"}
@book{Roe:2001, author = {Roe, A.}, title = {The {HBO} Years}, publisher = up, year = 2001, keywords = {film}}
@article{k1, author = {Poe, Bo}, title = {Something else}, journal = {Z}, year = 2011}
@article{k2, author = {Poe, Bo}, title = {Something else}, journal = {Z}, year = 2011}
"""
HERS = """@book{roe2001, author = {Roe, Ann}, title = {The {HBO} Years}, year = 2001, keywords = {theory, film},
  note = {n}}
@article{k1, author = {Doe, Jo}, title = {On Editing}, journal = {Quarterly}, year = 2010}
"""


def test_two_libraries() -> None:
    merged = unite([load("mine.bib", MINE), load("hers.bib", HERS)])
    assert [entry.key for entry in merged.library] == ["Roe:2001", "k1", "k2", "k1a"], "none of one library is merged"
    assert merged.keys == {"hers.bib": {"roe2001": "Roe:2001", "k1": "k1a"}}
    [union] = merged.unions
    assert (union.old, union.new, union.path, union.line) == ("roe2001", "Roe:2001", "hers.bib", 1)
    told = {change.variable: (change.how, change.name) for change in union.changes}
    assert told == {
        "author": ("kept beside", "author-2"),
        "keyword": ("united", ""),
        "note": ("added", ""),
        "ids": ("added", ""),
    }
    written = " ".join(BibTeX().dump(merged.library).split())
    for part in ('@string{up = "Univ. Press"}', "publisher = up", "{The {HBO} Years}", "keywords = {film, theory}",
                 "ids = {roe2001}", "author-2 = {Roe, Ann}", "note = {n}"):  # fmt: skip
        assert part in written
    assert "hers.bib: the key k1 is now k1a" in merged.report()


APART = [
    ("one PDF", "@article{a, author={Ray, Ana}, title={Coordinators}, journal={T}, pages={3}, url={http://x.org/g.pdf}}",
     "@article{b, author={Lee, Bo}, title={Chair's report}, journal={T}, pages={3--5}, url={http://x.org/g.pdf}}"),
    ("an ISBN on articles", "@article{a, author={Dun, L.}, title={Carriers}, journal={N}, isbn={978-3-16-148410-0}}",
     "@article{b, author={Eck, Y.}, title={Growth}, journal={N}, isbn={978-3-16-148410-0}}"),
    ("chapters",
     "@incollection{a, author={Ash, I.}, title={Wool}, booktitle={P}, pages={8--9}, isbn={978-3-16-148410-0}}",
     "@incollection{b, author={Oak, T.}, title={Guano}, booktitle={P}, pages={6--7}, isbn={978-3-16-148410-0}}"),
    ("editions", "@book{a, author={Roe, A.}, title={Film Form}, year=1999, edition={1}}",
     "@book{b, author={Roe, A.}, title={Film Form}, year=2009, edition={2}}"),
    ("volumes", "@book{a, author={Roe, A.}, title={Works}, volume=1, isbn={978-3-16-148410-0}}",
     "@book{b, author={Roe, A.}, title={Works}, volume=2, isbn={978-3-16-148410-0}}"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "one", "other"), APART)
def test_what_stays_apart(reason: str, one: str, other: str) -> None:
    merged = unite([load("a.bib", one), load("b.bib", other)])
    assert [entry.key for entry in merged.library] == ["a", "b"], reason
    assert not merged.unions
    assert not merged.keys
