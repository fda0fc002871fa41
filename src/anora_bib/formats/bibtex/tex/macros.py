r"""Commands that a file defines in its ``@preamble``, such as BibTeX's own ``\newcommand{\noopsort}[1]{}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.model.bibliography.written import Macro

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand)\*?\s{0,9}\{?\s{0,9}\\(?P<name>[A-Za-z]{1,40})\s{0,9}\}?\s{0,9}(?:\[(?P<count>\d)\])?\s{0,9}(?=\{)"
    r"|\\def\s{0,9}\\(?P<def>[A-Za-z]{1,40})\s{0,9}(?P<parameters>(?:#\d){0,9})\s{0,9}(?=\{)"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_PARAMETER = re.compile(r"#([1-9])")
_BRACE = re.compile(r"[{}]")

_MOST_STEPS: Final = 200
"""Commands that are put in for one value: a definition that needs itself would never end."""
_LONGEST: Final = 100_000


Macros = Mapping[str, Macro]


def definitions(preamble: str) -> dict[str, Macro]:
    """The commands that a preamble defines; of two definitions the last counts."""
    found: dict[str, Macro] = {}
    at = 0
    while match := _DEFINITION.search(preamble, at):
        end = group_end(preamble, match.end())
        if end is None:
            break
        count = int(match["count"] or 0) if match["name"] else len(match["parameters"] or "") // 2
        found[match["name"] or match["def"]] = Macro(count, preamble[match.end() + 1 : end - 1])
        at = end
    return found


def expanded(latex: str, macros: Macros) -> str:
    """The value with the commands of the file replaced by what they stand for."""
    steps = at = 0
    while (match := _COMMAND.search(latex, at)) and steps < _MOST_STEPS and len(latex) < _LONGEST:
        macro = macros.get(match[1])
        end = match.end()
        at = end
        if macro is None:
            continue
        arguments: list[str] = []
        for _ in range(macro.arguments):
            end = len(latex) - len(latex[end:].lstrip())
            closing = group_end(latex, end) if latex.startswith("{", end) else min(end + 1, len(latex))
            if closing is None:
                return latex
            argument = latex[end:closing]
            arguments.append(argument[1:-1] if argument.startswith("{") else argument)
            end = closing
        body = _PARAMETER.sub(lambda it, given=arguments: _of(given, int(it[1])), macro.body)  # type: ignore[misc]
        latex = latex[: match.start()] + body + latex[end:]
        at = match.start()
        steps += 1
    return latex


def _of(arguments: list[str], number: int) -> str:
    return arguments[number - 1] if number <= len(arguments) else ""


def items(latex: str) -> list[str]:
    """The items of a list, which "and" parts where it stands outside of braces."""
    found: list[str] = []
    depth = start = 0
    for match in _AND_OR_BRACE.finditer(latex):
        sign = match[0]
        if sign in "{}":
            depth += 1 if sign == "{" else -1
        elif depth == 0:
            found.append(latex[start : match.start()])
            start = match.end()
    return [*found, latex[start:]]


_AND_OR_BRACE = re.compile(r"[{}]|\sand(?=\s)")


def group_end(text: str, at: int) -> int | None:
    """Behind the brace that closes the one at ``at``; None if none does."""
    depth = 0
    for match in _BRACE.finditer(text, at):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return None
