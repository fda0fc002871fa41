"""Bounded fuzz tests: the same few examples in every run, and as many others as are asked for.

``ANORA_FUZZ_EXAMPLES`` multiplies the number of examples of each test, ``ANORA_FUZZ_SEED`` chooses others than the
usual ones; ``.ci/fuzz`` sets both.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st

_TIMES: Final = int(os.environ.get("ANORA_FUZZ_EXAMPLES", "1"))
_SEED: Final = os.environ.get("ANORA_FUZZ_SEED", "")

HOSTILE: Final = (
    "[^1]", "[1]", "[99]", "\n\n", "\n", "\t", " " * 40, "# ", "> " * 9, "- ", "---\n", "...\n", "* * *",
    "\u21a9\ufe0e", "\u201c", "\u201d", "\u2019", '"', "'", "(", ")", "{", "}", "[", "]", "<", ">", "&",
    "&#11;", "&#x110000;", "</p>", "<!--", "-->", "<sup>", "\\", "\\u", "%", "$", "#", "@", "=", ",", ";", ":",
    "|", "~", "^", "_", "*", "\0", "\x1b[2J", "\x0b", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\u0301",
    "\U0001f600", "\u00df", "\u0130", "\u4e2d", "9" * 60, "-", "\u2013", "0", "-1", "1e999", "2024",
    "2024-13-45", "null", "true", "!!int ", "&a ", "*a", "Ibid.", "See note 1.", "and", "others", "ER  - \n",
    "TY  - ", "}, {", "pp. 1-2", "https://example.org/a_(b)", "10.1000/182", "van ",
)  # fmt: skip
"""What files are broken with: the signs of all formats, characters that act, numbers that are none."""

Test = TypeVar("Test", bound=Callable[..., Any])


def fuzz(examples: int) -> Callable[[Test], Test]:
    """A test of so many examples, always the same ones unless a seed is given."""

    def decorate(test: Test) -> Test:
        bounded = settings(
            derandomize=not _SEED,
            max_examples=examples * _TIMES,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )(test)
        return seed(int(_SEED))(bounded) if _SEED else bounded

    return decorate


@st.composite
def mutated(draw: st.DrawFn, samples: Sequence[str], most: int = 5) -> str:
    """One of the samples with up to ``most`` changes: text put in, taken out, said twice, moved or cut off."""
    text = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(0, most))):
        text = draw(st.sampled_from(_CHANGES))(draw, text)
    return text


def _place(draw: st.DrawFn, text: str) -> int:
    return draw(st.integers(0, len(text)))


def _insert(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    piece = draw(st.one_of(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE), st.text(max_size=3)))
    return text[:at] + piece + text[at:]


def _remove(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] + text[at + draw(st.integers(1, 12)) :]


def _repeat(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    end = at + draw(st.integers(1, 40))
    return text[:end] + text[at:end] * draw(st.integers(1, 3)) + text[end:]


def _swap_lines(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _cut(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] if draw(st.booleans()) else text[at:]


_CHANGES: Final = (_insert, _insert, _insert, _remove, _repeat, _swap_lines, _cut)
