"""What this is, for all that say so to other programs."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.2.0"
PAGE: Final = "https://github.com/anora-bib/anora-bib"
"""Where the project is found."""
SITE: Final = "https://anora-bib.github.io/anora-bib"
"""Where its documentation is read."""

_FOREIGN: Final = "X"
"""What codes of the rules of plugins begin with."""


def rule_page(code: str) -> str:
    """The address of the page of a rule or of a code of reading; the list of all for the rule of a plugin."""
    return f"{SITE}/rules/{'index' if code.startswith(_FOREIGN) else code}.html"
