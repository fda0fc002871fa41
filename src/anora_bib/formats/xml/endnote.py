"""EndNote's XML: ``<xml><records><record>...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged.endnote import XML, in_ris, ris_type
from anora_bib.formats.tagged.lines import Line
from anora_bib.formats.tagged.reading import entry_of_tags
from anora_bib.formats.xml.tree import parsed, text_of, texts

_RECORD: Final = re.compile(r"<record[\s>]")


class EndNoteXml:
    """The XML that EndNote exports, with each value in ``style`` elements."""

    name = "endnote-xml"
    suffixes = ()

    def load(self, text: str, path: str) -> Loaded:
        """The records of the file."""
        source = Source(text, path)
        found = [*parsed(source.text, path).iter("record")]
        if not found:
            raise InputError("holds no record of EndNote", path=path, line=1, column=1, hint="export it as XML again")
        starts = [match.start() for match in _RECORD.finditer(source.text)]
        starts += [0] * (len(found) - len(starts))
        entries = [entry_of_tags([*_lines(record, at)], source) for record, at in zip(found, starts, strict=False)]
        return Loaded(tuple(entries), source.problems)


def _lines(record: Element, at: int) -> Iterator[Line]:
    named = record.find("ref-type")
    type = ris_type("" if named is None else named.get("name") or text_of(named))
    yield Line("TY", type, at)
    lines = (Line(tag, text, at) for path, tag in XML.items() for text in texts(record, path))
    journal = any(texts(record, "periodical/full-title"))
    for line in in_ris(type, lines):
        if not (journal and line.tag == "T2" and line.text in texts(record, "periodical/full-title")):
            yield line
