"""The sources of an essay as a style is given them: as they are typed, with the short titles that the essay uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from anora_bib.language.tongues import counting, most_of
from anora_bib.live.keys import Keys
from anora_bib.live.words import Printed
from anora_bib.model import Apparatus, Entry, Library, Name
from anora_bib.model.essay.pieces import Reference, ShortForm
from anora_bib.text.characters import fold

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
"""An escape of Markdown (CommonMark, "Backslash escapes")."""
_MAIN: Final = re.compile(r"\A[^:?!.]{3,80}(?=:\s)")
"""A title up to its subtitle."""
_PERIODICAL: Final = frozenset(("article-magazine", "article-newspaper"))
_LANGUAGES: Final = ("fr", "es", "it", "de", "pt", "nl")
_ENGLISH: Final = frozenset("the of and to for with on from by is are an at its how what why".split())
_EDGES: Final = " \t\n.,;:*_“”\"'‘’„«»"


def given(apparatus: Apparatus, library: Library, keys: Keys) -> list[Entry]:
    """The entries of the library as the style is to print them."""
    shorts = _short_titles(apparatus, keys)
    markdown = apparatus.essay.document.dialect.name == "markdown"
    return [_given(entry, shorts.get(entry.key, ""), markdown=markdown) for entry in library]


def _given(entry: Entry, short: str, *, markdown: bool) -> Entry:
    if markdown:
        entry = _as_read(entry)
    title = entry.string("title")
    if not entry.string("title-short"):
        main = _MAIN.match(title)
        known = short if short and fold(short) in fold(title) and len(short) < len(title) else ""
        if known or main:
            entry = entry.with_values(title_short=known or (main[0] if main else None))
    if not entry.string("language") and (tongue := _language(f"{title} {entry.string('container-title')}")):
        entry = entry.with_values(language=tongue)  # so that no style sets English capitals in it
    if entry.type in _PERIODICAL and entry.string("volume"):
        # Styles print no volume of a magazine or newspaper: what has one is cited like a journal.
        return replace(entry, type="article-journal")
    return entry


def _language(title: str) -> str:
    """The language of a title that is not English; "" where its small words do not tell."""
    words = fold(title).split()
    if not _ENGLISH.isdisjoint(words):
        return ""
    best, count = most_of(_LANGUAGES, counting(words))
    return best if count else ""


def _short_titles(apparatus: Apparatus, keys: Keys) -> Mapping[str, str]:
    """By key, the first short title that the essay gives of a source."""
    printed = Printed(apparatus)
    found: dict[str, str] = {}
    for reference in apparatus.references:
        piece = printed.of(reference)
        title = piece.title if isinstance(piece, ShortForm) else ""
        if (
            isinstance(piece, Reference)
            and len(piece.entry.fields.keys() - {"author", "title", "locator", "page"}) == 0
        ):
            title = piece.entry.string("title")
        if title.strip(_EDGES) and (key := keys.of(reference)):
            found.setdefault(key, title.strip(_EDGES))
    return found


def _as_read(entry: Entry) -> Entry:
    """The entry with the text that a reader of Markdown sees: escapes and hyphens of smart punctuation taken."""
    fields = {
        name: replace(field, value=_read(field.value))
        if isinstance(field.value, str) and "://" not in field.value
        else replace(field, value=tuple(map(_name, field.value)))
        if isinstance(field.value, tuple)
        else field
        for name, field in entry.fields.items()
    }
    return replace(entry, fields=fields)


def _name(value: Name) -> Name:
    return replace(value, family=_read(value.family), given=_read(value.given), literal=_read(value.literal))


def _read(text: str) -> str:
    if "\\" not in text and "--" not in text:
        return text
    return _ESCAPED.sub(r"\1", text.replace("---", "—").replace("--", "–"))
