"""What this is, for all that say so to other programs."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.2.0"
PAGE: Final = "https://github.com/anora-bib/anora-bib"
"""Where the project is found."""
