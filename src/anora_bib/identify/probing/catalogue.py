"""The styles that are compared: those of the CSL repository and our own, by the content of their files."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anora_bib.csl.aliases import SHORT_NAMES
from anora_bib.csl.styles import dependent_parents, independent_styles


@dataclass(frozen=True, slots=True)
class StyleFile:
    """An independent style: its name, its file, and what is in it."""

    name: str
    path: Path
    content: bytes
    digest: str


def style_files() -> list[StyleFile]:
    """Every independent style that is installed, ours first."""
    return [_read(name, path) for name, path in independent_styles()]


def _read(name: str, path: Path) -> StyleFile:
    content = path.read_bytes()
    return StyleFile(name, path, content, hashlib.blake2b(content, digest_size=12).hexdigest())


def dependents() -> Mapping[str, int]:
    """How many styles depend on each independent one that any depends on."""
    return Counter(dependent_parents())


_MANY = 3


def is_popular(name: str, depending: Mapping[str, int]) -> bool:
    """Whether a style is much used: it has a short name, or several others are this one."""
    return name in SHORT_NAMES.values() or depending.get(name, 0) >= _MANY
