"""A note that only says that something is still to come.

## What it finds

Notes that are a reminder: "[citation needed]", "TK", "???", "add source", "Beleg fehlt", "à compléter", "I should look
this up again". In other notes and in listed works the places that were left to be filled in: ``[??]``, ``[CITE]``,
``[confirm names]``, ``[page TK]``, "p. xxx", the marks of a title with nothing in them, nothing between a comma and the
full stop.

## Why it matters

What was meant for the author's desk has gone into print.

## Example

    The film took two years.[1]

    ## Notes

    [1] TK add source

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. *A Long Book*. Example Press, 2009.

## How it is fixed

By hand: only the author knows the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anora_bib import language
from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.gaps import GAP
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_THING = r"(?:an? |the )?(?:citation|source|reference|ref|cite|page number|page|date)s?"
_REMINDER = lazy(
    rf"(?:{_THING} (?:needed|missing|to come|tk)|(?:add|find|check|insert|need|needs) {_THING}"
    rf"|{language.pattern(language.phrases('reminders'))}"
    rf"|tb[acd]|tk(?:tk)?|todo|to do|fixme|xxx+|to come|lorem ipsum|{_THING})\b",
    re.IGNORECASE,
)
_POINT = (
    rf"(?:this|that|it|these|them|whether|where|who|with|against|(?:the )?(?:quot\w{{2,6}}|wording|spelling)|{_THING})"
)
_ERRAND = lazy(
    r"(?:(?:I|we)(?:(?:\u2019|')ll)? (?:(?:still|really) )?(?:should|must|will|ought to|have to|need to|want to)? ?"
    r"|(?:must|need to|remember to|please|still to) )?"
    rf"(?:(?:double-?|re-?)?(?:check|verify|confirm) {_POINT}|look (?:(?:this|that|it|these|them) )?up"
    rf"|track (?:this|it) down|find (?:this|it|where|out|{_THING})|(?:add|insert|get|supply|cite) {_THING}"
    r"|ask \w{2,20} (?:about|for|whether|where))\b",
    re.IGNORECASE,
)
"""What authors tell themselves to do: "I should look this up", "check this with Jane before we run it"."""

_SOURCE = lazy(r"\d{4}|https?:|[\u201c\"*_]")
"""Signs that a note gives a source, too."""

_LONGEST = 80
"""Characters; whoever writes more than a line has written a note."""

_EDGES = " \t\n.,:;!?[](){}*_<>-\u2013\u2014\u2026"


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each note whose text was to be filled in ("TODO", "???")."""
    for note in apparatus.notes:
        if _is_placeholder(note.text):
            yield Finding(note.span, f"note {note.label} is a placeholder: {quoted(note.text)}")
            continue
        yield from _gaps(apparatus, note.span, f"note {note.label}")
    for item in apparatus.works_cited:
        yield from _gaps(apparatus, item.span, "this work")


def _gaps(apparatus: Apparatus, span: Span, where: str) -> Iterator[Finding]:
    for gap in GAP.finditer(apparatus.essay.text, *span):
        yield Finding(Span(*gap.span()), f"in {where} something is still to come: {quoted(gap[0])}")


def _is_placeholder(text: str) -> bool:
    """True if the words are reminders and nothing else ("TK add source"); so is a row of question marks."""
    if len(text) > _LONGEST:
        return False
    words = " ".join(text.split()).strip(_EDGES)
    if not words:
        return "??" in text
    if _ERRAND.match(words) and not _SOURCE.search(words):
        return True
    while words:
        reminder = _REMINDER.match(words)
        if not reminder:
            return False
        words = words[reminder.end() :].lstrip(_EDGES)
    return True


RULE = Rule.documented("N005", "placeholder-note", __doc__, check, severity=Severity.ERROR)
