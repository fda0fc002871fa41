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
from anora_bib.text.characters import collapse

_RECORD: Final = re.compile(r"<record[\s>]")


_BOOKKEEPING: Final = frozenset({"ref-type", "rec-number", "foreign-keys", "source-app", "database"})
"""Elements that say nothing of the work."""


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


_FACES: Final = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}


def _rich(element: Element) -> str:
    """A title with the tags of CSL-JSON for the faces that its parts are set in."""
    parts = [element.text or ""]
    for style in element:
        words = "".join(style.itertext())
        for face in (style.get("face") or "").split():
            words = f"<{_FACES[face]}>{words}</{_FACES[face]}>" if face in _FACES and words.strip() else words
        parts += (words, style.tail or "")
    return collapse("".join(parts))


def _lines(record: Element, at: int) -> Iterator[Line]:
    named = record.find("ref-type")
    type = ris_type("" if named is None else named.get("name") or text_of(named))
    yield Line("TY", type, at)
    lines = [
        Line(tag, _rich(one) if path.startswith("titles/") else text_of(one), at)
        for path, tag in XML.items()
        for one in record.iterfind(path)
    ]
    known = {path.partition("/")[0] for path in XML}
    lines += (Line(child.tag, text_of(child), at) for child in record if child.tag not in {*known, *_BOOKKEEPING})
    journal = any(texts(record, "periodical/full-title"))
    for line in in_ris(type, lines):
        if not (journal and line.tag == "T2" and line.text in texts(record, "periodical/full-title")):
            yield line
