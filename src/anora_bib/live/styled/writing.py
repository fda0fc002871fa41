"""What a style prints of an essay's citations, in the markup of the essay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from anora_bib.csl.engine import Capability, Cluster, Engine, Formatter
from anora_bib.csl.entries import printable
from anora_bib.csl.locale import Locale, resolve
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.output.formats.words import words as in_looks
from anora_bib.csl.output.runs import FORMATTINGS, ITALIC, FormattedText, Segment
from anora_bib.csl.sections import with_laws_named
from anora_bib.csl.styles import Style
from anora_bib.documents.document import Document
from anora_bib.model import Entry

_LEAD: Final = "see "
"""Stands before a citation that does not open its sentence while it is printed, for its first letter."""

_TYPED: Final = "(typed)"
"""The key of what stands for all sources that stay as they are typed."""

_CAPITAL_STOP: Final = re.compile(r"(?:\.[^\W_]{1,12}|(?<![^\W_])[^\W\d_])\Z")
_OWN_LINK: Final = re.compile(r"\[(?P<said>https?://[^\[\]\s]{1,2000})\]\(<?(?P<to>https?://[^<>()\s]{1,2000})>?\)")
_EMPHASIS: Final = re.compile(r"(?<!\w)([*_])\w[^*_\n]{1,200}\1(?!\w)")


class Cited(NamedTuple):
    """One citation as it is asked for; ``note`` is the number of its note, 0 in the text."""

    keys: tuple[str, ...]
    note: int = 0
    locators: tuple[tuple[str, str], ...] = ()
    led: bool = False
    """Whether words before it begin its sentence."""
    mode: str = ""


class Writing:
    """The sources of one essay, printed in one style."""

    def __init__(
        self,
        given: Iterable[Entry],
        document: Document,
        engine: Engine,
        style: Style,
        locale: str | None,
        *,
        links: bool,
    ) -> None:
        self._format = output_of(document)
        entries = [printable(entry) for entry in given]
        more = {"links": True} if links and Capability.LINKS in engine.capabilities else {}

        def made(some: Sequence[Entry]) -> Formatter:
            return engine.processor(style, some, locale=locale, to=self._format, **more)

        named = with_laws_named(entries, made)
        self._items = [*named, Entry.of("document", key=_TYPED, title="What stays as it is typed")]
        self._made = made
        terms = Locale(resolve(locale or style.default_locale or "en-US"))
        said = {terms.term("no date", form) for form in ("long", "short")} - {""}
        self._undated = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(said)))})")

    def citations(self, asked: Iterable[Cited]) -> list[str]:
        """What is printed of each citation of the essay, in its order; "" where the words around it would change."""
        every = [*asked]
        texts = self._made(self._items).citations([*map(_cluster, every)]) if every else []
        return [_linked(_without_lead(text) if one.led else text) for text, one in zip(texts, every, strict=True)]

    def says_undated(self, text: str, typed: str) -> bool:
        """Whether the style says of a source that it has no date, and the essay does not."""
        return bool(self._undated.search(text)) and not self._undated.search(typed)

    def listed(self, keys: Sequence[str], *, together: bool) -> dict[str, str]:
        """The line of each work in the order of the style: of a list of these, or as if each stood alone."""
        wanted = frozenset(keys)
        items = [entry for entry in self._items if entry.key in wanted]
        groups = [items] if together else [[entry] for entry in items]
        lines = [line for group in groups for line in self._made(group).bibliography()]
        return {line.id: self._line(line.text) for line in lines}

    def _line(self, text: str) -> str:
        """An entry without what is around it in a list of its own."""
        return _linked(self._format.write(text.segments) if isinstance(text, FormattedText) else text)


def typed(note: int) -> Cited:
    """What stands for a source of a note that stays as it is typed."""
    return Cited((_TYPED,), note)


def _cluster(cited: Cited) -> Cluster:
    items: list[dict[str, object]] = [{"id": key} for key in cited.keys]
    for item, (label, locator) in zip(items, cited.locators, strict=False):
        if locator:
            item |= {"locator": locator, "label": label or "page"}
    if cited.led:
        items[0]["prefix"] = _LEAD
    return {"citationItems": items, "properties": {"noteIndex": cited.note, "mode": cited.mode}}


def _without_lead(text: str) -> str:
    return text.removeprefix(_LEAD) if text.startswith(_LEAD) else ""


def _linked(text: str) -> str:
    """Markdown with an address that is its own link as people type it: ``<https://example.org>``."""
    return _OWN_LINK.sub(lambda it: f"<{it['to']}>" if it["said"].replace("\\", "") == it["to"] else it[0], text)


def without_stop(text: str, abbreviations: Iterable[str]) -> str:
    """A citation without the stop that ends it, unless that is one of an abbreviation."""
    bare = text.removesuffix(".")
    last = re.split(r"[\s(]", bare)[-1].strip("*_").lower()
    return text if bare == text or last in abbreviations or _CAPITAL_STOP.search(bare) else bare


def output_of(document: Document) -> Format:
    """The output in the markup of a document; of plain text with the signs of emphasis that it has, if any."""
    if document.dialect.name in ("markdown", "html", "latex"):
        return format_named(document.dialect.name)
    signs = [found[1] for found in _EMPHASIS.finditer(document.text)]
    plain = format_named("text")
    return replace(plain, write=_emphasis(max("*_", key=signs.count))) if signs else plain


class _emphasis:  # noqa: N801 - a function with a sign
    """Writes plain text with a sign around what is in italics."""

    def __init__(self, sign: str) -> None:
        self._sign = sign

    def __call__(self, segments: Sequence[Segment]) -> str:
        looks = [look & ITALIC for look in range(FORMATTINGS)]
        return "".join(
            f"{word.gap}{self._sign}{word.text}{self._sign}" if word.look else f"{word.gap}{word.text}"
            for word in in_looks(segments, looks, looks)
        )
