"""What holds for every essay made live: markers have places of their own, and no edit runs into another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anora_bib.api as ab
from anora_bib.live.syntax import BUILTIN
from tests.lint.essays import DOE, ROE
from tests.lint.pipeline import read, understand, workspace

_LABEL = st.sampled_from(["1", "2", "3", "4"])
_WRAPS = st.sampled_from(
    [
        *("[{}]", r"\[{}\]", "^{}^", "[^{}]", "({})", "*{}*", "<sup>{}</sup>", "<sup class='n'>{}</sup>"),
        *("[{}](#fn{n})", "[{}](#sdfootnote{n}sym)", '<a href="#fn{n}">{}</a>', "(note {})", '"{}"', "”{}"),
    ]
)
_SEVERAL = st.sampled_from(["1, 2", "1,3", "2-4", "1–4", "1][2", "2–4, 1", "¹", "²³"])


@st.composite
def _marker(draw: st.DrawFn) -> str:
    """A number, or several, in up to three signs of a marker, one around another."""
    label = draw(_LABEL)
    sign = draw(st.one_of(st.just(label), _SEVERAL))
    for wrap in draw(st.lists(_WRAPS, max_size=3)):
        sign = wrap.format(sign, n=label)
    return sign


_WORDS = st.sampled_from(
    [
        *(
            "The harbour was lit",
            " so it is said",
            ".",
            ", ",
            "; ",
            " ",
            "\n\n",
            "“it is so”",
            " (Roe 2009)",
            " Roe (2009, 4)",
        ),
        *(
            " (Roe 2009",
            ")",
            " (see Doe 2010",
            "^[",
            "]",
            "> ",
            "- ",
            "![",
            "](a.png)",
            "`",
            "## Notes\n\n",
            "# Works cited\n\n",
        ),
        *(
            "[^1]: ",
            "[2]: ",
            "1. ",
            "[3] ",
            "<li id='fn1'>",
            "</li>",
            "<p>",
            "((",
            "))",
            "[@roe]",
            "Ibid., 4",
            ROE,
            DOE,
        ),
    ]
)
_LIST = st.sampled_from(
    [
        f"\n\n[1] {ROE}\n[2] {DOE}\n[3] Ibid., 7.\n[4] Thanks to all.\n",
        f"\n\n[^1]: {ROE}\n[^2]: See {DOE}\n[^3]: Roe, *Book*, 9; {DOE}\n[^4]: Ibid.\n",
        f"\n\n## Notes\n\n1. {ROE}\n2. {DOE}\n3. Ibid.\n4. See note 2.\n",
        f"\n\n## Works cited\n\n- {ROE}\n- {DOE}\n",
        "",
    ]
)
_ESSAYS = st.tuples(st.lists(st.one_of(_marker(), _WORDS), max_size=14), _LIST).map(
    lambda it: "".join(("So", *it[0], it[1]))
)


@settings(max_examples=150)
@given(_ESSAYS, st.sampled_from(["markdown", "plain"]))
def test_markers_stand_apart(text: str, reader: str) -> None:
    for one, other in pairwise(understand(text, reader=reader).markers):
        assert one.span == other.span or one.span.end <= other.span.start


@pytest.mark.parametrize("syntax", sorted(BUILTIN))
@settings(max_examples=150)
@given(_ESSAYS, st.sampled_from(["markdown", "plain"]))
def test_any_essay_is_made_live(syntax: str, text: str, reader: str) -> None:
    assert ab.make_live(read(text, reader), syntax=syntax, workspace=workspace()).text
