"""The references whose truth was written down by hand say what their strings do.

``development.jsonl`` may be looked at while the parser is worked on; ``test.jsonl`` only tells how well it does in the
end, and what it misses there is not mended one by one. Kinds and languages are those of the string.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from anora_bib.model.values.csl import TYPES
from anora_bib.parser.evaluation import Case, load
from anora_bib.parser.evaluation.values import folded

# Words in a title that are emphasised keep their marks in the string, and are bare in the truth.
MARKS = re.compile(r"[*_]")
# A word that a line divides is whole in the truth.
WITHIN = re.compile(r",(?=[’”])")
"""A comma behind a title, printed within its marks."""
DIVIDED = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
FILES = sorted((Path(__file__).parent / "data").glob("*.jsonl"))


def cases(file: Path) -> list[Case]:
    return list(load(file.read_text("utf-8"), path=str(file)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_string_is_there_twice(file: Path) -> None:
    strings = [folded(case.string) for other in FILES for case in cases(other)]
    assert len(set(strings)) == len(strings)
    assert all(case.kind and case.language for case in cases(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_truth_stands_in_the_string(file: Path) -> None:
    for case in cases(file):
        for entry in case.truth:
            assert entry.type in TYPES, case.string
            said = [entry.string(variable) for variable in ("title", "container-title", "publisher", "volume")]
            said += [name.family or name.literal for name in (*entry.names("author"), *entry.names("editor"))]
            date = entry.date("issued")
            said += [str(date.year)[-2:]] if date and date.year else []
            strings = [
                MARKS.sub("", folded(text))
                for text in (case.string, DIVIDED.sub("", case.string), WITHIN.sub("", case.string))
            ]
            for words in said:
                bare = MARKS.sub("", folded(words))
                assert any(bare in string for string in strings), (case.string, words)
