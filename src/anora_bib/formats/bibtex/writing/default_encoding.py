r"""Signs that LaTeX's default encoding of fonts (OT1) lacks: a preamble that takes them from another (T1).

Without it ``{\k{a}}`` is an error in every document that does not load fontenc. LaTeX itself has both encodings, so
that nothing has to be loaded. What a document defines is left alone, and in one that uses T1 nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SYMBOLS: Final = (
    "guillemotleft guillemotright guilsinglleft guilsinglright quotedblbase quotesinglbase textquotedbl dj DJ dh DH th "
    "TH ng NG"
).split()
_ACCENTS: Final = ("k",)
_USED: Final = re.compile(rf"\\({'|'.join((*_SYMBOLS, *_ACCENTS))})(?![A-Za-z])")
_DEFINED: Final = "OT1\\string\\"
"""Stands in each definition that the preamble makes."""


def preamble(chunks: Iterable[str]) -> str:
    """The preamble for what is used in the chunks of a file; "" if nothing is, or one of them is that preamble."""
    used: set[str] = set()
    for chunk in chunks:
        if _DEFINED in chunk:
            return ""
        if "\\" in chunk:
            used.update(match[1] for match in _USED.finditer(chunk))
    if not used:
        return ""
    parts = [_definition(name) for name in (*_SYMBOLS, *_ACCENTS) if name in used]
    return "@preamble{" + "\n  # ".join(f'"{part}"' for part in parts) + "}"


def _definition(name: str) -> str:
    start = f"\\expandafter\\providecommand\\csname {_DEFINED}{name}\\endcsname"
    if name in _ACCENTS:
        return f"{start}[1]{{\\UseTextAccent{{T1}}{{\\{name}}}{{#1}}}}"
    return f"{start}{{\\UseTextSymbol{{T1}}{{\\{name}}}}}"
