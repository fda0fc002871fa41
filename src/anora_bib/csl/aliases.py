"""What people call the styles, and the names they have in the CSL repository."""

from __future__ import annotations

from typing import Final

SHORT_NAMES: Final = {
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "aglc": "australian-guide-to-legal-citation",
    "ama": "american-medical-association",
    "apa": "apa",
    "apsa": "american-political-science-association",
    "asa": "american-sociological-association",
    "bluebook": "bluebook-law-review",
    "chicago": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-shortened-notes": "chicago-shortened-notes-bibliography",
    "din": "din-1505-2",
    "gost": "gost-r-7-0-5-2008",
    "harts-rules": "new-harts-rules-notes",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
    "iso690": "iso690-author-date-en",
    "mcgill": "mcgill-en",
    "mhra": "mhra-notes",
    "mhra-author-date": "mhra-author-date",
    "mla": "modern-language-association",
    "mla-notes": "modern-language-association-notes",
    "nature": "nature",
    "nlm": "nlm-citation-sequence",
    "oscola": "oscola",
    "oxford": "oxford-guide-to-style-notes",
    "sbl": "society-of-biblical-literature-fullnote-bibliography",
    "science": "science",
    "springer": "springer-humanities-author-date",
    "turabian": "turabian-notes-bibliography",
    "turabian-author-date": "turabian-author-date",
    "vancouver": "nlm-citation-sequence",
}
"""``chicago`` is the notes style, for that is what the humanities mean by it."""
