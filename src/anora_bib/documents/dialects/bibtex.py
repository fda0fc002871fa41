r"""Values of BibTeX fields: LaTeX in which braces balance.

Braces are never written as ``\{``, because BibTeX counts those when it looks for the end of a field, and a command
is in braces of its own, which keeps it whole where BibTeX changes the case of a title.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from anora_bib.documents.dialects.latex import BACKSLASHED, COMMANDS

SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{sign: f"\\{sign}" for sign in BACKSLASHED},
        **{sign: f"{{\\{name}}}" for sign, name in COMMANDS.items()},
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        # Unlike in a text, the very sign is kept, for a value is read back. A straight `"` is itself inside of
        # braces; the command for it needs another encoding than LaTeX's default (OT1).
        "`": r"{\textasciigrave}",
        "\u2019": "'",
    }
)
"""How each character that is special to BibTeX or TeX is written."""
