"""A small word or a sign that stands twice in a reference.

## What it finds

In notes and works cited: an article, preposition or conjunction that is followed by itself ("chap. 7 in in"), a comma
or stop behind another one (",,", ",.", "Ibid..", a stop before and behind a quotation mark), and a conjunction with a
comma behind it between two names ("Roe and, Jane Doe,"), and a preposition with a comma behind it before a name and a
title ("quoted in, Jane Doe, *Oil*"). Words that may stand twice ("die die", "that that") are left
alone.

## Why it matters

It is a slip; programs take the second one for a part of the title or of the name.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, "Lamps," chap. 7 in in *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, "Lamps," chap. 7 in *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## How it is fixed

By hand: a word may be missing between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.spans import Span

_SMALL: Final = language.pattern(sorted(language.vocabulary("never_doubled")))
_CONJUNCTIONS: Final = language.vocabulary("conjunctions")
_AND: Final = language.pattern(sorted(_CONJUNCTIONS))
_IN: Final = language.pattern(sorted(language.vocabulary("lead_within") | language.vocabulary("lead_to_names")))
_LATIN: Final = language.pattern(sorted(language.vocabulary("latin_behind_in")))
"""What makes one phrase with the second "in": "engaging in in camera review"."""
_CAPITAL: Final = r"[^\W\d_a-z][^\W\d_]{1,30}"
_DOUBLED: Final = re.compile(
    rf"(?<![\w'\u2019-])(?P<word>(?i:{_SMALL}))\s(?P=word)(?![\w'\u2019-]|\W{{1,3}}(?:{_LATIN})\b)"
    r"|(?<=\w\.)[\"\u201d]\.(?=[\s;,]|$)|(?<=\w['\u2019]\.)[\"\u201d]\.(?=[\s;,]|$)|(?<=\w),,(?=\s)|(?<=\w),\.(?=\s|$)|(?<=[\w)])(?<!\.\w)\.\.(?=\s(?![.\s])|$)"
    rf"|(?<=[^\W\d_]\s)(?:{_AND}),(?=\s{_CAPITAL}\s{_CAPITAL}[,.])"
    rf"|(?<=[^\W\d_]\s)(?:{_IN}),(?=\s(?:{_CAPITAL}\s){{1,2}}{_CAPITAL},\s{{1,5}}\\?[\"\u201c\u00ab*_\[])"
)
_FAMILY: Final = re.compile(rf"{_CAPITAL}\s$")
_AROUND: Final = 24


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each small word or sign that stands twice."""
    text = apparatus.derived(without_markup)
    for passage in references_as_printed(apparatus):
        for match in _DOUBLED.finditer(text, passage.start, passage.end):
            before = text[max(passage.start, match.start() - _AROUND) : match.start()]
            conjunction = match[0].endswith(",") and match[0][:-1] in _CONJUNCTIONS
            if conjunction and not _FAMILY.search(before):
                continue  # "gods and, Jane Roe says, men"
            around = text[max(passage.start, match.start() - _AROUND) : min(passage.end, match.end() + _AROUND)]
            yield Finding(Span(*match.span()), f"{quoted(match[0])} is one too many in {quoted(around)}")


RULE = Rule.documented("N020", "doubled-word", __doc__, check)
