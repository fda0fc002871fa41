r"""The ``.aux`` file that LaTeX writes: ``\citation``, biblatex's ``\abx@aux@cite``, ``\bibdata``, ``\@input``."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.documents.document import Document
from anora_bib.model.essay.keyed import CitationKey, KeyedText, NamedFile
from anora_bib.text.spans import TextSpan

SUFFIXES: Final = (".aux",)

_CITED: Final = re.compile(r"\\(?:citation|abx@aux@cite(?:\{\d{1,6}\})?)\{(?P<keys>[^{}]{0,20000})\}")
_DATA: Final = re.compile(r"\\bibdata\{(?P<names>[^{}]{0,4000})\}")
_PART: Final = re.compile(r"\\@input\{(?P<name>[^{}]{1,300})\}")
_WORD: Final = re.compile(r"[^,\s]+")
_CONTROL: Final = re.compile(r"biblatex-control|(?:REVTEX|aps?rev|aipnum|apsrmp)[\w.-]{0,10}Control", re.IGNORECASE)
"""Keys by which packages set options of a style."""


def read(text: str, path: str) -> KeyedText:
    """What an auxiliary file says of the citations of its document."""
    keys: dict[str, CitationKey] = {}
    for key, span in _words(text, _CITED, "keys"):
        if not _CONTROL.fullmatch(key):
            keys.setdefault(key, CitationKey(key, span))
    everything = keys.pop("*", None) is not None
    data = tuple(NamedFile(name, span) for name, span in _words(text, _DATA, "names"))
    parts = tuple(NamedFile(found["name"], TextSpan(*found.span("name"))) for found in _PART.finditer(text))
    return KeyedText(Document(path, text), tuple(keys.values()), data, parts, everything=everything)


def _words(text: str, pattern: re.Pattern[str], group: str) -> list[tuple[str, TextSpan]]:
    """The words in a group of each match, with their places."""
    return [
        (word[0], TextSpan(found.start(group) + word.start(), found.start(group) + word.end()))
        for found in pattern.finditer(text)
        for word in _WORD.finditer(found[group])
    ]
