"""The head of YAML that site generators put over an essay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Date, Metadata
from anora_bib.readers.datelines import find_date
from anora_bib.readers.metadata import people, person
from anora_bib.spans import LineIndex, SourceSpan, Span

_FENCE = r"(?:---|\.\.\.)"
_FENCED = re.compile(rf"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:(?!{_FENCE})[^\n]*\n){{0,400}}?){_FENCE}[ \t]*(?:\r?\n|$)")
"""Between two fences at the very start; four hundred lines are more than any site writes."""

_AUTHOR_KEYS = ("author", "authors", "by", "byline")
_DATE_KEYS = ("date", "published", "pubdate", "issued")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head says, and where the essay begins after it."""

    end: int = 0
    metadata: Metadata = field(default_factory=Metadata)
    diagnostics: tuple[Diagnostic, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """The metadata here, and of ``other`` what is missing."""
        own = self.metadata
        if not own.title:
            own = replace(own, title=other.title, title_span=other.title_span)
        if not own.authors:
            own = replace(own, authors=other.authors, byline_span=other.byline_span)
        if not own.date:
            own = replace(own, date=other.date, date_span=other.date_span)
        return own


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The YAML head of ``text``. One that YAML cannot read is skipped, with a diagnostic that tells where."""
    fenced = _FENCED.match(text)
    if not fenced:
        return FrontMatter()
    import yaml

    # Composing builds nodes with their places and no Python objects: nothing can be constructed, no alias expanded.
    try:
        root = yaml.compose(fenced["yaml"], Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return FrontMatter(fenced.end(), diagnostics=(_broken(error, text, fenced.start("yaml"), path),))
    values = dict(_scalars(root, fenced.start("yaml")))
    return FrontMatter(fenced.end(), _metadata(values))


Values = dict[str, list[tuple[str, Span]]]


def _scalars(root: object, shift: int) -> Iterator[tuple[str, list[tuple[str, Span]]]]:
    """The keys at the top whose value is a scalar or a list of scalars (or of mappings with a ``name``)."""
    import yaml

    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        named = [
            next((inner for name, inner in item.value if name.value == "name"), item)
            if isinstance(item, yaml.MappingNode)
            else item
            for item in items
        ]
        found = [
            (node.value, _words_of(node.value, Span(node.start_mark.index + shift, node.end_mark.index + shift)))
            for node in named
            if isinstance(node, yaml.ScalarNode) and node.value
        ]
        if found and isinstance(key, yaml.ScalarNode):
            yield key.value.casefold(), found


def _words_of(value: str, span: Span) -> Span:
    """The span without the quotation marks of YAML."""
    quoted = len(span) == len(value) + 2
    return Span(span.start + 1, span.end - 1) if quoted else span


def _metadata(values: Values) -> Metadata:
    found = Metadata()
    for title, span in values.get("title", [])[:1]:
        found = replace(found, title=title, title_span=span)
    authors = next((values[key] for key in _AUTHOR_KEYS if key in values), [])
    if authors:
        listed = len(authors) > 1 or re.fullmatch(r"[^\s,]+, [^,]+", authors[0][0])
        names = [person(value) for value, _ in authors] if listed else list(people(authors[0][0]))
        found = replace(found, authors=tuple(names), byline_span=Span(authors[0][1].start, authors[-1][1].end))
    for value, span in next((values[key] for key in _DATE_KEYS if key in values), [])[:1]:
        dated = find_date(value)
        date = dated.date if dated else Date.parse_iso(value)
        if date:
            found = replace(found, date=date, date_span=span)
    return found


def _broken(error: object, text: str, shift: int, path: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    offset = min(len(text), shift + (mark.index if mark else 0))
    place = LineIndex(text).position(offset)
    problem = getattr(error, "problem", None) or "it is no YAML"
    message = f"The front matter cannot be read: {problem}"
    return Diagnostic("E001", "broken-front-matter", message, path, SourceSpan(offset, offset), place, place)
