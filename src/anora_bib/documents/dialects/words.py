"""What markup prints: words, each run of them in one form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words in one form. ``address`` is where it leads, "" for words that are no link."""

    text: str
    emphasis: bool = False
    strong: bool = False
    code: bool = False
    address: str = ""


def plain(text: str) -> tuple[Words, ...]:
    """The words of a text that is no markup."""
    return (Words(text),) if text else ()
