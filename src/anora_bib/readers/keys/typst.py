"""Typst: ``@key``, ``#cite(<key>)``, ``#bibliography("refs.bib")``, ``#include``."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.documents.document import Document
from anora_bib.model.essay.keyed import CitationKey, KeyedText, NamedFile
from anora_bib.readers.keys.blanking import after, blanked
from anora_bib.text.spans import TextSpan

SUFFIXES: Final = (".typ",)

_SHOWN: Final = re.compile(r"\\.|(?P<fence>`{3,})|(?P<ticks>`)|(?P<block>/\*)|(?P<address>https?://)|(?P<line>//)")
_CITED: Final = re.compile(
    r"(?<![\w@\\\"])@(?P<key>\w(?:[\w-]|[:.](?=\w))*)|#?\bcite\(\s{0,8}<(?P<label>[^<>\s]{1,300})>"
)
_LABEL: Final = re.compile(r"<(?P<name>\w[\w:.-]{0,200})>")
_LIBRARIES: Final = re.compile(r"\bbibliography\((?P<names>[^()]{0,1000}(?:\([^()]{0,1000}\))?)")
_STRING: Final = re.compile(r'"(?P<name>[^"\\\n]{1,300}\.(?:bib|ya?ml|json))"')
_PART: Final = re.compile(r'#?\b(?:include|import)\s{1,4}"(?P<name>[^"\n@:]{1,300}\.typ)"')
_FULL: Final = re.compile(r"\bfull:\s{0,4}true")


def read(text: str, path: str) -> KeyedText:
    """What the text of a Typst file says of its citations. A label is no entry, and a reference to it no citation."""
    shown = without_shown(text)
    keys = []
    for found in _CITED.finditer(shown):
        group = "key" if found["key"] else "label"
        keys.append(CitationKey(found[group], TextSpan(*found.span(group))))
    labels = {found["name"] for found in _LABEL.finditer(_CITED.sub("", shown))}
    libraries = [
        NamedFile(
            name["name"], TextSpan(found.start("names") + name.start("name"), found.start("names") + name.end("name"))
        )
        for found in _LIBRARIES.finditer(shown)
        for name in _STRING.finditer(found["names"])
    ]
    hidden = any(not _STRING.search(found["names"]) for found in _LIBRARIES.finditer(shown))
    parts = tuple(NamedFile(found["name"], TextSpan(*found.span("name"))) for found in _PART.finditer(shown))
    everything = any(_FULL.search(found["names"]) for found in _LIBRARIES.finditer(shown))
    return KeyedText(Document(path, text), tuple(keys), tuple(libraries), parts, frozenset(labels), everything, hidden)


def without_shown(text: str) -> str:
    """The text with comments and code made blanks; addresses stay."""
    spans: list[tuple[int, int]] = []
    at = 0
    while match := _SHOWN.search(text, at):
        at = match.end()
        if match["fence"] or match["ticks"]:
            at = after(text, match[0], match.end())
        elif match["block"]:
            at = after(text, "*/", match.end())
        elif match["line"]:
            at = after(text, "\n", match.end())
        if at > match.end() or match["line"]:
            spans.append((match.start(), at))
    return blanked(text, spans)
