"""Small essays for the tests of rules, in a notation of their own, and the apparatus that stands in them.

# A heading
Running text with a marker[1] or a glued one”2 or a spaced 3 one.
![A picture described.[4]](picture.jpg)
[1] A note with its number.
- A note without one. ↩︎
* A listed work.
@ A credit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from anora_bib.diagnostics import Diagnostic
from anora_bib.lint.checker import check
from anora_bib.lint.fixer import FixResult, fix
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.model import (
    Apparatus,
    Attribution,
    Block,
    BlockKind,
    Citation,
    Credit,
    Date,
    Entry,
    Essay,
    Field,
    ListedWork,
    Marker,
    MarkerForm,
    Match,
    Mention,
    Metadata,
    Name,
    Note,
    Outlet,
    Person,
    Place,
    Provenance,
    Publisher,
    Reference,
    Work,
)
from anora_bib.parser import pieces
from anora_bib.records.memory import RecordSet
from anora_bib.spans import Span

PATH = "essay.txt"

RECORDS = RecordSet(
    people=(
        Person("person/nick-srnicek", Name("Srnicek", "Nick")),
        Person("person/juno-mac", Name("Mac", "Juno")),
        Person("person/molly-smith", Name("Smith", "Molly")),
        Person("person/mark-fisher", Name("Fisher", "Mark")),
        Person("person/arora-roe", Name("Roe", "Arora")),
    ),
    outlets=(Outlet("outlet/latimes", "Los Angeles Times", "newspaper", ("L.A. Times",)),),
    publishers=(Publisher("publisher/verso", "Verso"),),
    works=(
        Work("work/anora", "Anora", "motion_picture"),
        Work("work/platform", "Platform Capitalism", "book", {"author": ("person/nick-srnicek",)}, Date.of(2016)),
        Work(
            "work/realism", "Capitalist Realism: Is There No Alternative?", "book", {"author": ("person/mark-fisher",)}
        ),
        Work(
            "work/revolting",
            "Revolting Prostitutes",
            "book",
            {"author": ("person/juno-mac", "person/molly-smith")},
            Date.of(2018),
        ),
        Work("work/tangerine", "Tangerine", "motion_picture"),
    ),
)

_MARKER = re.compile(
    r"(?P<live>\[\^(?P<l>\w+)\])|(?P<bracketed>\[(?P<b>\d+)\])"
    r"|(?<=[A-Za-z”\"])(?P<glued>\d)(?!\w)|(?<=\w )(?P<spaced>\d)(?= )"
)
_PICTURE = re.compile(r"!\[(.*)\]\([^()]*\)")
_NOTE = re.compile(r"\[\^?(\w+)\]:?[ ]?(.*)")
_BARE_NOTE = re.compile(r"- (.*?) ↩︎")


@dataclass(frozen=True)
class Ref:
    """A reference to be placed where its ``text`` stands; values may be (printed words, value) to get a span."""

    text: str
    values: dict[str, Any] = field(default_factory=dict)
    match: Match | None = None
    short: bool = False
    type: str = "document"


def ref(text: str, *, match: Match | None = None, short: bool = False, type: str = "document", **values: object) -> Ref:
    return Ref(text, values, match, short, type)


Extra = Callable[[Apparatus], Apparatus]


def build(text: str, refs: Sequence[Ref] = (), *, date: Date | None = None, extra: Extra | None = None) -> Apparatus:
    """The apparatus of an essay in the notation above; references that no longer stand in the text are left out."""
    blocks: list[Block] = []
    body: list[Span] = []
    found = Apparatus(Essay.of(PATH, text, "text", metadata=Metadata(date=date)))
    offset = 0
    for line in text.splitlines(keepends=True):
        words = Span(offset, offset + len(line.rstrip("\n")))
        if line.startswith("# "):
            blocks.append(Block(BlockKind.HEADING, Span(words.start + 2, words.end), words))
            if line.startswith("# Notes"):
                found = replace(found, note_headings=(*found.note_headings, words))
        elif picture := _PICTURE.match(line):
            blocks.append(Block(BlockKind.IMAGE, Span(*picture.span(1)).shift(offset), words))
        elif note := _NOTE.match(line):
            found = replace(found, notes=(*found.notes, _note(note, offset, note[1], numbered=True)))
        elif note := _BARE_NOTE.match(line):
            number = str(len(found.notes) + 1)
            found = replace(found, notes=(*found.notes, _note(note, offset, number, numbered=False)))
        elif line.startswith("* "):
            span = Span(words.start + 2, words.end)
            found = replace(found, works_cited=(*found.works_cited, ListedWork(span.of(text), span, "Works Cited")))
        elif line.startswith("@ "):
            span = Span(words.start + 2, words.end)
            found = replace(found, credits=(*found.credits, Credit(span.of(text), span)))
        elif line.strip():
            body.append(words)
        offset += len(line)
    found = replace(found, essay=replace(found.essay, blocks=tuple(blocks)), body=tuple(body))
    found = replace(
        found,
        notes=tuple(replace(note, pieces=pieces(note.text, offset=note.span.start)) for note in found.notes),
        works_cited=tuple(
            replace(item, pieces=pieces(item.text, offset=item.span.start)) for item in found.works_cited
        ),
        credits=tuple(
            replace(credit, pieces=pieces(credit.text, offset=credit.span.start)) for credit in found.credits
        ),
    )
    found = replace(found, markers=tuple(_markers(found)))
    found = replace(found, references=tuple(_references(found, refs)))
    return extra(found) if extra else found


def _note(match: re.Match[str], offset: int, label: str, *, numbered: bool) -> Note:
    group = 2 if numbered else 1
    return Note(
        label, match[group], Span(*match.span(group)).shift(offset), Span(*match.span()).shift(offset), numbered
    )


def _markers(found: Apparatus) -> list[Marker]:
    text = found.essay.text
    pictures = [block.span for block in found.essay.blocks if block.kind is BlockKind.IMAGE]
    out = []
    for place in sorted([*found.body, *pictures]):
        for match in _MARKER.finditer(text, place.start, place.end):
            form = _form(match)
            label = match["l"] or match["b"] or match["glued"] or match["spaced"]
            out.append(Marker(label, match[0], Span(*match.span()), form, place in pictures))
    return out


def _form(match: re.Match[str]) -> MarkerForm:
    return next(MarkerForm(name) for name in ("live", "bracketed", "glued", "spaced") if match[name])


def _references(found: Apparatus, refs: Sequence[Ref]) -> list[Reference]:
    text = found.essay.text
    places = [
        *((note.span, Place.NOTE, note.label) for note in found.notes),
        *((listed.span, Place.WORKS_CITED, "") for listed in found.works_cited),
        *((credit.span, Place.CREDIT, "") for credit in found.credits),
    ]
    out = []
    for span, place, label in sorted(places):
        for wanted in refs:
            start = text.find(wanted.text, span.start, span.end)
            if start == span.start or (start >= 0 and place is Place.NOTE):
                where = Span(start, start + len(wanted.text))
                entry = replace(
                    _entry(wanted, where, text), provenance=(Provenance(PATH, place, label, None, wanted.text),)
                )
                out.append(Reference(entry, place, where, label, wanted.match, short=wanted.short))
    return sorted(out, key=lambda reference: reference.span)


def _entry(wanted: Ref, span: Span, text: str) -> Entry:
    fields = {}
    for name, given in wanted.values.items():
        printed, value = given if isinstance(given, tuple) and isinstance(given[0], str) else ("", given)
        start = text.index(printed, span.start, span.end)
        where = Span(start, start + len(printed)) if printed else None
        fields[name.replace("_", "-")] = Field(value, where)
    return Entry(wanted.type, fields, text=wanted.text, span=span)


def place(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def diagnose(apparatus: Apparatus, *codes: str) -> list[Diagnostic]:
    return check(apparatus, RECORDS, [rule for rule in BUILTIN if not codes or rule.code in codes])


def fixed(
    text: str,
    *codes: str,
    refs: Sequence[Ref] = (),
    date: Date | None = None,
    extra: Extra | None = None,
    unsafe: bool = False,
) -> FixResult:
    """The text after the fixes of these rules, each round read anew in the notation above."""

    def reread(source: str) -> Essay:
        return build(source).essay

    def again(essay: Essay) -> list[Diagnostic]:
        return diagnose(build(essay.text, refs, date=date, extra=extra), *codes)

    return fix(reread(text), again, reread, unsafe=unsafe)


def quotes_from(words: str, attributed: str, name: str, source: str = "") -> Extra:
    """Adds an attribution of the quotation ``words``."""

    def add(found: Apparatus) -> Apparatus:
        text = found.essay.text
        made = Attribution(attributed, place(text, attributed), name, source, "", place(text, words))
        return replace(found, attributions=(*found.attributions, made))

    return add


def mentions(*titles: str) -> Extra:
    """Adds a mention for every occurrence of the titles in the running text."""

    def add(found: Apparatus) -> Apparatus:
        made = [
            Mention(title, Span(*match.span()), record[0].id if (record := RECORDS.named(title)) else "")
            for title in titles
            for match in re.finditer(rf"\b{title}\b", found.essay.text)
        ]
        return replace(found, mentions=tuple(made))

    return add


def cites(*made: Citation) -> Extra:
    return lambda found: replace(found, citations=made)
