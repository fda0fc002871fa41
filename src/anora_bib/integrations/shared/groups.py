"""Citations as they are typed in pandoc's syntax: "see @doe2001, p. 12; -@roe2002"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from anora_bib.csl.locators import leading_locator
from anora_bib.readers.keys.pandoc import cited

Cite = dict[str, Any]
"""One cite, as a cluster of the engine has it."""


def read_cites(text: str, language: str = "en-US") -> list[Cite]:
    """The cites in the text between the brackets of a citation; a text without ``@`` is keys with commas between."""
    if "@" not in text:
        return [{"id": key.strip()} for key in text.split(",") if key.strip()]
    return [cite for part in _parts(text) if (cite := _cite(part, language)) is not None]


def _parts(text: str) -> Iterator[str]:
    """What stands between semicolons, those in braces left alone."""
    depth = start = 0
    for at, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == ";" and depth <= 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _cite(part: str, language: str) -> Cite | None:
    found = next(cited(part), None)
    if found is None:
        return None
    before, behind = part[: found.span.start - 1], part[found.span.end :]
    if before.endswith("@"):  # @{key}
        before, behind = before[:-1], behind[1:]
    suppresses = before.endswith("-")
    locator, suffix = leading_locator(behind, language)
    cite: Cite = {
        "id": found.key,
        "prefix": before.removesuffix("-").strip(),
        "suffix": suffix.rstrip(),
        "suppress-author": suppresses,
    }
    return cite | (locator._asdict() if locator else {})


def cluster(cites: list[Cite], *, mode: str = "", note: int = 0) -> Mapping[str, Any]:
    """A citation of these, in a mode of the engine's; ``note`` is the number of its note, 0 in the text."""
    unsorted = any(cite.get("prefix") for cite in cites)
    return {"citationItems": cites, "properties": {"noteIndex": note, "mode": mode, "unsorted": unsorted}}


def keys_of(clusters: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys that the clusters cite."""
    return {cite["id"] for cluster in clusters for cite in cluster["citationItems"]}
