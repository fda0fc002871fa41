"""EndNote's text format ("Import", ``.enw``), which library catalogues and Google Scholar write."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged.endnote import REFER, in_ris, ris_type
from anora_bib.formats.tagged.lines import Layout, Line, records
from anora_bib.formats.tagged.reading import entry_of_tags

_LAYOUT: Final = Layout(re.compile(r"\s{0,8}%(\S)(?: (.*))?$"), "0", begins_with_type=True, unmarked=True)
_BY_TAG: Final = {"J": "Journal Article", "B": "Book Section", "R": "Report", "I": "Book"}
"""What a record without a type is, by the first of the tags that it has: so refer(1) tells them apart."""


class Enw:
    """EndNote's tags of one letter: ``%0 Book``, ``%A Fisher, Mark``."""

    name = "enw"
    suffixes = (".enw",)

    def load(self, text: str, path: str) -> Loaded:
        """The records, each from a line ``%0`` to the next, or between blank lines where there is none."""
        source = Source(text, path)
        entries = []
        for first, *rest in records(source, _LAYOUT):
            given = {line.tag for line in rest}
            type = ris_type(first.text or next((kind for tag, kind in _BY_TAG.items() if tag in given), "Generic"))
            lines = [line._replace(tag=REFER.get(line.tag, line.tag)) for line in rest]
            entries.append(entry_of_tags([Line("TY", type, first.at), *in_ris(type, lines)], source))
        if text.strip() and not entries:
            raise InputError("holds no record", path=path, line=1, column=1, hint="a record begins with '%0 '")
        return Loaded(tuple(entries), source.problems)
