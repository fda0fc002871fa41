"""What formatting means inside other formatting: italics inside italics are upright, quotation marks alternate."""

from __future__ import annotations

from typing import Final

from anora_bib.csl.output.nodes import FLIPPING, Mark
from anora_bib.csl.values import richtext
from anora_bib.model.values.richtext import NO_DECORATION

_FLIPS: Final[dict[str, tuple[str, str, str]]] = {
    # tag of rich text -> attribute, the value it sets, the value it sets inside itself
    richtext.ITALIC: ("font-style", "italic", "normal"),
    richtext.BOLD: ("font-weight", "bold", "normal"),
    richtext.SMALL_CAPS: ("font-variant", "small-caps", "normal"),
    richtext.SUPERSCRIPT: ("vertical-align", "sup", "sup"),
    richtext.SUBSCRIPT: ("vertical-align", "sub", "sub"),
}
_UNDECORATED: Final = (("font-style", "normal"), ("font-weight", "normal"), ("font-variant", "normal"))


def resolved(marks: tuple[Mark, ...], around: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of a node as they are to be set inside those ``around`` it, the last of which is the nearest."""
    if not any(mark[0] == FLIPPING or mark[1] == "normal" for mark in marks):
        return marks
    made: list[Mark] = []
    for mark in marks:
        if mark[1] == "normal":
            # Upright among upright letters needs no saying.
            if any(name == mark[0] and value != "normal" for name, value in around):
                made.append(mark)
        elif mark[0] != FLIPPING:
            made.append(mark)
        elif mark[1] == NO_DECORATION:
            made += [normal for normal in _UNDECORATED if _nearest(normal[0], around) not in (None, "normal")]
        else:
            made.append(_flipped(mark[1], around))
    return tuple(made)


def has_italics(text: str) -> bool:
    """True if the text has a letter or digit of a script that knows italics: Latin, Greek, Cyrillic, Semitic, Thai."""
    return any(
        (char.isascii() and (char.isalnum() or char == "-"))
        or "\u00c0" <= char <= "\u06ff"
        or "\u0e01" <= char <= "\u0e5b"
        for char in text
    )


def _nearest(attribute: str, around: tuple[Mark, ...]) -> str | None:
    return next((value for name, value in reversed(around) if name == attribute), None)


def _flipped(tag: str, around: tuple[Mark, ...]) -> Mark:
    """What a tag of rich text means among the marks around it."""
    if tag in (richtext.OUTER_QUOTES, richtext.INNER_QUOTES):
        outside = _nearest("quotes", around)
        if outside is None:
            return "quotes", "outer" if tag == richtext.OUTER_QUOTES else "inner"
        return "quotes", "inner" if outside == "outer" else "outer"
    attribute, value, inside = _FLIPS[tag]
    return attribute, inside if _nearest(attribute, around) == value else value
