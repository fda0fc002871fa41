"""RTF: ASCII only; other characters are signed 16-bit units (specification 1.9, "Unicode RTF")."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\{}\t\n\r\v\f\x1c-\x1e]|[\x00-\x1f\x7f]|[^\x00-\x7f]")
_CONTROLS = {"\t": "\\tab ", **dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\\line ")}


def text(text: str) -> str:
    """``text`` as RTF that prints it; line ends and tabs become commands, other control characters are left out."""
    return _SIGNS.sub(_written, text.replace("\r\n", "\n"))


def _written(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\\{}":
        return f"\\{char}"
    if char in _CONTROLS:
        return _CONTROLS[char]
    if char < " " or "\x7f" <= char <= "\x9f":
        return ""
    units = char.encode("utf-16-le", "surrogatepass")
    return "".join(f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2))
