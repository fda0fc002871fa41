"""HTML cut into tags and text, each with its place in the file.

The standard library's ``html.parser`` takes time in the square of the input where tags are never closed (a file of
150 kB kept it busy for minutes), and lxml tells no offsets. What is needed here is little: where tags begin and
end, and where their attributes are. Repairing the tree is left to whoever walks over the tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from anora_bib.text.spans import Span

_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_SPACE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"([^\s=<>\"'/]+)(?:\s{0,20}=\s{0,20}(?:(?P<quote>[\"'])|(?P<bare>[^\s\"'=<>`]+)))?")
_ATTRIBUTES = 200
"""The most attributes of a tag; one with more is taken for an attack."""
_RAW = frozenset({"script", "style", "textarea", "noscript", "iframe", "template"})
"""Elements whose content is not text of the page."""


class TokenKind(Enum):
    """What HTML consists of here; comments, declarations and the content of scripts are passed over."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """``attributes`` maps names, in lower case, to the places of their values."""

    kind: TokenKind
    span: Span
    name: str = ""
    attributes: Mapping[str, Span] = field(default_factory=dict)


def tokenize(source: str, start: int = 0) -> Iterator[Token]:
    """Tags and text of ``source`` from ``start`` on, without comments, declarations and the content of scripts."""
    done = at = start
    while (at := source.find("<", at)) >= 0:
        tag = _tag(source, at)
        end = tag.span.end if tag else _comment_end(source, at)
        if end is None:
            at += 1
            continue
        if at > done:
            yield Token(TokenKind.TEXT, Span(done, at))
        if tag:
            yield tag
            if tag.kind is TokenKind.OPEN and tag.name in _RAW:
                end = _raw_end(source, end, tag.name)
        done = at = end
    if done < len(source):
        yield Token(TokenKind.TEXT, Span(done, len(source)))


def _comment_end(source: str, at: int) -> int | None:
    """Where a comment, declaration or instruction that begins at ``at`` ends (at the end of the file if never)."""
    if source.startswith("<!--", at):
        end, length = source.find("-->", at + 4), 3
    elif source.startswith(("<!", "<?"), at):
        end, length = source.find(">", at), 1
    else:
        return None
    return end + length if end >= 0 else len(source)


def _raw_end(source: str, at: int, name: str) -> int:
    closing = re.compile(rf"</{name}", re.IGNORECASE).search(source, at)
    return closing.start() if closing else len(source)


def _tag(source: str, at: int) -> Token | None:
    """The tag at ``at``; None if what follows the ``<`` is no whole tag."""
    name = _NAME.match(source, at)
    if not name:
        return None
    attributes: dict[str, Span] = {}
    place = name.end()
    for _ in range(_ATTRIBUTES):
        space = _SPACE.match(source, place)
        place = space.end() if space else place
        if source.startswith(">", place):
            kind = TokenKind.CLOSE if source[at + 1] == "/" else TokenKind.OPEN
            return Token(kind, Span(at, place + 1), name[1].lower(), attributes)
        attribute = _ATTRIBUTE.match(source, place)
        if not attribute:
            return None
        value = _value(source, attribute)
        if value is None:
            return None
        attributes.setdefault(attribute[1].lower(), value)
        place = value.end + (1 if attribute["quote"] else 0)
    return None


def _value(source: str, attribute: re.Match[str]) -> Span | None:
    if not attribute["quote"]:
        return (
            Span(attribute.start("bare"), attribute.end("bare")) if attribute["bare"] else Span(*[attribute.end()] * 2)
        )
    end = source.find(attribute["quote"], attribute.end())
    return Span(attribute.end(), end) if end >= 0 else None
