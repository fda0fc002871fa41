"""Bibliography formats, each behind :class:`anora_bib.formats.base.Format`."""

from __future__ import annotations

from anora_bib.formats.base import Format, Loaded
from anora_bib.formats.biblatex import BibLaTeX
from anora_bib.formats.bibtex import BibTeX
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.csl.csl_yaml import CslYaml
from anora_bib.formats.tagged.ris import Ris

BUILTIN: tuple[Format, ...] = (BibTeX(), BibLaTeX(), CslJson(), Ris(), CslYaml())
"""The formats that come with the package; of two with one file ending, the first reads it."""

__all__ = ["BUILTIN", "Format", "Loaded"]
