"""pandoc's tests of its readers: equal, or different for a reason that is given (see ``pandoc.py``)."""

from __future__ import annotations

import shutil

import pytest

from tests.formats.bibtex.material import find
from tests.formats.bibtex.pandoc import DIFFERENT, cases, differences


@pytest.mark.timeout(300)
def test_what_pandoc_makes_of_its_own_tests() -> None:
    folder = find("pandoc/command")
    if folder is None or shutil.which("pandoc") is None:
        pytest.skip("pandoc or its tests are not here")
    found = {case.name: differences(case) for case in cases(folder)}
    assert {name for name, lines in found.items() if lines} == set(DIFFERENT)
    assert sum(not lines for lines in found.values()) >= 110
