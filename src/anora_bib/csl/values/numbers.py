"""Numeric variables: the numbers a value is made of, what joins them, and whether it is numeric and plural.

The specification says little of how a value like ``ch. 3, pp. 10-15 & 20`` is taken apart; this reads it as citeproc-js
does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from anora_bib.csl.values import pages
from anora_bib.csl.values.labels import ABBREVIATIONS, LABELS
from anora_bib.system.memory import LONGEST, Memory

_LABELLED: Final = frozenset({"locator", "number", "page"})
"""The variables whose label an embedded one may replace."""
_RANGED: Final = frozenset(
    """page chapter-number collection-number edition issue number number-of-pages number-of-volumes volume
    locator""".split()
)
_DASHED: Final = frozenset({"locator", "issue", "volume", "edition", "number"})
_LISTED: Final = re.compile(r"\d{1,9}(?:,\d{1,9}){1,99}")
"""Numbers with commas between, each of which gets a space (CSL 1.0.2, Number)."""
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3}){1,9}")


class Part(NamedTuple):
    """One number, or one piece of text that is none."""

    value: str
    prefix: str = ""
    """Letters that belong to the number but not to its value: ``e`` of ``e23``."""
    join: str = ""
    """What stands between this part and the next."""
    label: str = ""
    """The term of its label, or the label as it was typed where there is no such term; "" for the variable's own."""
    shows_label: bool = False
    """The value itself has the label, where it has to be printed: its term goes in front, then ``gap``."""
    gap: str = " "
    short_label: bool = False
    numeric: bool = False
    plural: bool = False
    number: int | None = None
    """What ``form`` makes ordinal or roman; None where it lets the value be."""

    @property
    def text(self) -> str:
        """The part as it is printed without form and label."""
        return self.prefix + self.value


class Numbers(NamedTuple):
    """A value taken apart."""

    parts: tuple[Part, ...]
    numeric: bool = False
    plural: bool = False
    label: str = ""
    """The term that names the value, if it says so itself: ``section`` for a locator ``sec. 3``."""


class _Piece(NamedTuple):
    """A part in the making."""

    value: str
    label: str
    """As typed, or the abbreviation of the variable."""
    join: str = ""
    prefix: str = ""
    shows_label: bool = False
    gap: str = ""
    original_label: str = ""
    numeric: bool = True
    collapsible: bool = False
    plural: bool = False


_REMEMBERED: Final = 1 << 15
"""Values that a reader remembers."""

_LONGEST: Final = 999
"""A value of more characters is text, whatever it holds."""

_AND = r",?\s{1,9}and\s{1,9}"
_LABEL_WORD = r"[a-z]{1,4}|subpara|subch|amend|bibliog|annot|illus|princ|intro|sched|subdiv|subsec"
_EMBEDDED = re.compile(rf"((?:^| )(?:{_LABEL_WORD})(?:\.| ) *)")
_SUBSECTION = re.compile(r"(?:[a-z]{1,4}\. +)*\d+[,a-zA-Z]+")
_LETTERS = re.compile(r"[,a-zA-Z]+")
_PREFIXED = re.compile(r"(\d*[a-zA-Z]+(?:0(?=\d))*+)?(\d++[-,a-zA-Z]*)")
_PLAIN_NUMBER = re.compile(r"\d+[-;,:a-zA-Z]*")
_NUMERIC = re.compile(r"(?:\d++|[ixv]++)(?:[-,:a-zA-Z]*|-[-\d]+)")
_ROMAN = re.compile(r"[ivxlcmIVXLCM]+")
_RANGE_END = re.compile(r"\d+|[ivxlcmIVXLCM]+")
_FRACTION = re.compile(r"\d+(?:/\d+)+")
_PAGES = re.compile(r"(\d{1,15})[-\u2013](\d{1,15})", re.ASCII)
_RANGEABLE = re.compile(r"\d+[a-z]*")


class NumberReader:
    """Reads values under one locale and one style's page-range format, and remembers what it read."""

    def __init__(
        self,
        *,
        page_range_format: str | None = None,
        page_delimiter: str = "\u2013",
        year_delimiter: str = "\u2013",
        and_term: str = "and",
        ampersand: str = "&",
        has_term: Callable[[str], bool] = lambda _term: True,
    ) -> None:
        """``has_term`` tells whether the locale has a term; ``ampersand`` is the symbol form of "and".

        A format that there is not is none.
        """
        self._format = page_range_format if page_range_format in pages.FORMATS else None
        self._page_delimiter = page_delimiter or "\u2013"
        self._year_delimiter = year_delimiter or "\u2013"
        self._ampersand = ampersand if ampersand != and_term else "&"
        self._has_term = has_term
        word = re.escape(and_term)
        words = _AND if and_term in ("", "and") else rf"{_AND}|,?\s{{1,9}}{word}\s{{1,9}}"
        joints = rf"\s{{0,9}}&\s{{0,9}}|{words}|[;,]\s{{1,9}}"
        self._joint = re.compile(rf"({joints}|\s{{0,9}}[-\u2013]+\s{{0,9}})")
        self._joint_without_hyphen = re.compile(rf"({joints}|\s{{0,9}}\u2013+\s{{0,9}})")
        self._known: Memory[tuple[str, str, str], Numbers] = Memory(_REMEMBERED)

    def read(self, text: str, variable: str, label: str = "") -> Numbers:
        """The parts of a value of ``variable``; ``label`` is the term that comes with a locator.

        A hyphen after a backslash is part of a number, not a range.
        """
        key = text, variable, label
        number = self._known.get(key)
        if number is None:
            number = self._read(text, variable, label)
            if len(text) + len(label) <= LONGEST:
                self._known.keep(key, number)
        return number

    def _read(self, text: str, variable: str, label: str) -> Numbers:
        text = text.strip()
        if not text or len(text) > _LONGEST:
            return Numbers((Part(text),))
        if variable == "page" and (match := _PAGES.fullmatch(text)):
            return self._plain_range(match[1], match[2])
        if "," in text and _LISTED.fullmatch(text) and not _THOUSANDS.fullmatch(text):
            text = text.replace(",", ", ")
        if text.isascii() and text.isdigit() and variable not in _LABELLED:
            return _plain_number(text, variable)
        return self._taken_apart(text, variable, label)

    def _taken_apart(self, text: str, variable: str, label: str) -> Numbers:
        default = ABBREVIATIONS.get(variable, "")
        base = "page" if variable == "page-first" else variable
        pieces = self._pieces(self._labelled(text, base, label), base, default)
        pieces = list(self._counted(_spaced(pieces), base))
        many = pieces[0].numeric and _leading_number(text) > 1
        if base.startswith("number-of-") and (many or _THOUSANDS.fullmatch(text)):
            pieces[0] = pieces[0]._replace(plural=True)
        if len(pieces) == 1 and _FRACTION.fullmatch(pieces[0].value):
            pieces[0] = pieces[0]._replace(numeric=True, plural=False, collapsible=False)
        if base in _RANGED:
            self._join_ranges(pieces, base)
        return self._numbers(pieces, base)

    def _plain_range(self, first: str, last: str) -> Numbers:
        """What :meth:`_read` gives for two page numbers and nothing else, in a tenth of the time."""
        end = (pages.second_page(first, last, self._format) or last) if self._format else last
        begin = Part(first, "", self._page_delimiter, "page", False, " ", False, True, True, _whole(first))
        return Numbers(
            (begin, Part(end, "", "", "page", False, " ", False, True, True, _whole(end))), True, True, "page"
        )

    def _labelled(self, text: str, variable: str, label: str) -> str:
        """The value with a label in front, be it its own or the variable's."""
        first = text.partition(" ")[0]
        if not first or first in LABELS:
            return text
        if variable in ("locator", "page"):
            own = ABBREVIATIONS.get(label, "") if label else "p."
        else:
            own = ABBREVIATIONS.get(variable, "")
        return f"{own} {text}" if own else text

    def _pieces(self, text: str, variable: str, default: str) -> list[_Piece]:
        elements = self._elements(text, variable)
        pieces: list[_Piece] = []
        label, original = default, ""
        for index in range(0, len(elements), 2):
            join = re.sub(r"(?<!\s)\s*-\s*", "-", elements[index + 1]) if index + 1 < len(elements) else ""
            texts, labels = _split_labels(elements[index])
            if labels and self._is_no_label(labels[0].strip(), variable):
                if index == 0:
                    texts[:2] = [f"{texts[0]} {labels.pop(0).strip()} {texts[1]}"]
            elif labels:
                original = labels[0].strip()
            for position, value in enumerate(texts):
                last = position == len(texts) - 1
                if not value and not last:
                    continue
                label = labels[position - 1] if position and position <= len(labels) else label
                bare = label.strip()
                pieces.append(
                    _piece(
                        value.strip(),
                        bare or f"var:{variable}",
                        join if last else "",
                        "" if original == bare else original,
                        label[len(label.rstrip()) :],
                        embedded=variable == "page" and index == 0 and bool(bare) and bare not in ("p.", "pp."),
                    )
                )
        return pieces

    def _elements(self, text: str, variable: str) -> list[str]:
        """Texts and the joints between them, in turn."""
        if variable == "page":
            text = text.replace("\u2013", "-")
        joint = self._joint
        if "\\-" in text:
            joint = self._joint_without_hyphen
            text = "-".join(part.replace("-", "\u2013") for part in text.split("\\-")).replace("\\", "")
        elements = joint.split(text)
        for index in range(1, len(elements), 2):
            if elements[index].strip() == "&":
                before = elements[index - 1]
                letters = before[:1].isalpha() and before[-1:].isalpha()
                elements[index] = self._ampersand if letters else f" {self._ampersand} "
        return _with_subsections(elements)

    def _is_no_label(self, word: str, variable: str) -> bool:
        term = LABELS.get(word)
        return term is None or not self._has_term(term) or (variable not in _LABELLED and term != variable)

    def _counted(self, pieces: list[_Piece], variable: str) -> Iterator[_Piece]:
        """Each run of pieces under one label, told whether it is numeric, plural and to be printed with its label."""
        start = 0
        for end in range(1, len(pieces) + 1):
            if end < len(pieces) and pieces[end].label == pieces[start].label:
                continue
            group = pieces[start:end]
            numeric = bool(_NUMERIC.fullmatch(group[0].value))
            collapsible = group[0].value[:1].isdecimal() or bool(_ROMAN.fullmatch(group[0].value))
            shows = self._shows_label(group[0], variable, first=start == 0)
            for index, piece in enumerate(group):
                yield piece._replace(
                    numeric=numeric,
                    collapsible=collapsible,
                    plural=numeric and collapsible and len(group) > 1,
                    shows_label=(shows or piece.shows_label) if index == 0 else piece.shows_label,
                )
            start = end

    def _shows_label(self, piece: _Piece, variable: str, *, first: bool) -> bool:
        if piece.label.startswith("var:"):
            return False
        term = LABELS.get(piece.label)
        if not first:
            return True
        return (term is None or not self._has_term(term)) if variable in _LABELLED else term != variable

    def _join_ranges(self, pieces: list[_Piece], variable: str) -> None:
        label, count = "", 0
        for index, piece in enumerate(pieces):
            if not piece.collapsible:
                label, count = "", 0
                pieces[index] = piece._replace(join=self._delimiter(piece, variable, piece.join))
            elif piece.label != label:
                label, count = piece.label, 1
            elif piece.join == "-":
                count = 1
            else:
                count += 1
                if count == 2 and pieces[index - 1].prefix == piece.prefix:
                    count = self._join_range(pieces, index, variable)

    def _join_range(self, pieces: list[_Piece], index: int, variable: str) -> int:
        """Write the range that ends at ``index``; how many numbers of another one it leaves counted."""
        begin, end = pieces[index - 1], pieces[index]
        if begin.join != "-":
            return 1
        first, last = _leading_number(begin.value), _leading_number(end.value)
        if not self._format and first > last >= 0:
            pieces[index - 1] = begin._replace(join=self._delimiter(end, variable, "-"))
            return 2
        delimiter = "-"
        if first >= 0 and last >= 0 and _is_page(end, variable):
            if _RANGEABLE.fullmatch(begin.value) and _RANGEABLE.fullmatch(end.value):
                delimiter = self._page_delimiter
                end = self._second_page(begin, end)
        elif _RANGE_END.fullmatch(begin.value) and _RANGE_END.fullmatch(end.value):
            delimiter = self._page_delimiter
        elif _RANGEABLE.fullmatch(begin.value) and _RANGEABLE.fullmatch(end.value):
            delimiter = self._delimiter(end, variable, "-")
        pieces[index - 1 : index + 1] = [begin._replace(join=delimiter), end]
        return 0

    def _second_page(self, begin: _Piece, end: _Piece) -> _Piece:
        short = pages.second_page(begin.value, end.value, self._format) if self._format else None
        if short is None:
            return end
        return end._replace(value=short, prefix=end.prefix if self._format == "expanded" else "")

    def _delimiter(self, piece: _Piece, variable: str, join: str) -> str:
        if join != "-" or not piece.numeric:
            return join
        if variable in ("locator", "page") and not self._has_term(LABELS.get(piece.original_label or piece.label, "")):
            return join
        if variable == "collection-number":
            return self._year_delimiter
        return self._page_delimiter if variable in _DASHED or _is_page(piece, variable) else join

    def _numbers(self, pieces: Sequence[_Piece], variable: str) -> Numbers:
        head = pieces[0]
        short = head.shows_label and variable == "page"
        parts = tuple(
            Part(
                piece.value,
                piece.prefix,
                piece.join,
                "" if piece.label.startswith("var:") else LABELS.get(piece.label, piece.label),
                piece.shows_label,
                piece.gap,
                short or piece.label != head.label,
                piece.numeric,
                piece.plural,
                _number_of(piece),
            )
            for piece in pieces
        )
        label = LABELS.get(head.label, "")
        if variable == "number" and label == "issue" and self._has_term("number"):
            label = "number"
        return Numbers(parts, head.numeric, head.plural, label)


def _piece(value: str, label: str, join: str, original: str, gap: str, *, embedded: bool) -> _Piece:
    match = _PREFIXED.fullmatch(value)
    prefix, value = (match[1] or "", match[2]) if match else ("", value)
    return _Piece(value, label, join, prefix, embedded, gap, original)


def _number_of(piece: _Piece) -> int | None:
    return _whole(piece.value) if piece.collapsible and not piece.prefix else None


def _plain_number(digits: str, variable: str) -> Numbers:
    """What :meth:`NumberReader.read` gives for digits and nothing else, without taking them apart."""
    label = LABELS.get(ABBREVIATIONS.get("page" if variable == "page-first" else variable, ""), "")
    plural = variable.startswith("number-of-") and int(digits[:18]) > 1
    return Numbers((Part(digits, "", "", label, False, "", False, True, plural, _whole(digits)),), True, plural, label)


def _whole(digits: str) -> int | None:
    return int(digits) if digits.isdecimal() and digits[0] != "0" and len(digits) < 16 else None


def _leading_number(text: str) -> int:
    """The digits at the start as a number, -1 if there are none."""
    match = re.match(r"\s*(\d{1,18})", text)
    return int(match[1]) if match else -1


def _is_page(piece: _Piece, variable: str) -> bool:
    return variable == "page" or (variable == "locator" and "p." in (piece.label, piece.original_label))


def _spaced(pieces: list[_Piece]) -> list[_Piece]:
    return [piece._replace(join=piece.join or " ") for piece in pieces[:-1]] + pieces[-1:]


def _with_subsections(elements: list[str]) -> list[str]:
    """``12a``, ``-``, ``c`` made one again: a hyphen between letters behind a number is no range of numbers."""
    index = len(elements) - 2
    while index > 0:
        before, after = elements[index - 1], elements[index + 1]
        if elements[index] == "-" and _SUBSECTION.fullmatch(before) and _LETTERS.fullmatch(after):
            elements[index - 1 : index + 2] = [before + "-" + after]
        index -= 2
    return elements


def _split_labels(element: str) -> tuple[list[str], list[str]]:
    """The texts of an element and the labels between them: a text before, between and behind, empty or not."""
    split = _EMBEDDED.split(element)
    texts, labels = split[::2], split[1::2]
    for index in range(len(labels), 0, -1):
        before, after = texts[index - 1], texts[index]
        if before and not (_PLAIN_NUMBER.fullmatch(after) and _PLAIN_NUMBER.fullmatch(before)):
            texts[index - 1 : index + 1] = [before + labels.pop(index - 1) + after]
    return texts, labels
