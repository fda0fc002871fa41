"""pandoc's own tests of its BibTeX and BibLaTeX readers, beside what ours makes of the same entries.

    ANORA_BIB_MATERIAL=FOLDER python -m tests.formats.bibtex.pandoc [-v]

FOLDER/pandoc/command holds the files of ``test/command`` of jgm/pandoc; the program pandoc turns their expected output
into CSL-JSON. Prints each test that is not equal, and how many are. What is the same in other words is made alike on
both sides, for the reasons at :data:`ALIKE`; all other differences are those of :data:`DIFFERENT`, with theirs.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from anora_bib.formats.bibtex import BibTeX
from tests.formats.bibtex.material import find

ALIKE: Final = {
    "type": "an entry that has no type in CSL is a document for us, and has an empty type for pandoc",
    "nocase": "we mark every word in braces, for styles that put titles in sentence case; pandoc some of them",
    "particles": "von goes with the family name unless useprefix=false is said; pandoc has it the other way round",
    "event": "CSL 1.0.2 calls the variable event-title",
    "custom": "we keep fields that are no variables",
    "spaces": "a tie is a space",
    "season": "we give seasons as such; pandoc as months from 21 on",
}

_ONE_CAPITAL: Final = "where no language is given, one capital behind the first word may be that of a name"
_NAMES: Final = "capitals amid small letters are those of names, and stay"
_CONFERENCE: Final = "proceedings bear the name of a conference, which keeps its capitals"
_COLON: Final = "a small letter behind a colon stays as it is typed, where no language is given"

DIFFERENT: Final = {
    "11048": _COLON,
    "biblatex-aristotle-rhetoric": _NAMES,
    "biblatex-basic": _ONE_CAPITAL,
    "biblatex-bibstring-resolution": _ONE_CAPITAL,
    "biblatex-crossref-inbook-mvbook": _ONE_CAPITAL,
    "biblatex-crossref-nested": f"{_ONE_CAPITAL}; only parts of books inherit a bookauthor (manual, appendix B)",
    "biblatex-dates": _NAMES,
    "biblatex-edtf-date": "the year 0000 is 1 BC; CSL has circa for a date with a question mark",
    "biblatex-escapedquotes": "a word in title case behind a hyphen is left where the rest is in small letters",
    "biblatex-formatting": _ONE_CAPITAL,
    "biblatex-gaonkar-in": _ONE_CAPITAL,
    "biblatex-incollection-2": _ONE_CAPITAL,
    "biblatex-inproceedings": _CONFERENCE,
    "biblatex-issue288": "the name of a site stays as it is typed",
    "biblatex-salam": _CONFERENCE,
    "biblatex-textnormal": _NAMES,
    "biblatex-title-and-shorttitle": _ONE_CAPITAL,
    "biblatex-video": "a title in small letters stays in them",
    "biblatex-wilde": _NAMES,
    "biblatex-yoon": _COLON,
    "bibtex-basic": _ONE_CAPITAL,
}
"""Tests whose items are not the same, and why ours are right, or at least no worse."""

_TEST = re.compile(r"^```\n(% pandoc[^\n]*)\n(.*?)\n\^D\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r'<span class="(?:nocase|nodecor)">|<span>|</span>')
Items = list[dict[str, Any]]


class Case(NamedTuple):
    """One test: its name, the entries, and the items that pandoc makes of them."""

    name: str
    given: str
    expected: Items


def cases(folder: Path) -> Iterator[Case]:
    """Those that read entries and print the references."""
    for path in sorted(folder.glob("*.md")):
        for number, match in enumerate(_TEST.finditer(path.read_text("utf-8"))):
            command, given, expected = match.groups()
            if not re.search(r"-f (?:bibtex|biblatex)", command) or "--citeproc" in command:
                continue
            items = _items(command, expected)
            if items is not None:
                yield Case(f"{path.stem}{f'-{number}' if number else ''}", given, items)


def _items(command: str, expected: str) -> Items | None:
    if "csljson" in command:
        return json.loads(expected)  # type: ignore[no-any-return]
    if "references:" not in expected:
        return None
    program = shutil.which("pandoc") or "pandoc"
    done = subprocess.run(
        [program, "-f", "markdown", "-t", "csljson"], input=expected, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def alike(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item without what is the same in other words (see :data:`ALIKE`)."""
    out: dict[str, Any] = {}
    for name, value in item.items():
        if name in ("custom", "other-ids"):
            continue
        if isinstance(value, str):
            out["event-title" if name == "event" else name] = _text(value)
        elif isinstance(value, list):
            out[name] = [_name(one) for one in value]
        elif isinstance(value, dict):
            out[name] = _date(value)
        else:
            out[name] = str(value)
    out["type"] = out.get("type") or "document"
    return out


def _text(value: str) -> str:
    return " ".join(html.unescape(_SPAN.sub("", value)).replace("\u00a0", " ").split())


def _name(name: Any) -> Any:
    if not isinstance(name, dict):
        return name
    parts = {key: _text(str(value)) for key, value in name.items() if key != "comma-suffix" and value}
    particle = " ".join(filter(None, (parts.pop("dropping-particle", ""), parts.pop("non-dropping-particle", ""))))
    return {**parts, "particle": particle} if particle else parts


def _date(date: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {name: str(value) for name, value in date.items() if name != "date-parts"}
    points = [[int(part) for part in parts] for parts in date.get("date-parts", ())]
    if len(points) == 1 and len(points[0]) == 2 and points[0][1] > 20:
        out["season"] = str(points[0].pop() - 20)
    if points:
        out["date-parts"] = points
    return out


def differences(case: Case) -> list[str]:
    """What is not the same, a line for each variable of each item."""
    ours = [alike(entry.to_csl()) for entry in BibTeX().load(case.given, case.name).entries]
    theirs = [alike(item) for item in case.expected]
    found: list[str] = []
    if [item["id"] for item in ours] != [item["id"] for item in theirs]:
        found.append(f"ids: {[item['id'] for item in ours]} not {[item['id'] for item in theirs]}")
    by_id = {item["id"]: item for item in ours}
    for item in theirs:
        mine = by_id.get(item["id"], {})
        for name in sorted({*item, *mine}):
            if item.get(name) != mine.get(name):
                line = f"{item['id']}.{name}: ours {mine.get(name)!r}, pandoc {item.get(name)!r}"
                found.append(line)
    return found


def main() -> None:
    """Print what differs."""
    folder = find("pandoc/command")
    if folder is None or shutil.which("pandoc") is None:
        sys.stdout.write("pandoc or its tests are not here\n")
        return
    equal = total = 0
    for case in cases(folder):
        total += 1
        found = differences(case)
        equal += not found
        if found:
            sys.stdout.write(f"{case.name}: {len(found)}\n")
        for line in found if "-v" in sys.argv else ():
            sys.stdout.write(f"    {line}\n")
    sys.stdout.write(f"{equal} of {total} are equal\n")


if __name__ == "__main__":
    main()
