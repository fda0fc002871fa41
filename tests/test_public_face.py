"""What ``import anora_bib`` offers, and how quickly."""

from __future__ import annotations

import subprocess
import sys

import pytest

import anora_bib as ab

HEAVY = ["click", "rich", "lxml", "requests", "networkx", "eyecite", "bibtexparser", "citeproc", "markdown_it", "yaml"]


def test_exports_are_sorted_and_exist() -> None:
    assert ab.__all__ == sorted(ab.__all__)
    for name in ab.__all__:
        assert getattr(ab, name) is not None
    assert set(ab.__all__) <= set(dir(ab))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'formatt'"):
        ab.formatt  # noqa: B018


@pytest.mark.parametrize("statement", ["import anora_bib", "import anora_bib.cli"])
def test_no_heavy_library_is_imported_early(statement: str) -> None:
    allowed = {"click"} if "cli" in statement else set()
    code = f"{statement}; import sys; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not (set(HEAVY) - allowed) & set(loaded)
