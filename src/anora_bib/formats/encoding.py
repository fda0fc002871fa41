"""Bytes of a bibliography file to text, in the encoding that the file names."""

from __future__ import annotations

import codecs
import re
from typing import Final

from anora_bib.documents.decode import decode

_LOOKED_AT: Final = 4096
_NAMED: Final = (
    re.compile(rb"(?im)^%[ \t]{0,8}(?:!\w{2,8}[ \t]{0,8})?Encoding[ \t]{0,8}[:=][ \t]{0,8}([A-Za-z][\w.:-]{1,30})"),
    re.compile(rb"\A\s{0,80}<\?xml\s[^>]{0,120}?\bencoding\s{0,8}=\s{0,8}[\"']([A-Za-z][\w.:-]{1,30})"),
)
"""Where a file names its encoding: JabRef's ``% Encoding: Cp1252``, BibDesk's ``%% Encoding``, and XML."""


def text_in(data: bytes, path: str) -> str:
    """The text of a bibliography file, without a byte order mark.

    It is in UTF-8, in what its mark or its header names, or else in Windows-1252, which old programs write.

    Raises:
        InputError: the file is empty, is not text, or is in an encoding that cannot be determined.
    """
    return decode(data, path, declared=_declared(data)).text.removeprefix("\ufeff")


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
