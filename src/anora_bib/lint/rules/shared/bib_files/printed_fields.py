"""The fields of a ``.bib`` file that styles print as text."""

from __future__ import annotations

from typing import Final

PRINTED: Final = tuple(
    """author editor translator title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle
    journal journaltitle journalsubtitle issuetitle publisher organization institution school address location series
    edition chapter howpublished note addendum type venue eventtitle shorttitle origtitle origpublisher""".split()
)
