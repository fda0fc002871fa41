"""What is said of a rule, or of a code that reading a file may give, at length."""

from __future__ import annotations

from anora_bib.lint.rule import Documented
from anora_bib.lint.select import unknown
from anora_bib.notices import NOTICES, Notice
from anora_bib.registry import Registry


def described(code: str, rules: Registry[Documented]) -> Documented | Notice:
    """The rule or notice of that code or name, in any case.

    Raises:
        UnknownNameError: there is none; the error names the nearest.
    """
    every: list[Documented | Notice] = [*NOTICES.values(), *rules]
    for one in every:
        if code.lower() in (one.code.lower(), one.name):
            return one
    raise unknown(code, every)


def page(described: Documented | Notice) -> str:
    """All that is said of it, as Markdown."""
    fix = "" if isinstance(described, Notice) else f"\n\nA fix is {described.availability} available."
    return f"# {described.code}: {described.name}\n\n{described.summary}{fix}\n\n{described.doc.strip()}\n"
