"""Words that try to act instead of being read, through every command and every output format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from anora_bib.cli import main, output, tables
from anora_bib.cli.session import Session

ATTACKS = (
    "\x1b[2J\x1b]0;owned\x07cleared",
    "\x9b31mred\x9b0m",
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "backspace\x08\x08\x08\x7f",
    "turned \u202egpj.exe\u202c round",
    "isolated \u2066text\u2069",
    "broken\u2028line\u2029here\x0b\x0c",
    "::error file=a,line=1::forged",
    "%0A::set-output name=x::y",
    '=HYPERLINK("https://evil.example")',
    "+1+1",
    "@SUM(1)",
    "<script>alert(1)</script>",
    '"]; evil [label="',
    "a --> b; click b callback",
    "]]><evil/>",
)
ACTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no terminal should get. Ends of lines and tabs are our own."""
OURS = re.compile("\x1b\\[[0-9;]+m")
"""Colours. The attacks have codes of other kinds, and one such behind another sign than Escape."""

FORMS = ("concise", "grouped", "json", "jsonl", "junit", "gitlab", "sarif", "github")

REPORTS = [
    ("check",),
    *(("check", "--output-format", form) for form in FORMS),
    ("sources",),
    ("sources", "--mentions"),
    ("fix", "--diff", "--unsafe"),
    ("graph", "--index"),
    *(("graph", "--to", to) for to in ("table", "csv", "json", "graphml", "dot", "mermaid", "html")),
]
"""Words for a person or a program that watches: printable wherever they go."""

DATA = [
    *(
        ("format", "-t", to, "-s", style)
        for to in ("text", "html", "markdown", "latex", "rtf", "rst")
        for style in ("mla",)
    ),
    *(("export", "--to", to) for to in ("bibtex", "biblatex", "csl-json", "ris", "yaml")),
    ("fix", "--live", "pandoc"),
    ("fix", "--live", "latex"),
]
"""Results that another program may read: a pipe gets them as they are, a terminal printable."""


@pytest.fixture(scope="module")
def essay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An essay that holds every attack in its heading, its prose, a note that is cited and one that is not."""
    path = tmp_path_factory.mktemp("attacks") / "attacks.md"
    prose = "".join(f"She told Variety “{attack}” of it[{n}] and Mag{n}.\n\n" for n, attack in enumerate(ATTACKS, 1))
    notes = "".join(f"[{n}] Roe, Ann. {attack} Book. Verso. {1990 + n}.\n\n" for n, attack in enumerate(ATTACKS, 1))
    spare = "".join(f"[{n}] {attack}. “A Piece.” {attack}. 2001.\n\n" for n, attack in enumerate(ATTACKS, 50))
    path.write_text(f"# {ATTACKS[0]}\n\n{prose}## Notes\n\n{notes}{spare}", "utf-8")
    return path


@pytest.fixture(scope="module")
def library(essay: Path) -> Path:
    path = essay.with_name("attacks.bib")
    entries = (
        f"@book{{k{n}, author = {{Roe, Ann}}, title = {{{attack}}}, publisher = {{{attack}}}, year = {1990 + n}}}\n"
        for n, attack in enumerate(ATTACKS)
    )
    path.write_text("".join(entries), "utf-8")
    return path


def run(folder: Path, *arguments: object, stdin: bytes | None = None) -> Result:
    done = CliRunner().invoke(main, list(map(str, arguments)), obj=Session(folder=folder), input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def in_a_line(arguments: object) -> str:
    return " ".join(arguments) if isinstance(arguments, tuple) else str(arguments)


@pytest.mark.parametrize("arguments", REPORTS, ids=in_a_line)
def test_no_report_holds_what_acts(arguments: tuple[str, ...], essay: Path) -> None:
    done = run(essay.parent, *arguments, essay)
    assert done.stdout
    assert not ACTS.search(done.output)


@pytest.mark.parametrize("arguments", [*REPORTS, *DATA], ids=in_a_line)
def test_no_terminal_gets_what_acts(arguments: tuple[str, ...], essay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (output, tables):
        monkeypatch.setattr(place, "on_terminal", lambda: True)
    done = run(essay.parent, *arguments, essay)
    assert done.stdout
    assert not ACTS.search(done.output)


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_a_terminal_gets_our_colours_only(form: str, essay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    done = run(essay.parent, "check", essay, "--output-format", form)
    assert OURS.search(done.stdout)
    assert not ACTS.search(OURS.sub("", done.stdout))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not ACTS.search(run(essay.parent, "check", essay, "--output-format", form).stdout)


@pytest.mark.parametrize("arguments", [data for data in DATA if data[0] != "fix"], ids=in_a_line)
def test_nor_from_a_bibliography(arguments: tuple[str, ...], library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (output, tables):
        monkeypatch.setattr(place, "on_terminal", lambda: True)
    assert not ACTS.search(run(library.parent, *arguments, library).output)


@pytest.mark.parametrize("attack", ATTACKS)
def test_errors_show_what_they_quote(attack: str, tmp_path: Path) -> None:
    tries: list[tuple[object, ...]] = [
        ("check", tmp_path / f"{attack.replace('/', '')}.md"),
        ("check", "-", "--from", attack),
        ("format", "-", "-s", attack.replace("<", "")),
        ("format", "-", "-t", attack),
        ("explain", attack),
        ("parse", attack),
    ]
    for arguments in tries:
        assert not ACTS.search(run(tmp_path, *arguments, stdin=b"A door.\n").output)


def the_json(text: str) -> object:
    return json.loads(text)


def the_annotations(text: str) -> None:
    """Each line is one annotation of ours, and ends in its message."""
    for line in text.splitlines():
        assert re.fullmatch(r"::(?:error|warning|notice) file=[^:,]+,line=\d+,[^:]*title=[A-Z]+\d+ [a-z-]+::.+", line)


def the_cells(text: str) -> None:
    header, *rows = csv.reader(io.StringIO(text))
    assert rows
    assert {len(row) for row in rows} == {len(header)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def the_strings(text: str) -> None:
    """Outside of quoted strings nothing is left but our own words."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    assert not re.search(r"evil|callback|forged|script", bare)


READ_BY: list[tuple[tuple[str, ...], Callable[[str], object]]] = [
    (("check", "--output-format", "json"), the_json),
    (("check", "--output-format", "sarif"), the_json),
    (("check", "--output-format", "gitlab"), the_json),
    (("check", "--output-format", "junit"), ElementTree.fromstring),
    (("check", "--output-format", "github"), the_annotations),
    (("graph", "--to", "json"), the_json),
    (("graph", "--to", "csv"), the_cells),
    (("graph", "--to", "graphml"), ElementTree.fromstring),
    (("graph", "--to", "dot"), the_strings),
    (("graph", "--to", "mermaid"), the_strings),
    (("export", "--to", "csl-json"), the_json),
]


@pytest.mark.parametrize(("arguments", "read"), READ_BY, ids=[in_a_line(words) for words, _ in READ_BY])
def test_the_form_of_the_output_holds(arguments: tuple[str, ...], read: Callable[[str], object], essay: Path) -> None:
    read(run(essay.parent, *arguments, essay).stdout)


def test_html_holds_no_element_of_the_essay(essay: Path) -> None:
    """Pages have scripts of our own; no element that an attack would add is among them, nor in their data."""
    for arguments in (("graph", "--to", "html"), ("format", "-t", "html"), ("check", "--output-format", "html")):
        printed = run(essay.parent, *arguments, essay).stdout
        assert not [attack for attack in ATTACKS if attack.startswith("<") and attack in printed]


def test_no_line_of_text_is_a_command_to_github(essay: Path) -> None:
    for arguments in REPORTS:
        if "github" not in arguments:
            assert not re.search(r"^::", run(essay.parent, *arguments, essay).stdout, re.MULTILINE)
