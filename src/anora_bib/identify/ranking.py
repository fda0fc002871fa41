"""The ranking: references read by each style that may have printed them, printed by it again, and compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import Indel

from anora_bib.csl import Style
from anora_bib.csl.output.runs import FormattedText
from anora_bib.identify.printed import Printed, plain, unlabelled
from anora_bib.identify.probing.candidates import Candidate
from anora_bib.identify.probing.prints import Printer, others
from anora_bib.identify.probing.probes import LISTS, PROBES, Item
from anora_bib.identify.reading.name_lists import NameForm, name_form
from anora_bib.identify.reading.readings import Reading, numbered, read
from anora_bib.identify.reading.templates import Aligner, Slot, Template, template
from anora_bib.identify.result import StyleLine
from anora_bib.model import Entry
from anora_bib.system.gc_pause import collector_at_rest

Read = Callable[[str], Sequence[Entry]]

_SHAPE: Final = 0.3
"""The weight of the likeness of shapes beside that of the text, where the items are only read from the references."""
_COST: Final = 0.004
"""The weight of what it costs to read a reference by a style: one that has to be forced is none of it."""
_CHEAP: Final = 0.5
"""A cost of reading by a template that hardly another goes below."""
_TO_THE_LETTER: Final = 0.015
"""The weight of printing all references just as they are, which speaks for a style whose probes look a little less like
them: the references may be of types, or have parts, that no probe has."""
_TYPOGRAPHY: Final = 0.02
_ITALICS: Final = 0.03
_LABEL: Final = 0.01
"""The weights of what is easily lost where references are copied."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How a style does: ``similarity`` of what it prints, ``shape``, and the ``score`` that decides the order."""

    candidate: Candidate
    style: Style
    similarity: float
    score: float
    shape: float
    lines: tuple[StyleLine, ...]

    @property
    def name(self) -> str:
        """The name of the style."""
        return self.candidate.file.name


class Judge:
    """Compares references with styles. ``known`` are the entries that they cite, None for those to be read."""

    def __init__(self, references: Sequence[Printed], known: Sequence[Entry | None], parse: Read, locale: str | None):
        self.references = references
        self.known = known
        self.locale = locale
        self._judged: dict[tuple[str, bool], Judged] = {}
        self._aligners = [Aligner(reference.text) for reference in references]
        # What the parser makes of each, by its place; the first where one string holds several.
        parsed = {str(at): found[0] for at, one in enumerate(references) if (found := parse(one.typography))}
        self._parsed = {at: replace(entry, key=at) for at, entry in parsed.items()}

    def judge(self, candidate: Candidate) -> Judged:
        """How nearly a style prints the references.

        Raises:
            InputError: the style cannot be used.
        """
        key = candidate.file.name, candidate.as_note
        if key not in self._judged:
            with collector_at_rest():
                self._judged[key] = self._compared_with(candidate, Style.load(candidate.file.path))
        return self._judged[key]

    def _compared_with(self, candidate: Candidate, style: Style) -> Judged:
        printer = Printer(style, candidate.as_note, self.locale)
        chosen = sorted({*_FORMS}.union(*candidate.probes))
        probes = printer.prints([PROBES[at] for at in chosen])
        templates = {at: template(probes[id].runs) for at in chosen if (id := str(PROBES[at]["id"])) in probes}
        forms = _forms(templates, others(style, self.locale))
        readings = [
            _cheapest(aligner, {at: templates[at] for at in nearest if at in templates}, forms)
            for aligner, nearest in zip(self._aligners, candidate.probes, strict=True)
        ]
        items: list[Item | Entry] = [
            replace(entry, key=str(at)) if entry is not None else item
            for at, (entry, item) in enumerate(zip(self.known, numbered(readings), strict=True))
        ]
        first, second = printer.prints(items), printer.prints(list(self._parsed.values())) if self._parsed else {}
        lines, score = [], 0.0
        for at, reference in enumerate(self.references):
            ways = [(first.get(str(at)), readings[at].cost if self.known[at] is None else 0.0)]
            if self.known[at] is None:
                ways.append((second.get(str(at)), readings[at].cost))
            line, best = max((self._compared(reference, *way) for way in ways), key=lambda one: one[1])
            lines.append(line)
            score += best
        count = len(self.references)
        similarity = sum(line.similarity for line in lines) / count
        unknown = sum(entry is None for entry in self.known) / count
        score = score / count + _SHAPE * unknown * candidate.likeness
        if all(line.similarity == 1 for line in lines):
            score += _TO_THE_LETTER
        shape = 1 - unknown * (1 - candidate.likeness)
        return Judged(candidate, style, similarity, score, shape, tuple(lines))

    def _compared(self, reference: Printed, text: FormattedText | None, cost: float) -> tuple[StyleLine, float]:
        if text is None:
            return StyleLine(reference.text, "", 0.0), -1.0
        label, bare = unlabelled(" ".join(text.split()))
        mine = plain(bare)
        similarity = Indel.normalized_similarity(reference.text, mine)
        score = similarity - _COST * cost
        score += _TYPOGRAPHY * (Indel.normalized_similarity(reference.typography, bare) - similarity)
        if reference.italics:
            score += _ITALICS * _likeness(reference.italics, _italics(text))
        if bool(label) != bool(reference.label):
            score -= _LABEL
        return StyleLine(reference.text, mine, similarity), score


_FORMS: Final = tuple(at for at, probe in enumerate(PROBES) if probe["id"] in LISTS)
"""The probes that show how a style lists names."""


def _cheapest(aligner: Aligner, templates: Mapping[int, Template], forms: Mapping[str, NameForm]) -> Reading:
    """The reading of a reference by the template that it follows most cheaply, or the first that is cheap enough."""
    best = Reading({"type": "document"}, float("inf"))
    for at, rows in templates.items():
        reading = read(aligner, str(PROBES[at]["type"]), rows, forms)
        if reading.cost < best.cost:
            best = reading
        if best.cost < _CHEAP:
            break
    return best


_LISTED: Final = ("author", "editor")


def _forms(templates: Mapping[int, Template], words: tuple[str, ...]) -> dict[str, NameForm]:
    """The form of authors and of editors, each by the probe that shows the most names of them in full."""
    forms: dict[str, tuple[int, NameForm]] = {}
    for at, parts in templates.items():
        for part in parts:
            people = PROBES[at].get(part.variable) if isinstance(part, Slot) and part.variable in _LISTED else None
            if not isinstance(part, Slot) or not isinstance(people, list):
                continue
            form = name_form(part.text, people, words)
            if form is not None and len(people) > forms.get(part.variable, (0, form))[0]:
                forms[part.variable] = len(people), form
    return {variable: form for variable, (_, form) in forms.items()}


def _italics(text: FormattedText) -> tuple[str, ...]:
    return tuple(plain(run.text) for run in text.runs if run.italic)


def _likeness(given: tuple[str, ...], printed: tuple[str, ...]) -> float:
    return Indel.normalized_similarity("\n".join(given), "\n".join(printed))
