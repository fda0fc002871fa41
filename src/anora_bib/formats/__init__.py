"""Bibliography formats, each behind :class:`anora_bib.formats.base.Format`."""

from __future__ import annotations

from anora_bib.formats.base import Dumper, Format, Loaded, Loader

__all__ = ["Dumper", "Format", "Loaded", "Loader"]
