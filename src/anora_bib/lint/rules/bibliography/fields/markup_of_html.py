r"""Markup of HTML in a value.

## What it finds

A tag (`<i>`, `</sub>`) or a character reference (`&amp;`) in a field that is printed.

## Why it matters

LaTeX prints the tag as it stands, and stops at the `&`.

## Example

    @misc{roe2009, title = {On <i>Anora</i> &amp; Others}, year = 2009}

## Instead

    @misc{roe2009, title = {On \emph{Anora} \& Others}, year = 2009}

## How it is fixed

Tags with a command of LaTeX become that, and references the sign they name. A change of words is not made; the fix is
safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.lint.rules.shared.bib_files.printed_fields import PRINTED
from anora_bib.text.characters import shortened
from anora_bib.text.spans import TextEdit

_REFERENCE: Final = re.compile(
    r"(?<!\\)&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|[a-z]{1,6}(?:acute|grave|uml|circ|tilde|cedil)|#x?[0-9a-fA-F]{2,6});"
)
_MARKUP: Final = re.compile(
    rf"</?(?:i|b|em|strong|sub|sup|span|p|br|jats:[a-z]{{1,20}}|scp|italic|bold)(?:\s[^<>]{{0,200}})?/?>|{_REFERENCE.pattern}"
)
_COMMANDS: Final = {"i": "emph", "em": "emph", "b": "textbf", "strong": "textbf", "sup": "textsuperscript",
                    "sub": "textsubscript", "scp": "textsc"}  # fmt: skip


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each field with such markup, with a fix where LaTeX has a command for each of its tags."""
    for entry, field in file.fields(*PRINTED):
        if field.macro or not ("<" in field.words or "&" in field.words):
            continue
        match = _MARKUP.search(field.words)
        if not match:
            continue
        written = _as_latex(field.words)
        fix = None
        if written is not None:
            edit = TextEdit(field.span, written, as_written=True)
            fix = TextFix("Write it in LaTeX", (edit,), Applicability.SAFE)
        message = f"{entry.label}: {field.name} has markup of HTML: {shortened(match[0])}"
        yield Finding(field.part(match.start(), match.end()), message, fix=fix)


def _as_latex(words: str) -> str | None:
    """The value in LaTeX; None where a tag has no command, is not closed, or stands in math."""
    if "$" in words:
        return None
    for tag, command in _COMMANDS.items():
        words = re.sub(rf"<{tag}>([^<>{{}}]*)</{tag}>", rf"\\{command}{{\1}}", words)
    words = _REFERENCE.sub(lambda match: _escaped(unescape(match[0])), words)
    return None if _MARKUP.search(words) else words


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in "&%#_$" else "~" if sign == "\u00a0" else sign


RULE = BibliographyRule.documented("B103", "markup-of-html", __doc__, check, availability=FixAvailability.SOMETIMES)
