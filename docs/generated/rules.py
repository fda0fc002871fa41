"""A page for each rule and each code of reading, as ``anora-bib explain`` prints it, and the list of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from anora_bib.assembly.plugins import load_plugins
from anora_bib.lint.explained import page
from anora_bib.lint.rule import Documented
from anora_bib.notices import NOTICES, Notice
from generated.markdown import code, plain, table, toctree

_FAMILIES: Mapping[str, str] = {
    "A": "Names and titles, beside the authority records",
    "C": "What should be cited",
    "D": "Dates",
    "M": "Markers",
    "N": "Notes",
    "Q": "Quotation marks",
    "W": "Lists of works cited",
    "B0": "Entries of .bib files",
    "B1": "Fields",
    "B2": "Names in .bib files",
    "B3": "Dates in .bib files",
    "B4": "Identifiers and pages",
    "B5": "Titles",
    "L": "Libraries and the documents that cite from them",
    "BIB": "Read in bibliography files",
    "E": "Read in essays",
    "F": "Files",
    "REC": "Authority records",
}
"""Beginnings of codes."""


def pages() -> Mapping[str, str]:
    """The pages by their paths."""
    rules = list(load_plugins(installed=False).rules)
    all_pages = {f"rules/{rule.code}.md": f"{page(rule)}\n{_leaving_out(rule)}" for rule in rules}
    all_pages |= {f"rules/{notice.code}.md": page(notice) for notice in NOTICES.values()}
    return {**all_pages, "rules/index.md": _index(rules)}


def _leaving_out(rule: Documented) -> str:
    setting = f'`ignore = ["{rule.code}"]` in the [settings](../tables/settings.md)'
    runs = "It runs with `--pedantic` only. " if rule.pedantic else ""
    return f"## Leaving it out\n\n{runs}`--ignore {rule.code}` leaves it out, and so does {setting}.\n"


def _index(rules: Iterable[Documented]) -> str:
    described: list[Documented | Notice] = [*rules, *NOTICES.values()]
    lines = [
        "# The rules\n",
        "What `check` finds, a page each, as `anora-bib explain CODE` prints it. How often the findings are right is",
        "told for [essays](../rules.md) and for [.bib files](../bib-rules.md).\n",
    ]
    for beginning, title in _FAMILIES.items():
        rows = [_row(one) for one in described if _family(one.code) == beginning]
        lines += [f"## {title}\n", table(("code", "name", "what it finds", "fix", "severity"), rows)]
    return "\n".join([*lines, toctree(one.code for one in described)])


def _family(code_of_rule: str) -> str:
    return max((beginning for beginning in _FAMILIES if code_of_rule.startswith(beginning)), key=len)


def _row(one: Documented | Notice) -> tuple[str, ...]:
    fix = "" if isinstance(one, Notice) else str(one.availability)
    pedantic = " (`--pedantic`)" if isinstance(one, Documented) and one.pedantic else ""
    return (f"[{one.code}]({one.code}.md)", code(one.name), plain(one.summary) + pedantic, fix, one.severity.value)
