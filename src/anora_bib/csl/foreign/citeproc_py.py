"""The engine "citeproc-py": the CSL processor of that name behind our interface.

It formats about half of what CSL asks for correctly; what it gets wrong is left wrong here. This module only sees to
it that every item is heard, that none can break another or the output, and that nobody's id is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

from anora_bib.csl.engine import Capability, Cluster, FormattedEntry, no_links
from anora_bib.csl.foreign.marks import segments, unmarked
from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.output.runs import NO_SOURCE, FormattedText, Source
from anora_bib.csl.styles import Style
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.model import Entry
from anora_bib.model.bibliography.entries import Item
from anora_bib.text.characters import nearest


class CiteprocPy:
    """See :class:`anora_bib.csl.engine.Engine`."""

    name = "citeproc-py"
    capabilities: frozenset[Capability] = frozenset()

    def processor(
        self,
        style: Style,
        items: Sequence[Item],
        *,
        locale: str | None = None,
        to: str | Format = "text",
        links: bool = False,
    ) -> CiteprocPyProcessor:
        """A processor for the items; see :class:`anora_bib.csl.engine.Engine`.

        Its text no longer tells which of it was an address, so it makes no links.
        """
        if links:
            raise no_links(self.name)
        return CiteprocPyProcessor(style, items, _locale(locale), to if isinstance(to, Format) else format_named(to))


def _locale(locale: str | None) -> str | None:
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS

    if locale is None or locale in LANGUAGE_NAMES or locale in PRIMARY_DIALECTS:
        return locale
    raise UnknownNameError("locale", locale, nearest(locale, LANGUAGE_NAMES))


@lru_cache(maxsize=1)
def _failures() -> tuple[type[Exception], ...]:
    """What citeproc-py raises when a value is not what it thought: it uses exceptions as control flow."""
    from citeproc.source import VariableError

    return (VariableError, AttributeError, TypeError, LookupError, ValueError, AssertionError, RuntimeError)


class CiteprocPyProcessor:
    """Formats one set of items. ``problems`` has a sentence for each item that could not be formatted."""

    def __init__(self, style: Style, items: Sequence[Item], locale: str | None, to: Format) -> None:
        self.problems: list[str] = []
        self.arrangement: Arrangement | None = None
        self._style = style
        self._to = to
        # citeproc-py folds the case of ids: it gets numbers instead, and never sees them.
        entries = [item if isinstance(item, Entry) else Entry.from_csl(item) for item in items]
        self._ids = [entry.key for entry in entries]
        self._number = _numbered(self._ids)
        self._bibliography = self._prepare(entries, locale)

    def citations(self, clusters: Sequence[Cluster]) -> list[str]:
        """The text of each citation; one that cites an unknown id says so in its place."""
        from citeproc.source import Citation

        registered = [Citation(self._cites(cluster)) for cluster in clusters]
        for citation in registered:
            self._bibliography.register(citation)
        return [self._written(citation) for citation in registered]

    def bibliography(self) -> list[FormattedEntry]:
        """All items in the order of the style, whether cited or not."""
        from citeproc.source import Citation, CitationItem

        if not self._bibliography.style.has_bibliography():
            return []
        for number in range(len(self._ids)):
            self._bibliography.register(Citation([CitationItem(str(number))]))
        try:
            self._bibliography.sort()
        except _failures() as error:
            self.problems.append(f"{self._style.name}: the items could not be sorted ({_reason(error)})")
        rendered = ((self._ids[int(item.key)], self._entry(item)) for item in self._bibliography.items)
        return [FormattedEntry(id, text) for id, text in rendered if text]

    def _prepare(self, entries: Sequence[Entry], locale: str | None) -> Any:
        from citeproc import CitationStylesBibliography, CitationStylesStyle
        from citeproc.source import BibliographySource

        from anora_bib.csl.foreign import formatter
        from anora_bib.csl.foreign.items import reference
        from anora_bib.csl.foreign.style import initials_made_plain

        try:
            xml = initials_made_plain(self._style.xml)
            style = CitationStylesStyle(BytesIO(xml), locale=locale, validate=False)
        except _failures() as error:
            raise InputError(f"is not a style that can be used ({_reason(error)})", path=self._where()) from error
        if style.root.citation is None:
            raise InputError("is not a style that can be used: it has no <citation>", path=self._where())
        source = BibliographySource()
        for number, entry in enumerate(entries):
            source.add(reference(str(number), entry))
        return CitationStylesBibliography(style, source, formatter)

    def _where(self) -> str:
        return self._style.path or self._style.name

    def _cites(self, cluster: Cluster) -> list[Any]:
        from citeproc.source import CitationItem, Locator

        cites = []
        for cite in _mappings(cluster.get("citationItems")):
            id = str(cite.get("id", ""))
            options = {key: unmarked(str(cite[key])) for key in ("prefix", "suffix") if cite.get(key)}
            if cite.get("locator"):
                options["locator"] = Locator(str(cite.get("label") or "page"), unmarked(str(cite["locator"])))
            # An id that is not there is passed on as it is; citeproc-py then asks _unknown what to print.
            number = self._number.get(id)
            cites.append(CitationItem(str(number) if number is not None else f"?{id}", **options))
        return cites

    def _written(self, citation: Any) -> str:
        try:
            made = segments(str(self._bibliography.cite(citation, self._unknown)), self._source(citation.cites))
            return FormattedText.of(self._to.write(made), made)
        except _failures() as error:
            self.problems.append(
                f"{self._names(citation.cites)}: cannot be cited in {self._style.name}: {_reason(error)}"
            )
            return ""

    def _unknown(self, cite: Any) -> str:
        id = cite.key.removeprefix("?")
        self.problems.append(f"{id}: cited, but there is no such item")
        return f"({unmarked(id)}?)"

    def _entry(self, item: Any) -> str:
        try:
            texts = self._bibliography.style.render_bibliography([item])
        except _failures() as error:
            self.problems.append(f"{self._names([item])}: cannot be formatted in {self._style.name}: {_reason(error)}")
            return ""
        made = segments(str(texts[0]), self._source([item])) if texts else []
        if not made:
            self.problems.append(f"{self._names([item])}: {self._style.name} prints nothing for it")
            return ""
        return FormattedText.of(self._to.write_entry(made), made, strips=True)

    def _source(self, cites: Sequence[Any]) -> Source:
        """The item of text that is all about one; citeproc-py does not tell which variable it prints."""
        return (self._names(cites), "") if len(cites) == 1 else NO_SOURCE

    def _names(self, cites: Iterable[Any]) -> str:
        return ", ".join(self._ids[int(cite.key)] if cite.key.isdigit() else cite.key[1:] for cite in cites)


def _numbered(ids: Sequence[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, id in enumerate(ids):
        if id in numbers:
            raise InputError(
                f"items {numbers[id] + 1} and {number + 1} have one id, {id!r}", hint="give one of them another id"
            )
        numbers[id] = number
    return numbers


def _mappings(value: object) -> list[Cluster]:
    return [cite for cite in value if isinstance(cite, dict)] if isinstance(value, Iterable) else []


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
