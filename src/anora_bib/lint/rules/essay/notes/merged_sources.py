"""A note that runs two sources together.

## What it finds

Two references in one note with nothing between them: no semicolon, no full stop, no "see also", no "quoted in". The
second may begin with names before a title ("2009), 12 Jane Roe, *A Book*"), even where the two were read as one.

Where words stand between the two, it is told with `--pedantic`.

## Why it matters

A reader, and every program, takes the second for a part of the first: a page number becomes the number of a law.

## Example

    The law counts the days.[1]

    ## Notes

    [1] Jane Roe, A Question, Example Weekly, Mar. 11, 2002, at 44 42 C.F.R. § 121.4

## Instead

    The law counts the days.[1]

    ## Notes

    [1] Jane Roe, A Question, Example Weekly, Mar. 11, 2002, at 44; 42 C.F.R. § 121.4

## How it is fixed

A semicolon is put between the two. Unsafe, because where one ends and the other begins is read from their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anora_bib import language
from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.sources import called, notes_with_references
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Note, Records, Reference
from anora_bib.model.essay.pieces import Remark
from anora_bib.text.characters import fold
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Edit, Span

_SIGNALS = (
    *map(language.bare, language.signals("see", "compare", "authority", "taken")),
    *"quoted cited reprinted".split(),
)
_SIGNAL = lazy(rf";|\n|\b(?:{language.pattern(_SIGNALS)}|and|also|in|reviewed|but|with|from|for)\b", re.IGNORECASE)
"""What tells the reader that another source begins, or how the two hang together."""

_TAKEN = lazy(
    rf"\b(?:{language.pattern([*map(language.bare, language.signals('taken')), 'cit', 'quoted', 'cited'])})\.?"
    rf" (?:{language.pattern(language.vocabulary('lead_within'))})\b",
    re.IGNORECASE,
)
"""The one was read in the other: "p. 150, cit. in"."""
_JOINT = lazy(r"[,;]? (?:and|&)\W{0,3}$|;\W{0,3}$")
"""A separator that was read along with the first reference."""

_STOPPED = lazy(r"[.!?:\u2026][\s\"'*_)\]\u201d\u2019]{0,8}$")
"""A sentence that ends before the second source begins."""
_LED = lazy(r"(?:^|\s)[^\W\d_A-Z]{2,20}[,:]? ?$")
"""A word of a sentence that leads to the second: "see", "is a nod to"."""
_REACH = 40
"""Characters of a remark between two sources; with more the author speaks between them."""

_LONGEST = 400
"""Characters of a note that is nothing but sources."""

_NAME = r"(?:[^\W\d_a-z][\w.'\u2019-]{0,30}|(?:de|du|la|le|van|von|der|den|and|und|et|y|e|&))"
_NAMES = rf"[^\W\d_a-z][\w.'\u2019-]{{0,30}}(?: {_NAME}){{0,7}}(?: \([a-z ]{{3,30}}\))?"
_RUN_ON = re.compile(
    r"(?:(?P<imprint>\([^()\n]{2,80}, (?:c(?:a|irca)?\.? )?\d{4}\))"
    r"|(?:\): ?|, |(?<![\w.])(?:pp?|pg|S|s)\.[ \xa0]?)\d{1,4}[A-Z]?(?:[\u2013-]\d{1,4})?|\d\)|, n\.p\.?)"
    rf"(?P<gap>[ \xa0])(?P<names>{_NAMES}, )?(?=(?P<opens>.))"
)
"""The end of a source (its imprint, the parenthesis of its year, its last page), and the names of the next."""
_OPENING = ("\u201c", "\u201e", "\u00ab", '"', "*", "_")
_DATED = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")

_FIRST_WORD = re.compile(r"\W{0,3}\w{1,12}")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_CLOSING = " \t,."


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each two references of one note with nothing between them to separate them."""
    text = apparatus.essay.text
    slanted = frozenset(emphasis.span.start for emphasis in apparatus.essay.emphases)
    for note, references in notes_with_references(apparatus):
        for reference in references:
            yield from _read_as_one(text, note, reference, slanted)
        # Where the author speaks between the sources, full stops part them.
        if len(note.text) > _LONGEST or any(isinstance(piece, Remark) for piece in note.pieces):
            continue
        for first, second in pairwise(references):
            apart = first.span.end <= second.span.start and not _separated(text, first.span, second.span)
            if apart and not _is_told_of(text, second) and not _TAKEN.search(text, first.span.start, second.span.end):
                yield _finding(text, note, first, second)


def _read_as_one(text: str, note: Note, reference: Reference, slanted: frozenset[int]) -> Iterator[Finding]:
    """The finding for a reference in which another begins: behind its year or page come names and a title."""
    start, end = reference.span
    for match in _RUN_ON.finditer(text, start, end):
        opens = match.end() in slanted or match["opens"] in _OPENING
        begins = match["names"] and (" " in match["names"].strip() or match["imprint"])
        both_dated = _DATED.search(text, start, match.end("gap")) and _DATED.search(text, match.end(), end)
        titled = any(sign in text[start : match.start("gap")] for sign in _OPENING) or any(
            start <= at < match.start("gap") for at in slanted
        )
        if opens and titled and both_dated and (begins or (match["imprint"] and not match["names"])):
            message = f"note {note.label} runs two sources together: {quoted(note.text)}"
            evidence = (
                f"The first ends with {quoted(text[max(start, match.start('gap') - 24) : match.start('gap')])}.",
                f"The second begins with {quoted(text[match.end('gap') : match.end('gap') + 24])}.",
            )
            title = "Put a semicolon between the two"
            fix = Fix(title, (Edit(Span(*match.span("gap")), "; "),), Applicability.UNSAFE)
            yield Finding(reference.span, message, evidence, fix)
            return


def _separated(text: str, first: Span, second: Span) -> bool:
    stopped = _STOPPED.search(text, max(first.start, first.end - _REACH), second.start)
    led = _LED.search(text, max(first.start, second.start - _REACH), second.start)
    if stopped or led or second.start - first.end > _REACH:
        return True
    opening = _FIRST_WORD.match(text, second.start, second.end)
    between = text[max(first.start, first.end - 1) : opening.end() if opening else second.start]
    return bool(_SIGNAL.search(between) or _JOINT.search(text, max(first.start, first.end - 8), second.start))


def _is_told_of(text: str, reference: Reference) -> bool:
    """True if the words before its title are those of a sentence: "Hornick is paraphrasing Antin in ..."."""
    title = reference.entry.fields.get("title")
    end = title.span.start if title and title.span else reference.span.end
    known = language.connectives() | language.particles()
    words = _WORD.findall(text, reference.span.start, end)
    return any(word.islower() and fold(word) not in known for word in words)


def _finding(text: str, note: Note, first: Reference, second: Reference) -> Finding:
    message = f"note {note.label} runs two sources together: {quoted(note.text)}"
    evidence = (
        f"The first ends with {quoted(first.span.of(text)[-24:])}.",
        f"The second begins with {quoted(second.span.of(text)[:24])}.",
    )
    end = first.span.start + len(first.span.of(text).rstrip(_CLOSING))
    fix = None
    if not text[end : second.span.start].strip(_CLOSING):
        title = f"Put a semicolon between {called(first.entry)} and {called(second.entry)}"
        fix = Fix(title, (Edit(Span(end, second.span.start), "; "),), Applicability.UNSAFE)
    # Words between the two may say how they hang together.
    return Finding(Span(first.span.start, second.span.end), message, evidence, fix, doubtful=fix is None)


RULE = Rule.documented("N002", "merged-sources", __doc__, check, availability=FixAvailability.SOMETIMES)
