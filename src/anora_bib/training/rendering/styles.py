"""The CSL styles that references are rendered in, drawn by family."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from anora_bib.csl import Style
from anora_bib.csl.styles import independent_styles
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content.lexicon import data

_HEAD: Final = 4000
_FORMAT: Final = re.compile(rb'citation-format="(note|author-date|numeric|author|label)"')
_LOCALE: Final = re.compile(rb'default-locale="([a-z]{2})')
_A_FAMILY: Final = 130
"""How many styles of a family are taken at most, so that many small ones count as much as a few large ones."""


@cache
def _families() -> Mapping[tuple[str, str], tuple[tuple[str, Path], ...]]:
    """The styles by format and language: "" for those made for none."""
    found: dict[tuple[str, str], list[tuple[str, Path]]] = {}
    for name, path in independent_styles():
        with path.open("rb") as file:
            head = file.read(_HEAD)
        format = _FORMAT.search(head)
        locale = _LOCALE.search(head)
        key = (format[1].decode() if format else "author-date", locale[1].decode() if locale else "")
        found.setdefault(key, []).append((name, path))
    return {key: _spread(styles) for key, styles in sorted(found.items())}


def _spread(styles: list[tuple[str, Path]]) -> tuple[tuple[str, Path], ...]:
    """Not more than a family may have, the most used among them, those most used as often as they are to be drawn."""
    used = set(data("styles")["most_used"]["names"].split())
    step = max(1, len(styles) // _A_FAMILY)
    kept = [style for at, style in enumerate(styles) if at % step == 0 and style[0] not in used]
    often = int(data("styles")["shares"]["most_used"]) * step
    return tuple(kept + [style for style in styles if style[0] in used for _ in range(often)])


def draw_style(chance: Chance, language: str) -> tuple[Style, str | None]:
    """A style for references in a language, and the locale it is to print in, None for its own."""
    tables = data("styles")
    format = chance.draw(Weighted(tables["families"][language]))
    families = _families()
    general = (*families.get((format, ""), ()), *families.get((format, "en"), ()))
    own = families.get((format, language), ()) if language != "en" else ()
    _, path = chance.pick(own if own and chance.often(tables["shares"]["own"]) else general)
    locale = chance.draw(Weighted(tables["locales"][language]))
    return Style.load(path), locale or None
