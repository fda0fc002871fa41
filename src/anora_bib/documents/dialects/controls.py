"""Characters that markup cannot hold as text: line ends inside an argument or a field, and control characters."""

from __future__ import annotations

import re

# A line end inside an argument, a link or a field could be a blank line, which ends the paragraph and with it all that
# is open there.
_LINE_END = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CONTROL_IN_LINES = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def one_line(text: str) -> str:
    """``text`` with a space for each run of line ends and tabs, and without control characters."""
    return text if text.isprintable() else _CONTROL.sub("", _LINE_END.sub(" ", text))


def without_controls(text: str) -> str:
    """``text`` without control characters; line ends and tabs stay."""
    return text if text.isprintable() else _CONTROL_IN_LINES.sub("", text)
