"""Libraries that documents cite from are read once, until their files change."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.assembly.workspace import default_workspace
from anora_bib.inputs.keyed_documents import Libraries
from anora_bib.inputs.opening import Opener

ENTRY = "@book{{{key}, author = {{Roe, Ann}}, title = {{Lamps}}, year = 2001, publisher = {{Wick}}}}\n"


def keys(libraries: Libraries, path: Path) -> list[str]:
    library = libraries.at(path)
    assert library is not None
    return [entry.key for entry in library.entries]


def test_a_file_is_read_again_only_where_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    read = Opener.open

    def counted(self: Opener, path: Path) -> object:
        opened.append(path)
        return read(self, path)

    monkeypatch.setattr(Opener, "open", counted)
    path = tmp_path / "refs.bib"
    path.write_text(ENTRY.format(key="roe2001"), "utf-8")
    libraries = Libraries(default_workspace().opener)
    assert keys(libraries, path) == keys(libraries, path) == ["roe2001"]
    assert opened == [path]
    path.write_text(ENTRY.format(key="roe2001") + ENTRY.format(key="roe2002"), "utf-8")
    assert keys(libraries, path) == ["roe2001", "roe2002"]
    path.unlink()
    assert libraries.at(path) is None
