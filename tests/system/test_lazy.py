"""Names that are imported when they are first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import anora_bib
import anora_bib.csl


@pytest.mark.parametrize("package", [anora_bib, anora_bib.csl], ids=lambda package: package.__name__)
def test_every_public_name_is_there(package: object) -> None:
    names = list(package.__all__)  # type: ignore[attr-defined]
    assert names == sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert all(getattr(package, name) is not None for name in names)
    assert set(names) <= set(dir(package))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'anora_bib' has no attribute 'collate'"):
        anora_bib.collate  # noqa: B018


def test_the_package_alone_imports_next_to_nothing() -> None:
    code = "import sys, anora_bib, anora_bib.csl.locators; print('anora_bib.csl.compile' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
