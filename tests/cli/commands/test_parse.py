"""``anora-bib parse``: a string, a file, standard input; data, tags, colours, and what each reading rests on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anora_bib.cli import main

BOOK = "Roe, Ann. Harbour Law. Hull: Tide Press, 1961."
ARTICLE = "Poe, Ida (1999). “Lamp oil.” Lantern Review, 3(2), 4-9."
WRAPPED = """Roe, Ann. Harbour
  Law. Hull: Tide
Press, 1961.
 \t
Poe, Ida (1999). “Lamp oil.” Lantern
Review, 3(2), 4-9.
"""


def run(*arguments: str, given: str = "", env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, ["parse", *arguments], input=given, env=env)


def titles(result: Result) -> list[str]:
    return [item["title"].casefold() for item in json.loads(result.output)]


@pytest.mark.parametrize(
    "text",
    [
        f"{BOOK}\n{ARTICLE}\n",
        f"\n{BOOK}\r\n{ARTICLE}",
        f"{BOOK}\n\n{ARTICLE}\n",
        WRAPPED,
    ],
    ids=["lines", "other line ends", "blank lines", "wrapped"],
)
def test_a_file_and_standard_input_have_many(text: str, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(text, encoding="utf-8", newline="")
    assert titles(run(str(file))) == titles(run("-", given=text)) == ["harbour law", "lamp oil"]


def test_a_string_is_one() -> None:
    assert titles(run(BOOK)) == ["harbour law"]


def test_keys_are_those_of_all_together() -> None:
    items = json.loads(run("-", given=f"{BOOK}\n{BOOK.replace('Tide', 'Ebb')}\n").output)
    assert len({item["id"] for item in items}) == 2


def test_other_formats() -> None:
    assert run(BOOK, "--to", "bibtex").output.startswith("@book{roe1961harbour,")
    refused = run(BOOK, "--to", "tablet")
    assert refused.exit_code == 2
    assert "there is no format 'tablet'" in refused.output


def test_tags_and_colours() -> None:
    tagged = run(ARTICLE, "--to", "labels")
    assert "“<title>Lamp oil</title>.” <container>Lantern Review</container>, <volume>3</volume>" in tagged.output
    coloured = run(ARTICLE, "--to", "labels", env={"FORCE_COLOR": "1", "NO_COLOR": ""})
    assert "\x1b[" not in tagged.output
    assert "\x1b[" in coloured.output


def test_a_control_sequence_of_the_text_is_not_passed_on() -> None:
    coloured = run(f"{ARTICLE} \x1b[31mred", "--to", "labels", env={"FORCE_COLOR": "1", "NO_COLOR": ""})
    assert "\x1b[31mred" not in coloured.output


def test_it_says_what_read_each_field() -> None:
    rows = [line.split("\t") for line in run("--explain", ARTICLE).output.splitlines()]
    assert rows[0] == ["field", "words", "sure", "reader"]
    read = {field: (words, reader) for field, words, _, reader in rows[1:]}
    assert read["container-title"] == ("Lantern Review", "labels")
    assert read["volume"] == ("3", "rules")
    assert all(0 < float(sure) <= 1 for _, _, sure, _ in rows[1:])


def test_what_is_no_reference_gives_nothing_and_tells() -> None:
    result = run("Thanks to all of them.")
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])
    assert result.stderr == "there is no reference in what was given\n"
