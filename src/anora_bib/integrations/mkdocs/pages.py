"""The citations of one page of Markdown: found where pandoc would, and written as Python-Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from anora_bib.csl.process.cites.asking import COMPOSITE
from anora_bib.integrations.shared.groups import Cite, cluster, read_cites
from anora_bib.integrations.shared.library import ProjectLibrary
from anora_bib.integrations.shared.notes import capital_html
from anora_bib.readers.keys.pandoc import cited, without_shown

PLACE: Final = "\\bibliography"
"""Where the bibliography of a page goes, on a line of its own."""
_BRACKETS: Final = re.compile(r"(?<![\\\]!])\[(?P<words>[^\[\]\n]{0,400}(?:\n[^\[\]\n]{1,400}){0,5})\](?![(\[:{])")
_LINK: Final = re.compile(r"\[[^\[\]\n]{0,400}\](?:\(|:|\[[^\[\]\n]{0,300}\])")
"""Words that lead somewhere, and cite nothing."""
_PLACE: Final = re.compile(r"^\\bibliography[ \t]{0,9}$", re.MULTILINE)
_BEHIND: Final = re.compile(r"[ \t]{1,3}\[(?P<words>[^\[\]@\n]{1,120})\](?![(\[:{])")
"""The locator of an author in the text: ``@doe2001 [p. 3]``."""


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    cites: list[Cite]
    mode: str = ""


def written(text: str, library: ProjectLibrary) -> tuple[str, list[str]]:
    """The page with its citations and bibliography, and a sentence for each key that nothing has.

    A citation with an unknown key stays as it is typed. In a style of notes a citation is a footnote.
    """
    found, problems = [], []
    for one in _citations(text, library):
        unknown = [cite["id"] for cite in one.cites if cite["id"] not in library.entries]
        problems += [library.unknown(key) for key in unknown]
        found += [] if unknown else [one]
    place = _PLACE.search(without_shown(text))
    if not found:
        return (_PLACE.sub("", text, count=1) if place else text), problems
    clusters = [
        cluster(one.cites, mode="" if library.notes else one.mode, note=number if library.notes else 0)
        for number, one in enumerate(found, 1)
    ]
    processor, texts = library.rendered(clusters, "html")
    problems += processor.problems
    out, notes, at = "", "", 0
    for number, (one, printed) in enumerate(zip(found, texts, strict=True), 1):
        out += text[at : one.start].rstrip(" ") if library.notes and not one.mode else text[at : one.start]
        if library.notes:
            name = library.author(one.cites[0]["id"]) if one.mode else ""
            out += f"{name}[^cite-{number}]"
            notes += f"\n[^cite-{number}]: {capital_html(printed)}"
        else:
            out += printed
        at = one.end
    out += text[at:]
    listed = "\n".join(
        f'<p class="csl-entry" id="ref-{one.id}">{_line(one.text)}</p>' for one in processor.bibliography()
    )
    block = f'\n<div class="csl-bib-body">\n{listed}\n</div>\n' if listed else ""
    placed = _PLACE.sub(lambda _: block, out, count=1) if place else out + ("\n" + block if block else "")
    return placed + (f"\n{notes}\n" if notes else ""), problems


def _line(entry: str) -> str:
    """An entry without the blocks that the engine makes, which no paragraph may hold: its number stands before it."""
    bare = re.sub(r"\A\s{0,9}<div class=\"csl-entry\">|</div>\s{0,9}\Z", "", entry)
    parted = re.sub(r"</div>\s{0,9}<div class=\"csl-right-inline\">", " ", bare)
    return re.sub(r"<div class=\"csl-[a-z-]{1,20}\">|</div>", "", parted).strip()


def _citations(text: str, library: ProjectLibrary) -> Iterator[_Found]:
    """The citations of a page: ``[see @doe2001, p. 3]``, and ``@doe2001 [p. 3]`` of keys that there are."""
    bare = without_shown(text)
    groups = [one for one in _BRACKETS.finditer(bare) if _is_group(one["words"])]
    inside = [one.span() for one in (*groups, *_LINK.finditer(bare))]
    language = library.language
    found = [_Found(*one.span(), read_cites(one["words"].replace("\n", " "), language)) for one in groups]
    for key in cited(bare):
        start = key.span.start - 1 - (bare[key.span.start - 1] == "{")
        if key.key not in library.entries or any(begin <= start < end for begin, end in inside):
            continue
        end = key.span.end + (bare[key.span.end : key.span.end + 1] == "}" and bare[key.span.start - 1] == "{")
        locator = _BEHIND.match(bare, end)
        words = f"@{{{key.key}}}" + (f", {locator['words']}" if locator else "")
        found.append(_Found(start, locator.end() if locator else end, read_cites(words, language), COMPOSITE))
    yield from sorted(found, key=lambda one: one.start)


def _is_group(words: str) -> bool:
    """True if every part between semicolons has a key."""
    keys: Any = list(cited(words))
    return bool(keys) and len(read_cites(words)) == len([part for part in words.split(";") if part.strip()])
