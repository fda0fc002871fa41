"""``anora-bib parser``: figures on a file, and references with labels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.cli import main

REFERENCE = "Roe, Ann. Harbour Law. Hull: Tide Press, 1961."
TRUTH = {
    "type": "book",
    "author": [{"family": "Roe"}],
    "title": "Harbour Law",
    "publisher-place": "Hull",
    "publisher": "Tide Press",
    "issued": {"date-parts": [[1961]]},
}
CASES = "\n".join(
    json.dumps({"string": REFERENCE, **case})
    for case in ({"csl": TRUTH, "kind": "book"}, {"csl": {"type": "book", "title": "Harbours"}})
)


def run(tmp_path: Path, *arguments: str, content: str = CASES) -> tuple[int, str]:
    file = tmp_path / "cases"
    file.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["parser", arguments[0], str(file), *arguments[1:]])
    return result.exit_code, result.output


def test_figures(tmp_path: Path) -> None:
    code, output = run(tmp_path, "evaluate")
    assert code == 0
    assert "title\t2\t0.500\t0.500\t0.500\t" in output
    assert "2 references: micro-F1 0.625, wholly right 0.500, type 1.000" in output


def test_other_forms(tmp_path: Path) -> None:
    assert "title\tharbours\tharbour law\n" in run(tmp_path, "evaluate", "--misses", "--parser", "rules")[1]
    assert "book\t1\t1.000\t1.000\t1.000\n" in run(tmp_path, "evaluate", "--kinds")[1]
    assert json.loads(run(tmp_path, "evaluate", "--json")[1])["wholly-right"] == 0.5


def test_labels(tmp_path: Path) -> None:
    _, output = run(tmp_path, "label", content=f"\n{REFERENCE}\n")
    assert output == (
        "book\t<author>Roe, Ann</author>. <title>Harbour Law</title>. <place>Hull</place>: "
        "<publisher>Tide Press</publisher>, <date>1961</date>.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["evaluate", "--parser", "oracle"], "there is no parser 'oracle'"), (["evaluate"], "cases:1: no JSON")],
)
def test_what_cannot_be_done_is_one_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    code, output = run(tmp_path, *arguments, content="[")
    assert code in (1, 2)
    assert words in output
    assert len(output.splitlines()) == 1


def test_models_are_made_and_read_by(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    folder = tmp_path / "models"
    train = ["parser", "train", str(folder), "--count", "60", "--parts", "2", "--iterations", "8"]
    assert CliRunner().invoke(main, train).exit_code == 0
    again = CliRunner().invoke(main, train)
    assert again.exit_code != 0
    assert "labels.crf" in again.output
    code, output = run(tmp_path, "evaluate", "--models", str(folder))
    assert code == 0
    assert "2 references" in output


def test_a_reading_is_explained() -> None:
    result = CliRunner().invoke(main, ["parse", "--explain", "--parser", "rules", REFERENCE])
    rows = [line.split("\t")[:2] for line in result.output.splitlines()]
    assert rows == [
        ["field", "words"],
        ["type", "book"],
        ["author", "Roe, Ann"],
        ["title", "Harbour Law"],
        ["publisher-place", "Hull"],
        ["publisher", "Tide Press"],
        ["issued", "1961"],
    ]
