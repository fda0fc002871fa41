"""Rules that do not count in some files."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.errors import SettingsError, UnknownNameError
from anora_bib.lint.per_file import PerFileIgnores
from anora_bib.lint.rules.builtin import BUILTIN

FOLDER = Path("/work/site")


@pytest.mark.parametrize(
    ("pairs", "path", "codes"),
    [
        (["drafts/*.md:N001"], "/work/site/drafts/a.md", {"N001"}),
        (["drafts/*.md:note-without-marker"], "/work/site/drafts/a.md", {"N001"}),
        (["drafts/*.md:N001"], "/work/site/a.md", set()),
        (["*.md:N001", "a.md:N002"], "/work/site/a.md", {"N001", "N002"}),
        (["a.md:N001"], "/elsewhere/a.md", {"N001"}),
        ([], "/work/site/a.md", set()),
    ],
)
def test_codes_by_patterns(pairs: list[str], path: str, codes: set[str]) -> None:
    assert PerFileIgnores(pairs, FOLDER, BUILTIN).codes(path) == codes


def test_a_family_of_rules() -> None:
    codes = PerFileIgnores(["*.html:Q"], FOLDER, BUILTIN).codes("/work/site/a.html")
    assert len(codes) > 3
    assert all(code.startswith("Q") for code in codes)


@pytest.mark.parametrize("pair", ["N001", ":N001"])
def test_a_pair_without_a_pattern(pair: str) -> None:
    with pytest.raises(SettingsError, match=r"is no PATTERN:RULE"):
        PerFileIgnores([pair], FOLDER, BUILTIN)


def test_a_rule_that_does_not_exist() -> None:
    with pytest.raises(UnknownNameError, match="there is no rule 'N999'"):
        PerFileIgnores(["*.md:N999"], FOLDER, BUILTIN)
