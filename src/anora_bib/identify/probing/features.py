"""Which styles may have printed references, told from their files alone: rendering takes a hundred times as long.

Each sign that the references show is looked for in the text of a style: the attribute that prints initials so, the
delimiter between names, quotation marks, the words that come again from one reference to the next.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from anora_bib.identify.printed import Printed
from anora_bib.identify.probing.catalogue import StyleFile
from anora_bib.identify.probing.shapes import WORD

_FAMILY: Final = r"[^\W\d_][\w'-]{1,30}"


class _Sign(NamedTuple):
    """What references show, how surely a style that prints it has something in its file, and what."""

    shown: re.Pattern[str]
    weight: float
    has: tuple[bytes, ...]


_SIGNS: Final = (
    _Sign(re.compile(r"\b[A-Z]\. [A-Z]\."), 3, (b'initialize-with=". "',)),
    _Sign(re.compile(r"\b[A-Z]\.[A-Z]\."), 3, (b'initialize-with="."',)),
    _Sign(re.compile(rf"^{_FAMILY},? [A-Z]{{2}}(?=[,;.:) ]|$)"), 3, (b'initialize-with=""',)),
    _Sign(re.compile(r"\b[A-Z] [A-Z](?=[,;.:) ]|$)"), 2, (b'initialize-with=" "',)),
    _Sign(re.compile(rf"^{_FAMILY},? (?:[A-Z]\b\.? ?){{1,4}}[,;.:( ]"), 1, (b"initialize-with",)),
    _Sign(re.compile(r"^[A-Z]\.? ?(?:[A-Z]\.? ?)?[A-Z]\w"), 1, (b"initialize-with",)),
    _Sign(re.compile(rf" & {_FAMILY},? [A-Z]\b"), 2, (b'and="symbol"', b"&amp;")),
    _Sign(re.compile(rf"(?:[A-Z]\.?|{_FAMILY}); {_FAMILY},? [A-Z]\b"), 2, (b'delimiter="; "', b'delimiter=";"')),
    _Sign(re.compile(rf"(?:[A-Z]\.?|{_FAMILY}) / {_FAMILY},? [A-Z]\b"), 2, (b'delimiter=" / "', b'delimiter="/"')),
    _Sign(re.compile(r"^[A-Z]{3,}"), 2, (b"uppercase", b"small-caps")),
    _Sign(re.compile(r'(?:^|[ (,])"\w'), 2, (b'quotes="true"', b"&quot;", b"\xe2\x80\x9c", b"\xc2\xab")),
    _Sign(re.compile(r"(?:^|[ (,])'\w"), 2, (b'quotes="true"', b"'", b"\xe2\x80\x98")),
    _Sign(re.compile(r"(?:doi|DOI):? ?10\."), 1.5, (b"doi:", b"DOI:", b"doi ", b"DOI ")),
    _Sign(re.compile(r"https?://(?:dx\.)?doi\.org"), 1, (b"doi.org",)),
    _Sign(re.compile(r"\[[^\]\d][^\]]{2,20}\]"), 1, (b'prefix="["', b'prefix=" ["', b'"[', b" [")),
    _Sign(re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)"), 0.5, (b'prefix="("', b'prefix=" ("')),
    _Sign(re.compile(r"[^\s\w\"'][ ]?\d{1,4}:\d"), 0.5, (b'":"', b'prefix=":"')),
    _Sign(re.compile(r"\w; ?(?:1[5-9]|20)\d\d"), 0.5, (b'";', b'"; ')),
    _Sign(re.compile(r"\d\(\d"), 0.5, (b'prefix="("',)),
)  # fmt: skip
_NUMBERED: Final = 2.0
_WORD: Final = 0.7
_LONG_ENOUGH: Final = 3


def likely(styles: Sequence[StyleFile], references: Sequence[Printed]) -> list[StyleFile]:
    """The styles, those first that have the most of what the references show."""
    texts = [reference.text for reference in references]
    wanted = [(sign.has, sign.weight * _share(sign, texts)) for sign in _SIGNS]
    wanted += [((word.encode(),), _WORD * share) for word, share in _repeated(texts)]
    if any(reference.label for reference in references):
        wanted.append(((b'variable="citation-number"', b'variable="citation-label"'), _NUMBERED))
    asked = [(has, weight) for has, weight in wanted if weight]

    def score(style: StyleFile) -> float:
        return sum((weight for has, weight in asked if any(sign in style.content for sign in has)), 0.0)

    return sorted(styles, key=score, reverse=True)


def _share(sign: _Sign, texts: Sequence[str]) -> float:
    """The share of references that show a sign; its root, since one that shows it says more than one that does not."""
    shown = sum(bool(sign.shown.search(text)) for text in texts)
    return math.sqrt(shown / len(texts))


def _repeated(texts: Sequence[str]) -> list[tuple[str, float]]:
    """Words that stand in several references, with their share: some are the style's own."""
    counts = Counter(word for text in texts for word in {*WORD.findall(text)} if len(word) >= _LONG_ENOUGH)
    return [(word, count / len(texts)) for word, count in counts.items() if count > 1]
