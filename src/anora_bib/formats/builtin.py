"""The formats that come with the package."""

from __future__ import annotations

from typing import Final

from anora_bib.formats.base import Format
from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.csl.csl_yaml import CslYaml
from anora_bib.formats.tagged.enw import Enw
from anora_bib.formats.tagged.nbib import Nbib
from anora_bib.formats.tagged.ris import Ris
from anora_bib.formats.tagged.wos import WebOfScience
from anora_bib.formats.web.coins import Coins
from anora_bib.formats.web.highwire import Highwire
from anora_bib.formats.web.jsonld import JsonLd
from anora_bib.formats.wiki.wikipedia import Wikipedia
from anora_bib.formats.xml.endnote import EndNoteXml
from anora_bib.formats.xml.mods import Mods
from anora_bib.formats.xml.tei import Tei

BUILTIN: Final[tuple[Format, ...]] = (
    BibTeX(),
    BibLaTeX(),
    CslJson(),
    Ris(),
    CslYaml(),
    Enw(),
    Nbib(),
    WebOfScience(),
    EndNoteXml(),
    Mods(),
    Wikipedia(),
    Tei(),
    JsonLd(),
    Highwire(),
    Coins(),
)
"""Of two with one file ending, the first reads it."""
