"""The files that pandoc has read, found again: it gives a filter neither their names nor where anything stands.

Its Markdown has no positions (the extension ``sourcepos`` is for CommonMark, which has no citations), and only a filter
in Lua is told the names (``PANDOC_STATE``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from anora_bib.documents.decode import decode
from anora_bib.errors import InputError
from anora_bib.model.essay.keyed import KeyedText
from anora_bib.readers.keys import cites_by_keys, read_keys
from anora_bib.system.files import read_bytes

_FILES: Final = 200
"""Documents of a folder that are looked at; of more it cannot be told soon which one pandoc reads."""


def named(paths: Iterable[str], cited: Collection[str]) -> list[KeyedText]:
    """The documents that somebody names, with those of their keys that pandoc takes for citations.

    Raises:
        InputError: one cannot be read.
    """
    return [_only(_read(Path(path)), cited) for path in paths]


def told_by_keys(folder: Path, cited: Collection[str], uncited: Collection[str]) -> list[KeyedText]:
    """The one document of a folder that cites all these keys and no other; none where it is not one alone.

    ``uncited`` are keys that the document has in ``nocite``.
    """
    known = [text for text in _documents(folder) if _cites(text, cited, uncited)]
    return [_only(known[0], cited)] if cited and len(known) == 1 else []


def _documents(folder: Path) -> Iterator[KeyedText]:
    paths = sorted(path for path in folder.glob("*") if cites_by_keys(path.name) and path.is_file())
    for path in paths if len(paths) <= _FILES else ():
        try:
            yield _read(path)
        except InputError:
            continue  # nobody named it


def _read(path: Path) -> KeyedText:
    return read_keys(decode(read_bytes(path), str(path)).text, str(path))


def _cites(text: KeyedText, cited: Collection[str], uncited: Collection[str]) -> bool:
    has = {one.key for one in text.keys}
    sure = {one.key for one in text.keys if one.sure}
    return has.issuperset(cited) and sure.issubset({*cited, *uncited})


def _only(text: KeyedText, cited: Collection[str]) -> KeyedText:
    """The keys that are cited, all of them surely; which libraries there are, pandoc knows."""
    return KeyedText(text.document, tuple(replace(one, sure=True) for one in text.keys if one.key in cited))
