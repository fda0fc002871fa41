"""Bytes to text, so that the text goes back to the very same bytes."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from anora_bib.errors import InputError

_FOREIGN = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
"""First bytes of binary files that are given by mistake for a text."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

_BOM_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark stays in the text: Python's plain "utf-16" writes the byte order of the machine, not of the file.
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LEGACY = "cp1252"
_LEGACY_LIMIT = 0.3
"""Western prose in cp1252 has a few non-ASCII bytes in a hundred; beyond this it is another script or no text."""

_HINT = "save it as UTF-8 text"


class Decoded(NamedTuple):
    """``text.encode(encoding)`` is what was read."""

    text: str
    encoding: str


def decode(data: bytes, path: str, declared: str = "") -> Decoded:
    """The text in ``data``: UTF-8, UTF-16 with a byte order mark, what the file declares, or else Windows-1252.

    Line ends stay as they are. A UTF-16 text keeps its byte order mark as its first character. ``declared`` is the name
    Python has for the encoding that the file says it is in; it is not believed of bytes that are valid UTF-8 beyond
    ASCII, which no other encoding gives by chance.

    Raises:
        InputError: the file is empty, is not text, or is in an encoding that cannot be determined.
    """
    for magic, kind in _FOREIGN.items():
        if data.startswith(magic):
            raise InputError(f"this is {kind}, not text", path=path, hint="export it as Markdown, HTML or plain text")
    decoded = _by_mark(data, path) or _as_declared(data, declared) or _unmarked(data, path)
    if not decoded.text.strip("\ufeff \t\r\n\f\v"):
        raise InputError("the file is empty", path=path, hint="give a file with an essay in it", code="F003")
    if "\x00" in decoded.text:
        raise InputError("this is binary data, not text", path=path, hint=_HINT)
    return decoded


def _by_mark(data: bytes, path: str) -> Decoded | None:
    for mark, encoding in _BOM_ENCODINGS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(f"its mark says {encoding}, its bytes do not", error, data, path) from None
    return None


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    """The text in the declared encoding, if its bytes are all of that encoding and come back alike."""
    if not declared or (not data.isascii() and _is_utf8(data)):
        return None
    try:
        text = data.decode(declared)
        alike = text.encode(declared) == data
    except UnicodeError:
        return None
    return Decoded(text, declared) if alike else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unmarked(data: bytes, path: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        legacy = _as_legacy(data)
        if legacy is None:
            raise _undecodable("the encoding is unknown", error, data, path) from None
        return legacy


def _as_legacy(data: bytes) -> Decoded | None:
    """The text as cp1252, or None. Nearly every byte is valid in cp1252, so the result must look like prose."""
    try:
        text = data.decode(_LEGACY)
    except UnicodeDecodeError:
        return None
    foreign = len(data.translate(None, bytes(range(0x80))))
    if _CONTROL.search(text) or foreign > _LEGACY_LIMIT * len(data):
        return None
    return Decoded(text, _LEGACY)


def _undecodable(message: str, error: UnicodeDecodeError, data: bytes, path: str) -> InputError:
    if b"\x00" in data:
        return InputError("this is binary data, not text", path=path, hint=_HINT)
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = error.start - (before.rfind(b"\n") + 1) + 1
    return InputError(message, path=path, line=line, column=column, hint=_HINT)
