"""Bytes of a bibliography file to text, in the encoding that the file names."""

from __future__ import annotations

import codecs
import re
from typing import Final

from anora_bib.documents.decode import decode

_LOOKED_AT: Final = 4096
_NAMED: Final = (
    re.compile(
        rb"(?im)^%{1,4}[ \t]{0,8}(?:!\w{2,8}[ \t]{0,8})?Encoding[ \t]{0,8}[:=][ \t]{0,8}([A-Za-z][\w.:-]{1,30})"
    ),
    re.compile(rb"\A\s{0,80}<\?xml\s[^>]{0,120}?\bencoding\s{0,8}=\s{0,8}[\"']([A-Za-z][\w.:-]{1,30})"),
)
"""Where a file names its encoding: JabRef's ``% Encoding: Cp1252``, BibDesk's ``%% Encoding``, and XML."""


def text_in(data: bytes, path: str) -> str:
    """The text of a bibliography file, without a byte order mark.

    It is in UTF-8, in what its mark or its header names, or else in Windows-1252, which old programs write. A file that
    was put together from both has lines in either.

    Raises:
        InputError: the file is empty, is not text, or is in an encoding that cannot be determined.
    """
    declared = _declared(data)
    text = _by_line(data) if declared in _WESTERN else ""
    return text or decode(data, path, declared=declared).text.removeprefix("\ufeff")


_WESTERN: Final = ("", "utf-8", "cp1252", "iso8859-1")


def _by_line(data: bytes) -> str:
    """The text of a file with lines in UTF-8 and lines in Windows-1252; "" for any other file."""
    if data.isascii() or b"\0" in data or data.startswith(codecs.BOM_UTF8):
        return ""
    lines: list[str] = []
    encodings: set[str] = set()
    for line in data.splitlines(keepends=True):
        for encoding in ("utf-8", "cp1252"):
            try:
                lines.append(line.decode(encoding))
            except UnicodeDecodeError:
                continue
            encodings |= set() if line.isascii() else {encoding}
            break
        else:
            return ""
    return "".join(lines) if len(encodings) > 1 else ""


def _declared(data: bytes) -> str:
    """The name Python has for the encoding that the file names, "" if it names none that there is."""
    for pattern in _NAMED:
        if match := pattern.search(data[:_LOOKED_AT]):
            try:
                name = codecs.lookup(match[1].decode("ascii")).name
                "".encode(name)  # a codec of text, and not one of bytes such as hex
            except LookupError:
                continue
            return name
    return ""
