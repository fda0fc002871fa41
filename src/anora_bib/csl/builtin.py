"""The engines that come with the package."""

from __future__ import annotations

from typing import Final

from anora_bib.csl.anora import Anora
from anora_bib.csl.engine import Engine
from anora_bib.csl.foreign.citeproc_py import CiteprocPy

BUILTIN: Final[tuple[Engine, ...]] = (Anora(), CiteprocPy())
"""The first is the default."""
