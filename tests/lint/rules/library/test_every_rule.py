"""What holds for every rule about citation keys."""

from __future__ import annotations

import pkgutil
import re

import pytest

from anora_bib.documents.document import Document
from anora_bib.lint.citing import Citing, KnownEntry, KnownLibrary
from anora_bib.lint.rule import LibraryRule
from anora_bib.lint.rules.builtin import LIBRARY
from anora_bib.lint.rules.library import keys
from anora_bib.lint.rules.library.keys import unknown_key
from anora_bib.readers.keys import read_keys
from anora_bib.text.spans import TextSpan

HEADINGS = ["What it finds", "Why it matters", "Example", "Instead", "How it is fixed"]


@pytest.mark.parametrize("rule", LIBRARY, ids=lambda rule: rule.code)
def test_its_words_and_file_agree(rule: LibraryRule) -> None:
    assert rule.check.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
    assert re.findall(r"^## (.+)$", rule.doc, re.MULTILINE) == HEADINGS
    assert 10 < len(rule.summary) < 100


def test_every_file_is_registered_in_the_order_of_the_codes() -> None:
    assert {rule.name.replace("-", "_") for rule in LIBRARY} == {it.name for it in pkgutil.iter_modules(keys.__path__)}
    assert [rule.code for rule in LIBRARY] == sorted({rule.code for rule in LIBRARY})


NEAR = [
    ("smith2000", "smith2001 jones1999", "smith2001"),
    ("smith2000", "smith2000deep smith2000a", "smith2000a smith2000deep"),
    ("smtih2000", "smith2000", "smith2000"),
    ("abc", "xyz abcdefgh", ""),
    ("müller:2010", "mueller:2010 Muller:2010", "Muller:2010 mueller:2010"),
]


@pytest.mark.parametrize(("key", "known", "near"), NEAR)
def test_keys_that_are_nearly_the_same(key: str, known: str, near: str) -> None:
    entries = tuple(KnownEntry(one, TextSpan(0, 0)) for one in known.split())
    citing = Citing((read_keys(f"\\cite{{{key}}}", "a.tex"),), (KnownLibrary(Document("refs.bib", ""), entries),))
    ((_, finding),) = unknown_key.check([citing])
    assert re.findall("“([^”]+)”", finding.message)[1:] == near.split()
