"""What pieces of Markdown print."""

from __future__ import annotations

import pytest

from anora_bib.documents.dialects import HTML, MARKDOWN, PLAIN, Dialect, latex
from anora_bib.documents.dialects.words import Words


@pytest.mark.parametrize(
    ("markup", "runs", "in_latex"),
    [
        ("Not so.", (Words("Not so."),), "Not so."),
        ("", (), ""),
        (
            "Not *so* but _so_.",
            (Words("Not "), Words("so", emphasis=True), Words(" but "), Words("so", emphasis=True), Words(".")),
            r"Not \emph{so} but \emph{so}.",
        ),
        (
            "**So *very* much**",
            (
                Words("So ", strong=True),
                Words("very", emphasis=True, strong=True),
                Words(" much", strong=True),
            ),
            r"\textbf{So }\textbf{\emph{very}}\textbf{ much}",
        ),
        (
            "2 * 3 * 4 and snake_case_word",
            (Words("2 * 3 * 4 and snake_case_word"),),
            r"2 * 3 * 4 and snake\_case\_word",
        ),
        (r"\*not so\* &amp; R&D", (Words("*not so* & R&D"),), r"*not so* \& R\&D"),
        (
            "see [*her* site](https://e.org/a_b%20c)",
            (
                Words("see "),
                Words("her", emphasis=True, address="https://e.org/a_b%20c"),
                Words(" site", address="https://e.org/a_b%20c"),
            ),
            r"see \href{https://e.org/a\_b\%20c}{\emph{her}}\href{https://e.org/a\_b\%20c}{ site}",
        ),
        (
            "<https://e.org/~me>",
            (Words("https://e.org/~me", address="https://e.org/~me"),),
            r"\href{https://e.org/~me}{https://e.org/\textasciitilde{}me}",
        ),
        ("`a_b` so", (Words("a_b", code=True), Words(" so")), r"\texttt{a\_b} so"),
        ("one\n\n  two", (Words("one\n\ntwo"),), "one\n\ntwo"),
        ("H<sub>2</sub>O [^4]", (Words("H<sub>2</sub>O [^4]"),), None),
    ],
)
def test_words(markup: str, runs: tuple[Words, ...], in_latex: str | None) -> None:
    assert MARKDOWN.words(markup) == runs
    if in_latex is not None:
        assert latex.words(runs) == in_latex


@pytest.mark.parametrize("dialect", [PLAIN, HTML], ids=lambda it: it.name)
def test_text_that_is_no_markup_prints_itself(dialect: Dialect) -> None:
    assert dialect.words("*so* &amp;") == (Words("*so* &amp;"),)
    assert dialect.words("") == ()
