"""Ibid. and its kin: which source each stands for, and where it stays silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.find.links.short_forms import resolve_short_forms
from anora_bib.model import Apparatus, Date, Entry, Essay, Name, Note, Place, Reason, Reference
from anora_bib.parser import pieces
from anora_bib.text.spans import Span

ROE = Entry.of("book", title="Of Ports: A Reader", author=(Name("Roe", "Jane"),))
ROE_2 = Entry.of("book", title="The Long Quay", author=(Name("Roe", "Jane"),))
DATED = ROE.with_values(title="Nets", issued=Date.of(1999))
OTHER_ROE = Entry.of("book", title="Fog", author=(Name("Roe", "Al"),))
DOE = Entry.of("book", title="Docks", author=(Name("Doe", "Al"), Name("Poe", "Bo")))
Printed = tuple[str, tuple[Entry, ...]]


def apparatus(notes: list[Printed], listed: tuple[Entry, ...] = ()) -> Apparatus:
    found, references, text = [], [], ""
    for number, (words, entries) in enumerate(notes, 1):
        span = Span(len(text), len(text) + len(words))
        found.append(Note(str(number), words, span, span, pieces=pieces(words, offset=span.start)))
        references += [Reference(entry, Place.NOTE, span, str(number)) for entry in entries]
        text += words + "\n"
    references += [Reference(entry, Place.WORKS_CITED, Span(0, 0)) for entry in listed]
    return Apparatus(Essay.of("e.txt", text, "text"), notes=tuple(found), references=tuple(references))


def in_note(resolved: Apparatus, label: str) -> list[Reference]:
    return [ref for ref in resolved.references if ref.place == Place.NOTE and ref.label == label]


@pytest.mark.parametrize(
    ("before", "form", "expected", "reason"),
    [
        ([("full", (ROE,))], "Ibid.", ROE, "the note before"),
        ([("full", (ROE,)), ("Ibid., 3.", ())], "Ibid., p. 7.", ROE, "ibid. after ibid."),
        ([("full", (ROE, DOE))], "Ibid.", None, "two sources in the note before"),
        (
            [("full", (ROE,)), ("no source at all here, just a thought of mine", ())],
            "Ibid.",
            None,
            "none in the note before",
        ),
        ([("full", (ROE,)), ("full", (DOE,))], "Roe, ibid., p. 7.", ROE, "the name tells that op. cit. is meant"),
        ([("full", (ROE,)), ("full", (DOE,))], "Roe, op. cit., p. 7.", ROE, "the one work by that name"),
        ([("full", (ROE,)), ("full", (ROE_2,))], "Roe, op. cit., p. 7.", None, "two works by that name"),
        ([("full", (ROE,)), ("full", (ROE,)), ("full", (DOE,))], "Roe, op. cit., p. 7.", ROE, "one work printed twice"),
        ([("full", (ROE,)), ("full", (OTHER_ROE,))], "Roe, op. cit., p. 7.", None, "two people of that name"),
        ([("full", (ROE,)), ("full", (ROE_2,))], "Roe, Long Quay, 12.", ROE_2, "the short title tells which"),
        ([("full", (ROE,)), ("full", (DOE,))], "See note 1.", ROE, "the note it points at"),
        ([("full", (ROE, DOE))], "See note 1.", None, "two sources in the note it points at"),
        ([("full", (ROE,))], "See note 9.", None, "no such note"),
        ([("full", (DATED,)), ("full", (DOE,))], "Roe 1999, p. 119.", DATED, "author and year"),
        ([("full", (DATED,)), ("full", (ROE_2,))], "Roe 1999, p. 119.", DATED, "the year tells which"),
        ([("full", (DATED,))], "Roe 2001, p. 119.", None, "another year"),
        ([], "Ibid.", None, "nothing before"),
    ],
)
def test_short_forms(before: list[Printed], form: str, expected: Entry | None, reason: str) -> None:
    resolved = resolve_short_forms(apparatus([*before, (form, ())]))
    found = in_note(resolved, str(len(before) + 1))
    assert [ref.entry.string("title") for ref in found] == ([expected.string("title")] if expected else []), reason
    assert all(ref.short for ref in found)


def test_a_listed_work_counts_as_cited_before() -> None:
    resolved = resolve_short_forms(apparatus([("Roe, Ports, 12.", ())], (ROE,)))
    assert [ref.entry.string("title") for ref in in_note(resolved, "1")] == ["Of Ports: A Reader"]


def test_what_the_parser_made_of_a_short_form_is_replaced() -> None:
    resolved = resolve_short_forms(apparatus([("full", (ROE,)), ("Ibid., 3.", (Entry.of("document", title="Ibid."),))]))
    (found,) = in_note(resolved, "2")
    assert found.entry.string("title") == "Of Ports: A Reader"
    assert found.span == resolved.notes[1].span
    assert found.entry.provenance[0].text == "Ibid., 3."


def test_what_stays_unresolved_stays_as_parsed() -> None:
    before = apparatus([("Ibid., 3.", (Entry.of("document", title="Ibid."),))], (ROE,))
    resolved = resolve_short_forms(before)
    assert replace(resolved, unresolved=()) == before
    (left,) = resolved.unresolved
    assert (left.text, left.reason, left.candidates, left.note) == ("Ibid., 3.", Reason.NOT_FOUND, (), "1")


def test_a_choice_is_kept_with_what_it_is_between() -> None:
    resolved = resolve_short_forms(apparatus([("full", (ROE, DOE)), ("Ibid.", ()), ("Ibid., 4.", ())]))
    assert [(left.note, left.reason, left.candidates) for left in resolved.unresolved] == [
        ("2", Reason.AMBIGUOUS, (0, 1)),
        ("3", Reason.AMBIGUOUS, (0, 1)),
    ]


def test_two_notes_of_one_label_keep_their_references() -> None:
    before = apparatus([("full", (ROE,)), ("Ibid.", ()), ("full again", (DOE,))])
    same = tuple(replace(note, label="1") for note in before.notes)
    references = tuple(replace(reference, label="1") for reference in before.references)
    resolved = resolve_short_forms(replace(before, notes=same, references=references))
    assert [ref.entry.string("title") for ref in resolved.references] == ["Of Ports: A Reader"] * 2 + ["Docks"]


def test_two_short_forms_in_one_note() -> None:
    resolved = resolve_short_forms(
        apparatus([("full", (ROE,)), ("full", (DOE,)), ("See Roe, Ports, 7; Doe, Docks, 15.", ())])
    )
    found = in_note(resolved, "3")
    assert [ref.entry.string("title") for ref in found] == ["Of Ports: A Reader", "Docks"]
    assert [ref.span.of(resolved.essay.text) for ref in found] == ["See Roe, Ports, 7", "Doe, Docks, 15."]


def test_a_short_form_beside_a_full_reference() -> None:
    words = "Ibid., p. 70; see also Al Doe, “Docks,” Quays 2 (1999): 3."
    before = apparatus([("full", (ROE,)), (words, ())])
    full = Span(before.notes[1].span.start + words.index("Al"), before.notes[1].span.end)
    printed = (*before.references, Reference(DOE, Place.NOTE, full, "2"))
    found = in_note(resolve_short_forms(replace(before, references=printed)), "2")
    assert [(ref.entry.string("title"), ref.short) for ref in found] == [("Of Ports: A Reader", True), ("Docks", False)]


@pytest.mark.parametrize("dash", ["---.", "———.", "___.", "—."])
def test_a_dash_stands_for_the_names_above(dash: str) -> None:
    below = replace(Entry.of("book", title="Nets"), text=f"{dash} Nets. Press, 1999.", span=Span(40, 60))
    (_, found) = resolve_short_forms(apparatus([], (ROE, below))).references
    assert found.entry.names("author") == ROE.names("author")
    assert found.entry.fields["author"].span == Span(40, 40 + len(dash) - 1)


def test_idem_stands_for_the_names_of_the_note_before() -> None:
    idem = Entry.of("book", title="Nets", author=(Name(literal="Idem"),))
    resolved = resolve_short_forms(apparatus([("full", (ROE,)), ("Idem, Nets (Press, 1999).", (idem,))]))
    assert in_note(resolved, "2")[0].entry.names("author") == ROE.names("author")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Roe, 12.", [ROE]),
        ("See Roe, p. 12", [ROE]),
        ("Roe, 12\u201314; Doe, 4.", [ROE, DOE]),
        ("Doe and Poe, 4.", [DOE]),
        ("Roe 12.", []),
        ("Roe, 12; Fowler, 4.", []),
        ("Fowler, 12.", []),
        ("Roe, a lamp, 12.", []),
    ],
)
def test_names_and_a_page_alone(words: str, meant: list[Entry]) -> None:
    resolved = resolve_short_forms(apparatus([("full", (ROE,)), ("other", (DOE,)), (words, ())]))
    assert [ref.entry.string("title") for ref in in_note(resolved, "3")] == [one.string("title") for one in meant]
    assert all(ref.short for ref in in_note(resolved, "3"))
    pieces_there = resolved.notes[2].pieces
    assert "".join(piece.span.of(resolved.essay.text) for piece in pieces_there) == words


def test_names_and_a_page_where_two_works_fit_stay_as_they_are() -> None:
    resolved = resolve_short_forms(apparatus([("full", (ROE,)), ("other", (ROE_2,)), ("Roe, 12.", ())]))
    assert not in_note(resolved, "3")
    assert not resolved.unresolved
