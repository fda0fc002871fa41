"""Bibliographies as a document: each section's entries in the style's order, under its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from anora_bib.csl.engine import Capability, Engine, Formatter, no_links
from anora_bib.csl.entries import named_law, printable
from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.items.selection import Selection
from anora_bib.csl.styles import Style
from anora_bib.errors import UnsupportedError
from anora_bib.model import Entry
from anora_bib.model.bibliography.keys import keep_keys


@dataclass(frozen=True, slots=True)
class Section:
    """Entries that make one bibliography; ``title`` is printed above it, none if it is ""."""

    title: str
    entries: tuple[Entry, ...]


REST: Final = "*"
"""In place of conditions: all entries that no part before takes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What bibliographies are asked for beyond their style.

    ``parts`` have a heading each and the conditions of :meth:`Selection.parse`, or :data:`REST`; numbers and letters
    are those of the whole. ``annotate`` is a variable that follows each entry; ``abbreviations`` short forms of titles.
    """

    parts: tuple[tuple[str, str], ...] = ()
    annotate: str = ""
    abbreviations: Abbreviations | None = None


NOTHING_MORE: Final = Asked()


@dataclass(frozen=True, slots=True)
class FormattedDocument:
    """What was typeset, and a sentence for each item that could not be, or only as it was written."""

    text: str
    problems: tuple[str, ...] = ()


def typeset(
    sections: Iterable[Section],
    engine: Engine,
    style: Style,
    *,
    locale: str | None = None,
    to: str | Format = "text",
    links: bool = False,
    arranged: bool = False,
    asked: Asked = NOTHING_MORE,
) -> FormattedDocument:
    """All sections as one document; a section without entries has only its heading.

    ``to`` is an output or the name of a built-in one. ``links`` makes links of DOIs and web addresses, where the output
    has links. ``arranged`` asks for the indents and spacing of the style where they take markup of their own: a style
    sheet in HTML, a block of pandoc's in Markdown.

    Raises:
        UnknownNameError: there is no such locale or output.
        UnsupportedError: the engine makes no links, or does nothing of what is asked for.
        InputError: the style cannot be used, or a condition of a part.
    """
    if links and Capability.LINKS not in engine.capabilities:
        raise no_links(engine.name)
    if asked != NOTHING_MORE:
        _require_parts(engine)
    selections = [(title, None if said == REST else Selection.parse(said)) for title, said in asked.parts]

    def formatter(entries: Iterable[Entry], to: Format, *, links: bool = False) -> Formatter:
        items = [printable(entry) for entry in entries]
        more = short_forms(engine, asked.abbreviations)
        if links:
            more["links"] = True
        return engine.processor(style, items, locale=locale, to=to, **more)

    output, plain = to if isinstance(to, Format) else format_named(to), format_named("text")
    written: list[tuple[str, list[str]]] = []
    problems: list[str] = []
    arrangements: list[Arrangement | None] = []
    for section in sections:
        entries = with_laws_named(keep_keys(section.entries)[0], lambda entries: formatter(entries, plain))
        made = formatter(entries, output, links=links)
        written += _parts(section.title, made, entries, selections, asked.annotate)
        problems += made.problems
        arrangements.append(made.arrangement)
    for arrangement in _widest(arrangements):
        plainly, output = output, output.arranged(arrangement, asked=arranged)
        if output is not plainly:
            written = [(title, [output.rewritten(line) for line in lines]) for title, lines in written]
    return FormattedDocument(output.document(written), tuple(problems))


def short_forms(engine: Engine, abbreviations: Abbreviations | None) -> dict[str, Any]:
    """What an engine is given so that its processor takes short forms from lists; nothing if there are none.

    Raises:
        UnsupportedError: there are, and the engine takes none.
    """
    if abbreviations is None:
        return {}
    _require_parts(engine)
    return {"abbreviations": abbreviations}


def _require_parts(engine: Engine) -> None:
    if Capability.PARTS not in engine.capabilities:
        hint = "ask for none, or take the engine 'anora'"
        raise UnsupportedError(f"the engine {engine.name!r} makes no parts, annotations and abbreviations", hint=hint)


Selections = Sequence[tuple[str, Selection | None]]


def _parts(
    title: str, made: Formatter, entries: Sequence[Entry], selections: Selections, annotate: str
) -> Iterator[tuple[str, list[str]]]:
    """The parts of one bibliography that have entries, each under its heading, behind that of the whole."""
    if not selections:
        yield title, _annotated(made, None, annotate) if annotate else _lines(made, entries)
        return
    if title:
        yield title, []
    taken: set[str] = set()
    for heading, selection in selections:
        rest = frozenset(entry.key for entry in entries) - taken
        chosen = Selection(ids=rest) if selection is None else selection
        taken.update(entry.key for entry in entries if chosen.takes(entry))
        if lines := _annotated(made, chosen, annotate):
            yield heading, lines


def _annotated(made: Any, selection: Selection | None, annotate: str) -> list[str]:
    """The lines of a formatter of an engine that makes parts, which takes these arguments."""
    return [entry.text for entry in made.bibliography(selection, annotate=annotate)]


def _widest(arrangements: Iterable[Arrangement | None]) -> list[Arrangement]:
    """The arrangement for all sections, which are in one style: that of the longest first field; [] for none."""
    known = [one for one in arrangements if one is not None]
    return [max(known, key=lambda one: one.max_offset)] if known else []


def with_laws_named(entries: Sequence[Entry], formatter: Callable[[Sequence[Entry]], Formatter]) -> list[Entry]:
    """The entries, each law without a title given one if the style's line does not show its section."""
    named = {entry.key: law for entry in entries if (law := named_law(entry))}
    if named:
        laws = [entry for entry in entries if entry.key in named]
        for entry, line in zip(laws, _each(formatter(laws), laws), strict=True):
            if entry.string("section") in line:
                del named[entry.key]
    return [named.get(entry.key, entry) for entry in entries]


def _each(made: Formatter, entries: Sequence[Entry]) -> list[str]:
    """The line of each entry, in the order of the entries."""
    lines = {line.id: line.text for line in made.bibliography()}
    return [lines.get(entry.key, "") for entry in entries]


def _lines(made: Formatter, entries: Sequence[Entry]) -> list[str]:
    """The bibliography; for a style without one (some note styles), each item's full citation."""
    if lines := [entry.text for entry in made.bibliography()]:
        return lines
    return made.citations([{"citationItems": [{"id": entry.key}]} for entry in entries])
