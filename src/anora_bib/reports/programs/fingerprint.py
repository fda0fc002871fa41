"""A name for each finding that it keeps when lines above it come and go, so that a service knows it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from anora_bib.reports.base import Findings
from anora_bib.reports.programs.paths import relative


def fingerprints(found: Findings) -> Iterator[str]:
    """One for each finding, in order: of two that say the same of one file, the second has another."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in found:
        what = (relative(diagnostic.path, found), diagnostic.code, diagnostic.message)
        text = "\0".join((*what, str(seen[what])))
        seen[what] += 1
        yield sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
