from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.documents.dialects import bibtex, latex

SPECIAL = "\\^~#$%&_{}<>|`\"'-,[]"
TEXTS = st.text(st.sampled_from(SPECIAL + "a \n\x00\u00a0é"), max_size=12)
WRITTEN = re.compile(r"\\[a-z]+\{\}|\\[%&$#_{},]|\{\}|[^\\^#$%&_{}<>|`\"\x00]", re.ASCII)
"""A command that takes no argument, an escaped sign, an empty group, or a letter that means nothing to TeX."""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (r"C:\temp", r"C:\textbackslash{}temp"),
        ("2^10 ~ 10%", r"2\textasciicircum{}10 \textasciitilde{} 10\%"),
        ("a_b & {c} #1 $5", r"a\_b \& \{c\} \#1 \$5"),
        ("<b>|x", r"\textless{}b\textgreater{}\textbar{}x"),
        ("p. 5--6, ''so'' ,,so", "p. 5-{}-6, '{}'so'{}' ,{},so"),
        ("one\n\ntwo\x07", "one\n\ntwo"),
        ("a\u00a0b", "a~b"),
    ],
)
def test_text(text: str, written: str) -> None:
    assert latex.text(text) == written


@given(TEXTS)
def test_no_text_is_markup(text: str) -> None:
    written = latex.text(text)
    assert "".join(WRITTEN.findall(written)) == written
    assert not re.search(r"--|''|,,", written)


@given(TEXTS)
def test_no_text_ends_an_argument(text: str) -> None:
    written = latex.argument(text)
    assert "\n" not in written
    assert not re.search(r"[\[\]]", written) or (written[0], written[-1]) == ("{", "}")


def test_the_address_of_a_link_is_not_kept_apart() -> None:
    assert latex.apart(r"\href{https://x.org/a--b}{a--b}") == r"\href{https://x.org/a--b}{a-{}-b}"


@pytest.mark.parametrize("sign", bibtex.SIGNS)
def test_braces_balance_in_a_value(sign: str) -> None:
    written = bibtex.SIGNS[sign]
    assert written.count("{") == written.count("}")
    assert r"\{" not in written


def test_every_sign_of_a_text_is_one_of_a_value() -> None:
    assert {*latex.COMMANDS, *latex.BACKSLASHED, *"{}"} <= set(bibtex.SIGNS)
