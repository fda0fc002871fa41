"""How often what was read is right: confidences made honest by references whose truth is known.

The labeller is sure of itself by what it was trained on, the rules by what kind of evidence they have. Here both become
the share that was right, of fields and of entries, among those read with such a confidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from anora_bib.errors import InputError
from anora_bib.model import Entry, Field
from anora_bib.parser.evaluation.groups import GROUP_OF, JOINED, group_of
from anora_bib.parser.labels import READER
from anora_bib.parser.learned.honest.calibration import Calibration, fit

if TYPE_CHECKING:
    from anora_bib.parser.evaluation.outcomes import Outcome

_FEWEST: Final = 40
"""Outcomes that a point of the calibration of fields rests on."""
_FEWEST_ENTRIES: Final = 20
_DIGITS: Final = 4


def evidence(entry: Entry, unexplained: float) -> float:
    """What speaks for all of an entry being right, 0 to 1: how sure its fields are, less for words left over.

    A reader gives an entry the mean of its fields, lowered for what it could not explain; that counts ``unexplained``
    times.
    """
    fields = entry.fields.values()
    mean = sum(field.confidence for field in fields) / len(fields) if fields else entry.confidence
    return max(0.0, mean - unexplained * (mean - entry.confidence))


def is_ruled(entry: Entry) -> bool:
    """Whether rules alone have read an entry."""
    return all(field.reader != READER for field in entry.fields.values())


@dataclass(frozen=True)
class Confidences:
    """The calibrations of fields, by their group, and of entries; what has none keeps the confidence that it has.

    ``ruled`` is for entries that rules read alone: what is sure to them is surer than what the labels hold likely.
    ``unexplained`` is how often words that nothing explains count against an entry.
    """

    fields: Mapping[str, Calibration] = field(default_factory=dict)
    entries: Calibration = field(default_factory=Calibration)
    ruled: Calibration = field(default_factory=Calibration)
    unexplained: float = 1.0

    @classmethod
    def fitted(cls, outcomes: Iterable[Outcome], unexplained: float = 1.0, *, apart: bool = True) -> Confidences:
        """Those of what was read without any; with ``apart``, entries that rules alone read have one of their own."""
        fields: dict[str, list[tuple[float, bool]]] = {}
        labelled: list[tuple[float, bool]] = []
        ruled: list[tuple[float, bool]] = []
        for outcome in outcomes:
            for variable, given in outcome.given.items():
                pairs = fields.setdefault(group_of(variable), [])
                pairs.append((given.confidence, outcome.is_right(variable)))
            if outcome.entry:
                pairs = ruled if apart and is_ruled(outcome.entry) else labelled
                pairs.append((evidence(outcome.entry, unexplained), outcome.is_wholly_right))
        known = {group: pairs for group, pairs in sorted(fields.items()) if group and len(pairs) >= _FEWEST}
        return cls(
            {group: fit(pairs, least=_FEWEST) for group, pairs in known.items()},
            _entries(labelled),
            _entries(ruled),
            unexplained,
        )

    @cached_property
    def _by_variable(self) -> Mapping[str, Calibration]:
        """The calibration of each variable that has one."""
        variables = (*GROUP_OF, *JOINED)
        return {variable: self.fields[group] for variable in variables if (group := group_of(variable)) in self.fields}

    def of(self, entry: Entry) -> Entry:
        """What a parser read, with the confidence that it and its fields deserve."""
        calibrations = self._by_variable
        fields = {
            variable: Field(one.value, one.span, round(known(one.confidence), _DIGITS), one.reader)
            if (known := calibrations.get(variable))
            else one
            for variable, one in entry.fields.items()
        }
        known = self.ruled if self.ruled.points and is_ruled(entry) else self.entries
        sure = known(evidence(entry, self.unexplained)) if known.points else entry.confidence
        return Entry(entry.type, fields, text=entry.text, span=entry.span, confidence=round(sure, _DIGITS))


def _entries(pairs: Sequence[tuple[float, bool]]) -> Calibration:
    return fit(pairs, least=_FEWEST_ENTRIES) if len(pairs) >= _FEWEST else Calibration()


@dataclass(frozen=True)
class Honesty:
    """The confidences of strings that somebody holds for references, and of those found in essays."""

    alone: Confidences = field(default_factory=Confidences)
    essay: Confidences = field(default_factory=Confidences)

    def dump(self) -> bytes:
        """The file, JSON: for each kind of place the points of each calibration."""
        found = {"alone": self.alone, "essay": self.essay}
        return (json.dumps({place: _plain(one) for place, one in found.items()}) + "\n").encode()

    @classmethod
    def load(cls, data: bytes, path: str = "") -> Honesty:
        """Those of a file.

        Raises:
            InputError: it is no such file.
        """
        try:
            places = json.loads(data)
            return cls(_confidences(places["alone"]), _confidences(places["essay"]))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"holds no confidences: {error}", path=path) from error


def _plain(confidences: Confidences) -> dict[str, Any]:
    fields = {group: _points(one) for group, one in confidences.fields.items()}
    return {
        "fields": fields,
        "entries": _points(confidences.entries),
        "ruled": _points(confidences.ruled),
        "unexplained": confidences.unexplained,
    }


def _points(calibration: Calibration) -> list[list[float]]:
    return [[round(value, _DIGITS) for value in point] for point in calibration.points]


def _confidences(plain: Mapping[str, Any]) -> Confidences:
    fields = {str(group): _calibration(points) for group, points in plain["fields"].items()}
    ruled = _calibration(plain.get("ruled", ()))
    return Confidences(fields, _calibration(plain["entries"]), ruled, float(plain.get("unexplained", 1.0)))


def _calibration(points: Iterable[Iterable[float]]) -> Calibration:
    return Calibration(tuple((float(place), float(share)) for place, share in points))
