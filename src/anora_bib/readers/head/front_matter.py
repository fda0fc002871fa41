"""Front matter: the YAML, or TOML, that site generators put before an essay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from anora_bib.diagnostics import Diagnostic
from anora_bib.documents import yaml
from anora_bib.model import Date, Metadata
from anora_bib.readers.damage import half_a_character, is_damaged
from anora_bib.readers.head.datelines import find_date
from anora_bib.readers.head.metadata import people, person
from anora_bib.text.characters import well_formed
from anora_bib.text.spans import LineIndex, SourceSpan, Span

_FENCE = r"(?:---|\.\.\.)"
FENCED = re.compile(rf"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:(?!{_FENCE})[^\n]*\n){{0,400}}?){_FENCE}[ \t]*(?:\r?\n|$)")
"""Between two fences at the very start; four hundred lines are more than any site writes."""

_TEMPLATE = re.compile(r"\{[{%]")
"""What a site fills a page with."""

_TOML_FENCED = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(?P<toml>(?:(?!\+\+\+)[^\n]*\n){0,400}?)\+\+\+[ \t]*(?:\r?\n|$)")
"""As Hugo and Zola have it."""

_AUTHOR_KEYS = ("author", "authors", "by", "byline")
_DATE_KEYS = ("date", "published", "pubdate", "issued")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata in the front matter, and where the essay begins after it."""

    end: int = 0
    metadata: Metadata = field(default_factory=Metadata)
    diagnostics: tuple[Diagnostic, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """The metadata of the front matter, completed by ``other``."""
        own = self.metadata
        if not own.title:
            own = replace(own, title=other.title, title_span=other.title_span)
        if not own.authors:
            own = replace(own, authors=other.authors, byline_span=other.byline_span)
        if not own.date:
            own = replace(own, date=other.date, date_span=other.date_span)
        return own


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The head of ``text``. One that cannot be read as YAML or TOML is skipped, with a diagnostic that tells where.

    That of a template (an archetype of Hugo) is skipped as well, and nothing is told of it.
    """
    fenced = FENCED.match(text)
    if not fenced:
        return _read_toml(text, path)
    try:
        root = yaml.compose(fenced["yaml"])
    except yaml.Fault as fault:
        if _TEMPLATE.search(fenced["yaml"]):
            return FrontMatter(fenced.end())  # what a template is filled with makes it YAML
        return FrontMatter(fenced.end(), diagnostics=(_broken(fault, text, fenced.start("yaml"), path),))
    printed = dict(_scalars(root, fenced.start("yaml")))
    values = {key: [(well_formed(value), span) for value, span in scalars] for key, scalars in printed.items()}
    damaged = [span for scalars in printed.values() for value, span in scalars if is_damaged(value)]
    diagnostics = (half_a_character(text, SourceSpan(span.start, span.end), path) for span in damaged)
    return FrontMatter(fenced.end(), _metadata(values), tuple(diagnostics))


def _read_toml(text: str, path: str) -> FrontMatter:
    fenced = _TOML_FENCED.match(text)
    if not fenced:
        return FrontMatter()
    start = fenced.start("toml")
    try:
        table = tomllib.loads(fenced["toml"].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        if _TEMPLATE.search(fenced["toml"]):
            return FrontMatter(fenced.end())
        place = LineIndex(text).position(start)
        message = f"The front matter is not TOML: {error}"
        span = SourceSpan(start, start)
        broken = Diagnostic("E001", "broken-front-matter", message, path, span, place, place)
        return FrontMatter(fenced.end(), diagnostics=(broken,))
    values: Values = {}
    for key, value in table.items():
        printed = [_toml_words(item) for item in (value if isinstance(value, list) else [value])]
        values[key.casefold()] = [(words, _found(text, words, start, fenced.end())) for words in printed if words]
    return FrontMatter(fenced.end(), _metadata({key: listed for key, listed in values.items() if listed}))


def _toml_words(value: object) -> str:
    """What a value says: words, a date, of a table its ``name``; "" for anything else."""
    if isinstance(value, Mapping):
        value = value.get("name", "")
    if isinstance(value, date):  # datetimes are dates, too
        return value.isoformat()[:10]
    return value if isinstance(value, str) else ""


def _found(text: str, words: str, start: int, end: int) -> Span:
    """Where the words are printed; an empty place at the head of the front matter if they are written otherwise."""
    at = text.find(words, start, end)
    return Span(at, at + len(words)) if at >= 0 else Span(start, start)


Values = dict[str, list[tuple[str, Span]]]


def _scalars(root: yaml.Node | None, shift: int) -> Iterator[tuple[str, list[tuple[str, Span]]]]:
    """The keys at the top whose value is a scalar or a list of scalars (or of mappings with a ``name``)."""
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        scalars = [
            (node.value, _words_of(node.value, Span(*node.span).shift(shift)))
            for item in items
            if isinstance(node := _named(item), yaml.ScalarNode) and node.value
        ]
        if scalars and isinstance(key, yaml.ScalarNode):
            yield key.value.casefold(), scalars


def _named(item: yaml.Node | tuple[yaml.Node, yaml.Node]) -> yaml.Node | tuple[yaml.Node, yaml.Node]:
    """Of a mapping with a ``name``, as in lists of authors, the value of that."""
    if not isinstance(item, yaml.MappingNode):
        return item
    return next((value for key, value in item.value if key.value == "name"), item)


def _words_of(value: str, span: Span) -> Span:
    """The span without the quotation marks of YAML."""
    quoted = len(span) == len(value) + 2
    return Span(span.start + 1, span.end - 1) if quoted else span


def _metadata(values: Values) -> Metadata:
    metadata = Metadata()
    for title, span in values.get("title", [])[:1]:
        metadata = replace(metadata, title=title, title_span=span)
    authors = next((values[key] for key in _AUTHOR_KEYS if key in values), [])
    if authors:
        listed = len(authors) > 1 or re.fullmatch(r"[^\s,]+, [^,]+", authors[0][0])
        names = [person(value) for value, _ in authors] if listed else list(people(authors[0][0]))
        metadata = replace(metadata, authors=tuple(names), byline_span=Span(authors[0][1].start, authors[-1][1].end))
    for value, span in next((values[key] for key in _DATE_KEYS if key in values), [])[:1]:
        dated = find_date(value)
        date = dated.date if dated else Date.parse_iso(value)
        if date:
            metadata = replace(metadata, date=date, date_span=span)
    return metadata


def _broken(fault: yaml.Fault, text: str, shift: int, path: str) -> Diagnostic:
    offset = min(len(text), shift + fault.span.start)
    place = LineIndex(text).position(offset)
    message = f"The front matter is {fault.message}"
    return Diagnostic("E001", "broken-front-matter", message, path, SourceSpan(offset, offset), place, place)
