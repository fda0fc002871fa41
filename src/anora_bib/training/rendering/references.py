"""References rendered by the CSL engine, whose runs tell the variable that each letter comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from anora_bib.csl import FormattedText, Processor, Run, Style
from anora_bib.errors import InputError
from anora_bib.parser.labels import Label, label_of
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content.items import Item, ItemMaker
from anora_bib.training.content.lexicon import data
from anora_bib.training.rendering.styles import draw_style
from anora_bib.training.tape import Tape

Made = tuple[Tape, str]
"""A reference and its item type."""

_ALSO: Final[Mapping[str, Label]] = {
    "title-short": Label.TITLE,
    "container-title-short": Label.CONTAINER,
    "page-first": Label.PAGES,
    "year-suffix": Label.DATE,
    "event": Label.CONTAINER,
    "version": Label.NUMBER,
    "volume-title": Label.TITLE,
}
"""Variables that are another one in a shape of their own."""
_RESOLVER: Final = re.compile(r"https?://(?:dx\.)?doi\.org/$")
_LEFT_OUT: Final = frozenset({"citation-number", "citation-label", "first-reference-note-number"})
_PARTS: Final = frozenset(
    """article-journal article-magazine article-newspaper chapter paper-conference review review-book
    entry-encyclopedia entry-dictionary""".split()
)
"""Types of which a place that is cited, where that is all that is printed, tells nothing but the page."""
_AS_NOTE: Final = 0.65
"""The share of references in a style of notes that are notes, not entries of its bibliography."""
_LOCATED: Final = 0.4
_SUBSEQUENT: Final = 0.08
_FOREIGN: Final = 0.15
"""The share of references to things in English among those in another language."""
_NUMBERED: Final = 0.3
"""The share of numbered entries that keep their number."""


def rendered(chance: Chance, language: str, count: int) -> Iterator[Made]:
    """References in one style; fewer than asked where it prints nothing for an item."""
    items: list[Item] = []
    for number in range(count):
        foreign = language != "en" and chance.often(_FOREIGN)
        item = ItemMaker(chance, "en" if foreign else language).make()
        items.append({**item, "id": str(number)})
    try:
        style, locale = draw_style(chance, language)
        runs = _printed(chance, style, locale, items)
    except InputError:
        return  # a style of the repository that cannot be used
    for item in items:
        tape = tape_of(runs.get(item["id"], ()), keep_number=chance.often(_NUMBERED))
        if item["type"] in _PARTS and Label.PAGES not in tape.labels:
            tape.labels = [Label.PAGES if label is Label.LOCATOR else label for label in tape.labels]
        if Label.DATE not in tape.labels:
            _mark_no_date(tape)
        if any(tape.labels):
            yield tape, item["type"]


def _mark_no_date(tape: Tape) -> None:
    """Put the style's word for a date that is missing under the label of dates."""
    text = str(tape).replace("\u00a0", " ").replace("\u202f", " ")
    for term in data("styles")["terms"]["no_date"]:
        at = text.find(term)
        if at >= 0 and not any(tape.labels[at : at + len(term)]):
            tape.labels[at : at + len(term)] = [Label.DATE] * len(term)
            return


def _printed(chance: Chance, style: Style, locale: str | None, items: Sequence[Item]) -> Mapping[str, Sequence[Run]]:
    """The runs of each item, by its id."""
    processor = Processor(style, [_csl(item) for item in items], locale, to="text")
    as_note = "<bibliography" not in style.xml or (style.kind == "note" and chance.often(_AS_NOTE))
    if not as_note:
        return {entry.id: entry.runs for entry in processor.bibliography()}
    clusters = [{"citationItems": [_cite(chance, item)]} for item in items]
    texts = processor.citations(clusters)
    ids = [item["id"] for item in items]
    return {id: text.runs for id, text in zip(ids, texts, strict=True) if isinstance(text, FormattedText)}


def _csl(item: Item) -> Mapping[str, Any]:
    """The item as CSL knows it."""
    return {name: value for name, value in item.items() if name not in ("domain", "archived")}


def _cite(chance: Chance, item: Item) -> Mapping[str, Any]:
    """A cite of an item outside of any document, at times of a place in it."""
    cite: dict[str, Any] = {"id": item["id"], "position": 1 if chance.often(_SUBSEQUENT) else 0}
    if chance.often(_LOCATED):
        label = chance.draw(Weighted(data("styles")["locators"]))
        cite |= {"label": label, "locator": _place(chance, label)}
    return cite


def _place(chance: Chance, label: str) -> str:
    """A place in a source: a number or a span of numbers."""
    first = chance.between(1, 420 if label == "page" else 30)
    if chance.often(0.25):
        return f"{first}-{first + chance.small(1, 20)}"
    return f"{first}, {first + chance.between(2, 60)}" if chance.often(0.05) else str(first)


def tape_of(runs: Sequence[Run], *, keep_number: bool = True) -> Tape:
    """What was printed, each letter under the label of its variable."""
    tape = Tape()
    number_follows = False
    for run in runs:
        if run.variable in _LEFT_OUT:
            if keep_number:
                tape.add(run.text)
            elif not str(tape).strip("[( "):
                tape, number_follows = Tape(), True
            continue
        text = run.text.replace("\t", " ").replace("\n", " ")
        if number_follows and not run.variable:
            text = text.lstrip(" .)]:")
        number_follows = number_follows and not text
        label = _ALSO.get(run.variable) or label_of(run.variable)
        if run.variable == "year-suffix" and Label.DATE not in tape.labels[-1:]:
            label = None
        if not any(letter.isalnum() for letter in text):
            label = label if label in _NAMES else None
        if label is Label.IDENTIFIER and (resolver := _RESOLVER.search(str(tape))):
            tape.labels[resolver.start() :] = [label] * (len(tape) - resolver.start())
        tape.add(text, label, italic=run.italic)
    return tape


_NAMES: Final = frozenset(
    {Label.AUTHOR, Label.EDITOR, Label.DIRECTOR, Label.TRANSLATOR, Label.PERFORMER, Label.CONTRIBUTOR}
)
"""Runs of signs between pieces of a list of names belong to it."""
