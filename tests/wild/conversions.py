"""What ``fix --live pandoc`` converts in an essay, and the words that it loses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import anora_bib as ab
from anora_bib import api
from anora_bib.errors import AnoraBibError
from anora_bib.live.words import as_read, bare_number, connecting, labelling, telling
from anora_bib.model import Apparatus
from anora_bib.text.characters import fold
from tests.wild.sheet import Row

_WORD = re.compile(r"[^\W_]+")
_TARGET = re.compile(r"\]\(#[^()\s]*\)|</?sup>")
"""What makes a sign of a note a link, or raises it: no words."""
_KEY = re.compile(r"(?<![\w.])-?@(\w+(?:[:.#$%&+?<>~/-]\w+)*)")


def rows(apparatus: Apparatus, site: str, name: str) -> Iterator[Row]:
    """What an essay made live loses, how many of its notes it converts, and the reason of each that stays."""
    try:
        live = api.make_live(apparatus)
    except AnoraBibError:
        return
    labels = Counter({word: len(apparatus.markers) + 1 for note in apparatus.notes for word in _words(note.label)})
    if lost := lost_words(apparatus.essay.text, live) - labels:
        yield Row("lost", "live", site, name, 0, _line(str(dict(lost))), f"{live.made} of {live.holding}")
    if live.holding or live.kept:
        yield Row("counts", "live", site, name, 0, f"{live.made} {live.holding}", "", "-")
    for kept in live.kept:
        yield Row("stays", "live", site, name, kept.line, _line(kept.text), kept.reason, "-")


def lost_words(before: str, live: api.Live) -> Counter[str]:
    """The words that neither the essay made live nor the entries it cites hold as often, but for joints.

    Each citation counts its entry once; a list of works that gave way to a bibliography cites each of them as well.
    """
    entries = {entry.key: _words(ab.dump([entry], to="csl-json")) for entry in live.library}
    held = sum((entries.get(key, Counter()) for key in _KEY.findall(live.text)), _words(as_read(live.text)))
    joints = connecting() | labelling() | telling()
    initials = {word[:1] for word in held if not word.isdigit()}
    return Counter(
        {
            word: count - held[word]
            for word, count in _words(as_read(before)).items()
            if count > held[word] and word not in joints and not (len(word) == 1 and word in initials)
        }
    )


def _words(text: str) -> Counter[str]:
    return Counter(map(bare_number, _WORD.findall(fold(_TARGET.sub("]", text)))))


def _line(text: str) -> str:
    return " ".join(text.split())


def summary(rows: list[Row]) -> str:
    """By site: notes converted of those that hold a source, files that lose words; and the reasons of what stays."""
    made: Counter[str] = Counter()
    holding: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for row in rows:
        if row.rule == "counts":
            here, there = map(int, row.words.split())
            made[row.site] += here
            holding[row.site] += there
        lost[row.site] += row.rule == "lost"
        if row.rule == "stays":
            reasons[re.sub(r"hold .*", "hold ...", row.message)] += 1
    lines = ["| site | converted | of notes with a source | files that lose words |", "| --- | --- | --- | --- |"]
    lines += [f"| {site} | {made[site]} | {holding[site]} | {lost[site]} |" for site in sorted(holding)]
    lines.append(f"| all | {made.total()} | {holding.total()} | {lost.total()} |")
    return "\n".join((*lines, "", *(f"{count:5} {reason}" for reason, count in reasons.most_common(20))))
