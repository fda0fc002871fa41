"""Places in a reference that were left to be filled in: ``[??]``, ``[CITE]``, "p. xxx"."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language

_WORDS: Final = r"citation needed|ref(?:erence)? needed|source needed|(?:add|check|insert) (?:cite|citation|ref|source)"
_PAGE: Final = rf"(?:{language.pattern(language.locator_words('page'))})"
BRACKETED: Final = rf"\\?\[(?:\?{{2,}}|TK|CITE|cite|{_WORDS}|{language.pattern(language.phrases('reminders'))})\\?\]"
"""A reminder in brackets. In running text "[XX]" is a name or a word that somebody struck out, and so none."""
PLACE: Final = rf"\b{_PAGE} ?(?:xxx+|XX+|\?\?+|_{{2,}}|000+)(?![\w\u2013-])"
"""A page that is still to come."""
_ERRAND: Final = (
    r"\\?\[(?:[^\[\]\n]{0,200}\bTK\b[^\[\]\n]{0,200}|(?i:placeholder)\b[^\[\]\n]{0,200}"
    r"|(?i:confirm|verify|check|add) (?:\w{2,12} )?(?:citation|date|name|page|quotation|source|spelling|title|year)s?"
    r"|[^\[\]\n]{1,80}\bto be (?:added|checked|confirmed|supplied|verified)\b[^\[\]\n]{0,80})\\?\](?!\()"
)
"""What an editor or author was to do, in brackets: "[confirm names]", "[page TK]", "[to be checked by the library]"."""
GAP: Final = re.compile(
    rf"{BRACKETED}|{_ERRAND}|\\?\[XX+\\?\]|{PLACE}|\bTKTK\b"
    r"|\\?\[(?:year|page|author|title|publisher|place|date)\\?\]|\[(?:year|pages?|author|title|publisher|place|date)\?\]"
    r"|[,;][\u201d\"]? \.(?=\s|$)(?!\s?\.)|[,;][\u201d\"] [,;](?=\s)"
    r"|(?<=[\s(])(?:\*\*|__|\"\"|\u201c\u201d|\u201e\u201c|\u00ab ?\u00bb)(?=[,;](?:\s|$)|\.$| \()"
)
"""The same, nothing between a comma and what ends the reference, and marks of a title with nothing in them."""
