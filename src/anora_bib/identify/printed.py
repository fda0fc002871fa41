"""References as they are printed: a file of them taken apart, and each without markup and list number."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

from anora_bib.model import Apparatus, Place
from anora_bib.text.spans import Span

_TAG = re.compile(r"</?(?:i|em|b|strong|u|span|cite|p|li|div)\b[^<>]{0,200}>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"</?(?:i|em)\b", re.IGNORECASE)
_STARS = re.compile(r"\*{1,3}")
_UNDERSCORE = re.compile(r"(?<![^\W_])_(?=[^\s_])|(?<=[^\s_])_(?![^\W_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BULLET = re.compile(r"(?:[-*+•]\s+|#{1,6}\s)")
_LABEL = re.compile(r"(?:\[[^\]\s]{1,12}\]|\(\d{1,4}\)|\d{1,4}[.)](?=\D)|\d{1,4}(?=\s+[^\W\d]))\s*")
"""The number or label of an entry in a list."""

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u2039\u203a", "'"),
        **dict.fromkeys("\u00a0\u202f\u2009\u200a\t\n\r", " "),
        "\u2026": "...",
    }
)
"""Typography that is lost where a reference is copied or typed again."""
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Printed:
    """One reference: its text without markup, with plain signs, and without its ``label`` ("[3]", "3.").

    ``italics`` holds the passages in italics, ``typography`` the text with the signs it was written with.
    """

    text: str
    typography: str
    label: str = ""
    italics: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Text with typewriter signs for quotation marks, dashes and spaces, so that only what is printed is compared."""
    return _SPACES.sub(" ", text.translate(_SIGNS).replace("''", '"')).strip()


def unlabelled(text: str) -> tuple[str, str]:
    """The label that an entry of a list begins with, "" for none, and the rest."""
    label = _LABEL.match(text)
    return (label[0].strip(), text[label.end() :]) if label and text[label.end() :].strip() else ("", text)


def printed(text: str) -> Printed:
    """One reference as it was given: plain text, or with the italics of HTML or Markdown."""
    bare, italics = _without_markup(" ".join(text.split()))
    label, rest = unlabelled(bare)
    return Printed(plain(rest), rest, label, tuple(plain(part) for part in italics))


def references(text: str) -> list[str]:
    """The references of a text: its paragraphs if some have several lines, else its lines. Headings are none."""
    paragraphs = [[line.strip() for line in part.splitlines() if line.strip()] for part in re.split(r"\n\s*\n", text)]
    several = len([part for part in paragraphs if part]) > 1
    if several and any(len(part) > 1 for part in paragraphs) and all(_is_one(part) for part in paragraphs):
        found = [" ".join(part) for part in paragraphs]
    else:
        found = [line for part in paragraphs for line in part]
    return [bare for line in found if (bare := _without_bullet(line)) and not line.startswith("#")]


def cited(apparatus: Apparatus) -> list[str]:
    """The references that a text lists, with their numbers, or else those in the notes to it, each once.

    Nothing where there are none, or of notes without a text: a file of nothing but references, a number before each.
    """
    text = apparatus.essay.text
    listed = [work.span for work in apparatus.works_cited]
    if listed:
        return [_with_label(text, span) for span in listed]
    if not any(span.of(text).strip() for span in apparatus.body):
        return []
    in_notes = (one.entry.text for one in apparatus.references if one.place is Place.NOTE and not one.short)
    return [*dict.fromkeys(in_notes)]


def _with_label(text: str, span: Span) -> str:
    """A listed work with what stands before it on its line, if that is its number or label."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.end]
    return line if unlabelled(line)[1] == span.of(text) else span.of(text)


def _is_one(paragraph: list[str]) -> bool:
    """Whether the lines of a paragraph are one reference: no line but the first has a label or a bullet."""
    return not any(_LABEL.match(line) or _BULLET.match(line) for line in paragraph[1:])


def _without_bullet(line: str) -> str:
    bullet = _BULLET.match(line)
    return line[bullet.end() :].strip() if bullet else line


def _without_markup(text: str) -> tuple[str, list[str]]:
    """Text without tags and emphasis, and the passages in italics."""
    marked = text
    if _TAG.search(text):
        marked = _TAG.sub(lambda tag: "*" if _ITALIC_TAG.match(tag[0]) else "", text.replace("*", "\\*"))
        marked = html.unescape(marked)
    kept: list[str] = []
    kept = _ESCAPE.findall(marked)
    marked = _ESCAPE.sub("\0", marked.replace("\0", ""))
    if len(_UNDERSCORE.findall(marked)) % 2 == 0:
        marked = _UNDERSCORE.sub("*", marked)
    if len(_STARS.findall(marked)) % 2:
        pieces, italics = [marked], []
    else:
        pieces = _STARS.split(marked)
        italics = pieces[1::2]
    escaped = iter(kept)

    def restored(piece: str) -> str:
        return re.sub("\0", lambda _: next(escaped), piece)

    whole = [restored(piece) for piece in pieces]
    return "".join(whole), whole[1::2] if italics else []
