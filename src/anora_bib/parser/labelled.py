"""References whose parts are labelled, and the plain text form in which people write them down.

One reference a line, its CSL type first, then a tab and the text with a tag around each part::

    book	<author>Fisher, Mark</author>. <i><title>Capitalist Realism</title></i>. <publisher>Zero Books</publisher>.

``<i>`` marks what is printed in italics. ``&``, ``<`` and ``>`` of the text are written ``&amp;``, ``&lt;`` and
``&gt;``, a tab ``&#9;`` and a line break ``&#10;``. Tags of parts do not nest; italics may begin and end anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from anora_bib.errors import InputError
from anora_bib.parser.labels import Label
from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A stretch of a reference and what it is: ``text[start:end]``, never empty."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reference with its parts.

    ``spans`` are in order and do not overlap; what they leave is outside. ``type`` is a CSL item type, "" if the
    text is no reference. ``italics`` are the stretches printed so, in order, where that is known.

    Raises:
        ValueError: if spans or italics are empty, out of order, overlap, or leave the text.
    """

    text: str
    spans: tuple[LabelledSpan, ...] = ()
    type: str = ""
    italics: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        for stretches in (self.spans, self.italics):
            at = 0
            for stretch in stretches:
                if not at <= stretch.start < stretch.end <= len(self.text):
                    raise ValueError(
                        f"{stretch} is empty, out of order or outside of a text of {len(self.text)} characters"
                    )
                at = stretch.end

    def of(self, label: Label) -> tuple[str, ...]:
        """The texts under a label, in order."""
        return tuple(self.text[span.start : span.end] for span in self.spans if span.label is label)


_LABELS: Final = frozenset(label.value for label in Label)
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_LETTERS: Final = {escape: letter for letter, escape in _ESCAPES.items()}
_MARKUP: Final = re.compile(r"</?[a-z-]{1,20}>|&(?:amp|lt|gt|#9|#10|#13);")


def dump(references: Iterable[Labelled]) -> str:
    """The plain text form, a line a reference; :func:`load` gives back what went in."""
    return "".join(f"{reference.type}\t{_tagged(reference)}\n" for reference in references)


def load(text: str) -> Iterator[Labelled]:
    """The references of a text in the plain text form; empty lines and lines that begin with ``#`` are passed over.

    Raises:
        InputError: with line and column, at a line without a tab, an unknown tag, or tags that do not match.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            type, tab, tagged = line.rstrip("\r").partition("\t")
            if not tab:
                raise InputError(
                    "no tab", line=number, hint="write the item type, a tab, and the reference with its tags"
                )
            yield _untagged(tagged, type, number, len(type) + 2)


def _tagged(reference: Labelled) -> str:
    """The text with its tags. At one place, what ends comes before what begins."""
    tags: dict[int, list[str]] = {}
    for span in reference.spans:
        tags.setdefault(span.start, []).append(f"<{span.label}>")
        tags.setdefault(span.end, []).insert(0, f"</{span.label}>")
    for italic in reference.italics:
        tags.setdefault(italic.start, []).append("<i>")
        tags.setdefault(italic.end, []).insert(0, "</i>")
    parts: list[str] = []
    for at, letter in enumerate(reference.text):
        parts.extend(tags.get(at, ()))
        parts.append(_ESCAPES.get(letter, letter))
    parts.extend(tags.get(len(reference.text), ()))
    return "".join(parts)


def _untagged(tagged: str, type: str, line: int, column: int) -> Labelled:
    """One reference read back."""
    words: list[str] = []
    length = 0
    opened: dict[str, int] = {}
    spans: list[LabelledSpan] = []
    italics: list[Span] = []

    def fail(at: int, what: str) -> InputError:
        return InputError(what, line=line, column=column + at)

    at = 0
    for markup in _MARKUP.finditer(tagged):
        words.append(tagged[at : markup.start()])
        length += markup.start() - at
        at = markup.end()
        tag = markup.group()
        if tag.startswith("&"):
            words.append(_LETTERS[tag])
            length += 1
            continue
        name = tag.strip("</>")
        if name != "i" and name not in _LABELS:
            raise fail(markup.start(), f"there is no label {name!r}; the labels are {', '.join(Label)}")
        if tag.startswith("</"):
            start = opened.pop(name, None)
            if start is None or start == length:
                raise fail(markup.start(), f"{tag} ends nothing")
            if name == "i":
                italics.append(Span(start, length))
            else:
                spans.append(LabelledSpan(start, length, Label(name)))
        elif name in opened or (name != "i" and opened.keys() - {"i"}):
            raise fail(markup.start(), f"{tag} begins inside another part; parts do not nest")
        else:
            opened[name] = length
    if opened:
        raise fail(len(tagged), f"<{next(iter(opened))}> is not ended")
    words.append(tagged[at:])
    return Labelled("".join(words), tuple(spans), type, tuple(italics))
