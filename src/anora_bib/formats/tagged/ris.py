"""RIS, the tagged format of reference managers (https://en.wikipedia.org/wiki/RIS_(file_format))."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged.lines import Layout, records
from anora_bib.formats.tagged.reading import entry_of_tags
from anora_bib.formats.tagged.writing import tags_of
from anora_bib.model import Library

_LAYOUT: Final = Layout(re.compile(r"\s{0,8}([A-Z][A-Z0-9]) {0,2}-(?: (.*))?$"), "TY", "ER", begins_with_type=True)


class Ris:
    """RIS, the tagged format of reference managers and publishers' export buttons."""

    name = "ris"
    suffixes = (".ris",)

    def load(self, text: str, path: str) -> Loaded:
        """The records between ``TY`` and ``ER``. Lines outside of them, and a missing ``ER``, are diagnostics."""
        source = Source(text, path)
        entries = [entry_of_tags(lines, source) for lines in records(source, _LAYOUT)]
        if text.strip() and not entries:
            raise InputError("holds no record", path=path, line=1, column=1, hint="a RIS record begins with 'TY  - '")
        return Loaded(tuple(entries), source.problems)

    def dump(self, library: Library) -> str:
        """The library as RIS records, in its order."""
        return "\n".join("".join(f"{tag}  - {text}\n" for tag, text in tags_of(entry)) for entry in library)
