"""Bad input: one clear line that names the file and the place, the rest goes on, nothing is written half."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

GOOD = """# A Note on Doors

The film ends at a door.[1]

[1] Fisher, Mark. Capitalist Realism. Zero Books. 2009.
"""
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06\x00\x00\x00\x1f\xf3\xffa" * 40
UNDEFINED = "Une soirée au cinéma".encode("latin-1") + b" \x81\x8d\x8f\x90\x9d\n" * 3
"""Not UTF-8, and not Windows-1252 either, which leaves these five bytes undefined."""

BROKEN = [
    # file name, content, the line it should point at, if there is one
    pytest.param("unreadable.txt", UNDEFINED, None, id="unreadable encoding"),
    pytest.param("paper.tex", b"\\documentclass{article}\n", None, id="LaTeX, which is not read"),
    pytest.param("notes.xyz", b"Some words.\n", None, id="an ending that nobody knows"),
    pytest.param("picture.txt", PNG, None, id="binary"),
    pytest.param("dump.txt", b"One more line of the log.\n" * 2_000_000, 1, id="50 MB of text"),
    pytest.param("broken.bib", b"@misc{whole, title = {Whole}}\n\n@book{half, title = {Half\n", 3, id="broken .bib"),
    pytest.param("broken.json", b'[{"id": "a", "type": "book"},\n {"id": ]\n', 2, id="broken CSL-JSON"),
    pytest.param("broken.yaml", b"- id: a\n  title: [open\n- id: b\n", None, id="broken YAML"),
]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.md"
    path.write_text(GOOD, "utf-8")
    return path


def the_line(done: Any, name: str) -> str:
    """The one line of standard error, which names the thing."""
    lines: list[str] = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert name in lines[0]
    return lines[0]


@pytest.mark.parametrize(("name", "content", "line"), BROKEN)
def test_a_bad_file_is_one_line_and_the_rest_goes_on(
    name: str, content: bytes, line: int | None, good: Path, tmp_path: Path, anora_bib: Run
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = anora_bib("sources", bad, good)
    told = the_line(done, str(bad))
    if line:
        assert f"{name}:{line}" in told
    assert len(told) < 300
    assert done.returncode == 1
    assert "Capitalist Realism" in done.stdout
    assert bad.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.md", b"", "the file is empty"),
        ("blank.txt", b" \n\n\t\n", "the file is empty"),
        ("empty.bib", b"\n", "the file is empty"),
        ("tags.html", b"<!DOCTYPE html><title></title><p></p>", "holds no text"),
    ],
)
def test_an_empty_file_is_fine_and_said_to_be_one(
    name: str, content: bytes, said: str, good: Path, tmp_path: Path, anora_bib: Run
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = anora_bib("sources", bad, good)
    assert f"{bad}: {said}" in the_line(done, str(bad))
    assert done.returncode == 0
    assert "Capitalist Realism" in done.stdout


def test_the_whole_entries_of_a_broken_bib_are_kept(tmp_path: Path, anora_bib: Run) -> None:
    bad = tmp_path / "broken.bib"
    bad.write_text("@book{half, title = {Half\n\n@book{whole, title = {Whole}}\n", "utf-8")
    done = anora_bib("sources", bad)
    the_line(done, f"{bad}:1")
    assert "Whole" in done.stdout


@pytest.mark.parametrize("name", ["missing.md", "no/such/folder"])
def test_a_missing_path(name: str, good: Path, anora_bib: Run) -> None:
    done = anora_bib("sources", good.parent / name, good)
    the_line(done, name)
    assert done.returncode == 1
    assert "Capitalist Realism" in done.stdout


def test_an_empty_folder(good: Path, tmp_path: Path, anora_bib: Run) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    done = anora_bib("sources", empty, good)
    the_line(done, str(empty))
    assert done.returncode == 1
    assert "Capitalist Realism" in done.stdout


@pytest.mark.parametrize(("name", "content", "line"), BROKEN)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_what_cannot_be_read_is_in_every_report_of_check(
    form: str, name: str, content: bytes, line: int | None, good: Path, tmp_path: Path, anora_bib: Run
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = anora_bib("check", bad, good, "--output-format", form)
    assert (done.returncode, done.stderr) == (1, "")
    codes = set(re.findall(r"\b(?:F|BIB)0\d\d\b", done.stdout))
    assert codes
    assert name in done.stdout
    for code in codes:
        assert anora_bib("explain", code).stdout.startswith(f"# {code}: ")
    if form == "json":
        (found, *_) = json.loads(done.stdout)
        assert (found["path"], found["line"]) == (str(bad), line or found["line"])
    if form == "sarif":
        (log,) = json.loads(done.stdout)["runs"]
        assert {rule["id"] for rule in log["tool"]["driver"]["rules"]} == codes


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("format", "-s", "chicgo"), "chicago"),
        (("format", "-s", "modern-language-asociation"), "modern-language-association"),
        (("export", "--to", "bibtx"), "bibtex"),
        (("graph", "--to", "mermade"), "mermaid"),
        (("format", "-t", "markdwn"), "markdown"),
        (("check", "--output-format", "jsn"), "json"),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else value,
)
def test_an_unknown_name_suggests_the_nearest(
    arguments: tuple[str, ...], nearest: str, good: Path, anora_bib: Run
) -> None:
    done = anora_bib(*arguments, good)
    (line,) = [line for line in done.stderr.splitlines() if arguments[-1] in line]
    assert nearest in line
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("not-yaml.yaml", "works:\n  - title: [open\n", 2),
        ("unknown-key.yaml", "works:\n  - id: x\n    titel: Anora\n", 3),
    ],
)
def test_broken_authority_records(
    name: str, content: str, line: int, good: Path, tmp_path: Path, anora_bib: Run
) -> None:
    records = tmp_path / "records"
    records.mkdir()
    (records / name).write_text(content, "utf-8")
    done = anora_bib("sources", good, "--references", records)
    assert re.search(rf"{re.escape(name)}:\d", done.stderr), done.stderr
    assert all(name in told for told in done.stderr.splitlines())
    assert done.returncode == 1
    assert "Capitalist Realism" in done.stdout


def test_a_style_file_that_is_not_csl(good: Path, tmp_path: Path, anora_bib: Run) -> None:
    style = tmp_path / "mine.csl"
    style.write_text("<style><oops></style>\n", "utf-8")
    done = anora_bib("format", good, "-s", style)
    assert [line for line in done.stderr.splitlines() if "mine.csl" in line]
    assert done.returncode in (1, 2)
    assert done.stdout == ""


def test_output_into_a_folder_that_does_not_exist(good: Path, tmp_path: Path, anora_bib: Run) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = anora_bib("export", good, "-o", tmp_path / "nowhere" / "refs.bib")
    assert [line for line in done.stderr.splitlines() if "refs.bib" in line or "nowhere" in line]
    assert done.returncode in (1, 2)
    assert sorted(tmp_path.rglob("*")) == before


def test_output_that_fails_leaves_the_old_file(good: Path, tmp_path: Path, anora_bib: Run) -> None:
    output = tmp_path / "refs.bib"
    output.write_text("old", "utf-8")
    assert anora_bib("export", good, "--to", "nonsense", "-o", output).returncode == 2
    assert output.read_text("utf-8") == "old"
    refused = anora_bib("export", good, "-o", output)
    assert refused.returncode == 2
    assert f"{output}: exists" in the_line(refused, str(output))
    assert output.read_text("utf-8") == "old"
    assert anora_bib("export", good, "-o", output, "--force").returncode == 0
    assert "Capitalist Realism" in output.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.md", "refs.bib"]


def prose(characters: int) -> str:
    """Plausible prose that names no work, with a note list at the end: the length is what is tried."""
    draw = random.Random(7)  # noqa: S311 - a fixed text, not a secret
    words = "the a door window film camera night city opens closes waits “quietly” and, with; it’s (again) 1973".split()
    size, lines = 0, []
    while size < characters:
        sentence = " ".join(draw.choices(words, k=draw.randint(5, 90))).capitalize() + "."
        size += len(sentence) + 2
        lines.append(sentence + "\n\n")
    return "".join(lines) + GOOD


LONG = 300_000
"""Characters: more than any essay has, and enough for what is not linear to show."""


@pytest.mark.parametrize("shape", ["paragraphs", "one line", "brackets"])
def test_a_long_text_is_read_to_its_end(shape: str, tmp_path: Path, anora_bib: Run) -> None:
    text = prose(LONG)
    if shape == "one line":
        text = text.replace("\n\n", " ").replace("[1] Fisher", "\n\n[1] Fisher")
    if shape == "brackets":
        text = text.replace("(again)", "[[(“‘1] *_").replace("1973", "https://")
    path = tmp_path / "long.txt"
    path.write_text(text, "utf-8")
    done = anora_bib("sources", path)
    assert done.returncode == 0
