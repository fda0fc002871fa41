"""The snippets of docs/csl.md give what the page says of them; test_docs runs them and its commands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

TEXT = (Path(__file__).parents[2] / "docs" / "csl.md").read_text("utf-8")
PROGRAM = "".join(re.findall(r"^```python\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "abbreviations.json").write_text('{"default": {"container-title": {"Journal of Film": "J. Film"}}}')
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_snippets_run() -> None:
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "docs/csl.md", "exec"), names)  # noqa: S102 - our own documentation
    assert names["texts"] == ["(Doe, 2001, p. 12)"]
    assert [entry.id for entry in names["entries"]] == ["doe2001", "doe2002", "roe2002"]
    change = names["change"]
    assert change.citations == {"c2": "Doe (2002; <i>Lamps</i>, 2002)"}
    assert list(change.entries) == ["doe2002", "roe2002"]
    assert list(change.order) == ["doe2001", "doe2002", "roe2002"]
    assert not change.removed


@pytest.mark.usefixtures("folder")
def test_the_three_states_of_an_item() -> None:
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "docs/csl.md", "exec"), names)  # noqa: S102 - our own documentation
    style, items = names["style"], names["items"]
    cited = [{"citationItems": [{"id": "doe2002"}]}]
    asked: tuple[tuple[object, list[str]], ...] = (
        ("*", ["doe2001", "doe2002", "roe2002"]),
        ((), ["doe2002"]),
        (["roe2002"], ["doe2002", "roe2002"]),
    )
    for nocite, expected in asked:
        processor = names["Processor"](style, items, nocite=nocite)
        processor.citations(cited)
        assert [entry.id for entry in processor.bibliography()] == expected
    assert len(names["Processor"](style, items, nocite=()).bibliography()) == 3
    document = names["Document"](style, items)
    document.insert("c1", "doe2002")
    assert [entry.id for entry in document.bibliography()] == ["doe2002"]
    document.nocite("*")
    assert len(document.bibliography()) == 3
