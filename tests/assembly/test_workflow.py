"""The stages: their order is data, and an order that cannot work is refused."""

from __future__ import annotations

from itertools import permutations

import pytest

import anora_bib as ab
from anora_bib.assembly.workflow import Stage, analyse, stages
from anora_bib.errors import PluginError
from anora_bib.model import Apparatus, Essay, Marker, MarkerForm, Mention, Note, Place, Records
from anora_bib.model.essay.pieces import Piece
from anora_bib.parser.rule_parser import RuleParser
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span

EMPTY = Essay.of("empty.txt", "", "text")


def note(name: str, needs: tuple[str, ...], log: list[str]) -> Stage:
    def run(apparatus: Apparatus, records: Records) -> Apparatus:
        log.append(name)
        return apparatus

    return Stage(name, run, needs)


@pytest.mark.parametrize("order", list(permutations([("find", ()), ("parse", ("find",)), ("link", ("parse", "find"))])))
def test_only_an_order_that_meets_the_needs_runs(order: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    log: list[str] = []
    listed = [note(name, needs, log) for name, needs in order]
    if [name for name, _ in order] == ["find", "parse", "link"]:
        analyse(EMPTY, RecordSet(), listed)
        assert log == ["find", "parse", "link"]
    else:
        with pytest.raises(PluginError, match="must come after"):
            analyse(EMPTY, RecordSet(), listed)


def test_the_built_in_stages_need_only_stages_there_are() -> None:
    built_in = stages(RuleParser())
    names = [stage.name for stage in built_in]
    assert len(set(names)) == len(names)
    for stage in built_in:
        assert set(stage.needs) <= set(names[: names.index(stage.name)])


ESSAY = """Lamps are lit.[1] So they were.[2] And again.[3] Roe agrees (Poe 2011, 4).

Notes

[1] Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009.

[2] Ibid., 12; see also Doe, John. *Wicks*. London: Lantern House, 2010.

[3] See note 1. He is wrong about that.

Works Cited

Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009.

Poe, Ann. *Oil*. London: Lantern House, 2011.
"""


class Counting:
    """A parser that reads one text at a time, and a list of those that it was given."""

    name = "counting"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        self.texts.append(text)
        return RuleParser().pieces(text, offset=offset, records=records, hint=hint)


def test_each_text_is_given_to_the_parser_once_whatever_is_asked() -> None:
    parser = Counting()
    apparatus = analyse(ab.read_text(ESSAY, path="e.txt"), RecordSet(), stages(parser))
    ab.check(apparatus)
    ab.make_live(apparatus)
    ab.cross_reference([apparatus])
    notes = [note.text for note in apparatus.notes]
    listed = [item.text for item in apparatus.works_cited]
    assert (len(notes), len(listed)) == (3, 2)
    assert sorted(parser.texts) == sorted([*notes, *listed])


def test_pieces_of_the_apparatus_cover_their_texts() -> None:
    apparatus = ab.apparatus(ab.read_text(ESSAY, path="e.txt"))
    texts = [
        *((note.span, note.pieces) for note in apparatus.notes),
        *((listed.span, listed.pieces) for listed in apparatus.works_cited),
    ]
    for span, found in texts:
        edges = [span.start, *(piece.span.end for piece in found)]
        assert [piece.span.start for piece in found] == edges[:-1]
        assert edges[-1] == span.end


def test_a_stage_before_find_keeps_what_it_filled() -> None:
    words = "Roe, Jane. A Book of Lamps. London: Lantern House, 2009."
    text = f"Lamps are lit.* So it is.[1] And Oil.\n\n(*) {words}\n\nNotes\n\n[1] Doe, John. *Wicks*. Verso, 2010.\n"
    start = text.index(words)
    note = Note("*", words, Span(start, start + len(words)), Span(start - 4, start + len(words)))
    marker = Marker("*", "*", Span(14, 15), MarkerForm.GLUED)
    oil = Mention("Oil", Span(text.index("Oil"), text.index("Oil") + 3), "", 2011)

    def fill(apparatus: Apparatus, _records: Records) -> Apparatus:
        return Apparatus(apparatus.essay, notes=(note,), markers=(marker,), mentions=(oil,))

    made = analyse(ab.read_text(text), RecordSet(), [Stage("stars", fill), *stages(RuleParser())])
    assert [found.label for found in made.notes] == ["*", "1"]
    assert [found.label for found in made.markers] == ["*", "1"]
    assert oil in made.mentions
    assert [ref.entry.string("title") for ref in made.references] == ["A Book of Lamps", "Wicks"]
    assert [citation.marker for citation in made.citations] == ["*", "1"]
    assert not any(span.overlaps(note.outer) for span in made.body)
