"""Comments that leave findings out: ``% anora: ignore B401`` at one place, ``% anora: ignore-file B401`` in a file."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_COMMENT: Final = re.compile(
    r"(?:%|<!--|//)[ \t]{0,8}anora:[ \t]{0,8}ignore(?P<file>-file)?"
    r"(?P<names>[ \t,]{0,8}[A-Za-z0-9]{1,60}(?:[ \t,]{1,8}[A-Za-z0-9]{1,60}|-[A-Za-z0-9]{1,60}){0,60})?"
)
_WORD: Final = re.compile(r"[^\s,]+")


class Suppression(NamedTuple):
    """One such comment: where it stands, if it holds for the whole file, and codes or names in small letters.

    No names mean all findings.
    """

    at: int
    whole_file: bool
    names: frozenset[str]

    def holds(self, *names: str) -> bool:
        """True if it leaves out the findings of a rule, given by its code and name."""
        return not self.names or not self.names.isdisjoint(name.lower() for name in names)


def suppressions(text: str) -> list[Suppression]:
    """The comments of a text, in its order."""
    return [
        Suppression(match.start(), match["file"] is not None, frozenset(_WORD.findall((match["names"] or "").lower())))
        for match in _COMMENT.finditer(text)
    ]
