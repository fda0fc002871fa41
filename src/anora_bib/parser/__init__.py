"""One reference string in, entries out.

The rules behind :func:`parse` may give way to a learned labeller; nothing outside may depend on how it works.
"""

from __future__ import annotations

from anora_bib.model import Entry, Place, Records
from anora_bib.parser import pipeline
from anora_bib.parser.short_forms import ShortForm, short_form, short_forms

__all__ = ["ShortForm", "parse", "short_form", "short_forms"]


def parse(text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None) -> list[Entry]:
    """The references in ``text``, in the order printed; one string may hold several ("...; see also ...").

    Args:
        text: a note, an item of a works-cited list, or a credit line.
        offset: where ``text`` begins in the text that the spans of entries and fields shall count in.
        records: people, outlets and publishers whose names are known; only evidence, never needed.
        hint: where the string stood.

    Returns:
        Entries with ``text``, ``span``, ``confidence`` and fields as printed. [] for a remark, a biography, or a
        string that is wholly a short form (see :func:`short_form`): silence rather than a guess. Never raises on
        any text.
    """
    return pipeline.parse(text, offset=offset, records=records, hint=hint)
