"""Other citation keys in documents: the keys change, and nothing else."""

from __future__ import annotations

import pytest

import anora_bib as ab

KEYS = {"k1": "k1a", "roe2001": "Roe:2001"}

LATEX = [
    (r"\cite{k1}", r"\cite{k1a}"),
    (r"\cite[see][p.~3]{k1, roe2001,other}", r"\cite[see][p.~3]{k1a, Roe:2001,other}"),
    (r"\parencites(a)(b)[c]{k1}{zz}[4]{roe2001}", r"\parencites(a)(b)[c]{k1a}{zz}[4]{Roe:2001}"),
    (r"\autocite*{k1} and \nocite{k1}", r"\autocite*{k1a} and \nocite{k1a}"),
    (r"\Textcite{k1}'s k1 in \emph{k1}", r"\Textcite{k1a}'s k1 in \emph{k1}"),
    (r"\citation{k1}", r"\citation{k1a}"),
    (r"\cite{k1}{k1}", r"\cite{k1a}{k1}"),
]
PANDOC = [
    ("[@k1, p. 3; -@roe2001]", "[@k1a, p. 3; -@Roe:2001]"),
    ("@k1: so @{k1}.", "@k1a: so @{k1a}."),
    ("me@k1 \\@k1 @k12 @k1.2", "me@k1 \\@k1 @k12 @k1.2"),
]


@pytest.mark.parametrize(("before", "after"), LATEX)
def test_latex(before: str, after: str) -> None:
    assert ab.rename_keys(before, KEYS, latex=True) == after


@pytest.mark.parametrize(("before", "after"), PANDOC)
def test_pandoc(before: str, after: str) -> None:
    assert ab.rename_keys(before, KEYS) == after
