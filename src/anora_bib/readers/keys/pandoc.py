"""Markdown as pandoc, Quarto and R Markdown read it: ``[@key]``, ``@key``, ``nocite``, and what the head names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from anora_bib.documents import yaml
from anora_bib.documents.document import Document
from anora_bib.model.essay.keyed import CitationKey, KeyedText, NamedFile
from anora_bib.readers.head.front_matter import FENCED
from anora_bib.readers.keys import latex
from anora_bib.readers.keys.blanking import after, blanked
from anora_bib.readers.keys.commands import CITES
from anora_bib.text.spans import TextSpan

SUFFIXES: Final = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")

_SHOWN: Final = re.compile(
    r"^[ \t]{0,12}(?P<fence>`{3,}|~{3,})|(?P<ticks>`+)|(?P<comment><!--)|(?P<address>\b(?<!@\{)https?://[^\s<>()\[\]]{1,2000})"
    r"|\]\((?P<target>[^()\s]{0,2000})|<(?P<tag>[a-zA-Z/][^<>]{0,2000})>",
    re.MULTILINE,
)
"""Where code, comments and addresses begin."""
_CITED: Final = re.compile(r"@(?<![\w@\\]@)(?:\{(?P<braced>[^{}\s]{1,300})\}|(?P<bare>(?:\w|[:.#$%&+?<>~/-](?=\w))+))")
"""A key as pandoc reads it: punctuation inside of it, and none at its end; or anything in braces.

The sign comes first, since a search for one character is quick."""
_REFERENCE: Final = re.compile(
    r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|ex|nte|tip|wrn|imp|cau)[-:]"
)
"""How cross-references of Quarto, pandoc-crossref and bookdown begin."""
_DEFINED: Final = re.compile(r"^[ ]{0,3}\[@(?P<name>[^\[\]\n]{1,200})\]:", re.MULTILINE)
_NAMING: Final = ("bibliography", "references", "nocite")
"""Of the front matter, what says something about citations."""
_ENTRIES: Final = ("id", "key")
_LONGEST_BRACKET: Final = 1000


def read(text: str, path: str) -> KeyedText:
    """What the text of a Markdown file says of its citations."""
    head = FENCED.match(text)
    start = head.end() if head else 0
    libraries, own, nocite = _head(head) if head else ((), frozenset[str](), "")
    declared = bool(libraries or own) or path.lower().endswith((".qmd", ".rmd"))
    keys = _in_body(text, start, declared)
    asked = [CitationKey(key.key, _in_head(head, key.key)) for key in cited(nocite)]
    return KeyedText(Document(path, text), (*asked, *keys), libraries, (), own, everything="@*" in nocite)


def _in_body(text: str, start: int, declared: bool) -> list[CitationKey]:
    """The keys behind ``start``; most texts have no sign of any, and are not read further."""
    if not (_CITED.search(text, start) or CITES.search(text, start)):
        return []
    body = without_shown(text, start)
    links = {found["name"] for found in _DEFINED.finditer(body)}
    typed = [_sure(body, key, declared) for key in cited(body) if not _is_other(body, key, links)]
    # Commands of LaTeX cite in Markdown that becomes LaTeX; elsewhere they may be shown.
    commands = [replace(key, sure=declared) for key in latex.cited(body)] if "\\" in body else []
    return sorted((*typed, *commands), key=lambda key: key.span)


def cited(text: str) -> Iterator[CitationKey]:
    """Each key that follows a sign ``@``."""
    for found in _CITED.finditer(text):
        group = "braced" if found["braced"] is not None else "bare"
        yield CitationKey(found[group], TextSpan(*found.span(group)))


def without_shown(text: str, start: int = 0) -> str:
    """The text with everything before ``start``, code, comments and addresses made blanks."""
    spans = [(0, start)]
    at = start
    while match := _SHOWN.search(text, at):
        at = max(_end(text, match), match.end())
        begins = match.start("target") if match["target"] is not None else match.start()
        spans.append((begins, at) if not match["ticks"] or at > match.end() else (at, at))
    return blanked(text, spans)


def _end(text: str, match: re.Match[str]) -> int:
    """Where the words end that begin there."""
    if fence := match["fence"]:
        closing = re.compile(rf"^[ \t]{{0,12}}{re.escape(fence)}[{fence[0]}]{{0,20}}[ \t]{{0,20}}$", re.MULTILINE)
        found = closing.search(text, match.end())
        return found.end() if found else len(text)
    if ticks := match["ticks"]:
        paragraph = text.find("\n\n", match.end())
        end = text.find(ticks, match.end(), paragraph if paragraph >= 0 else len(text))
        return end + len(ticks) if end >= 0 else match.end()
    return after(text, "-->", match.end()) if match["comment"] else match.end()


def _is_other(text: str, key: CitationKey, links: set[str]) -> bool:
    """True for the words of a link, ``[@name](address)``, and for cross-references to figures and the like."""
    if _REFERENCE.match(key.key):
        return True
    behind = text[key.span.end : key.span.end + 2]
    return behind == "](" or (behind[:1] == "]" and key.key in links)


def _sure(text: str, key: CitationKey, declared: bool) -> CitationKey:
    """The key, sure if the document names a library, or if it stands in brackets."""
    return CitationKey(key.key, key.span, declared or _in_brackets(text, key.span))


def _in_brackets(text: str, span: TextSpan) -> bool:
    before = text[max(0, span.start - _LONGEST_BRACKET) : span.start].rpartition("\n\n")[2]
    behind = text[span.end : span.end + _LONGEST_BRACKET].partition("\n\n")[0]
    opens = before.rfind("[") > before.rfind("]")
    closing = behind.find("]")
    return opens and closing >= 0 and "[" not in behind[:closing]


def _in_head(head: re.Match[str] | None, key: str) -> TextSpan:
    """The place of a key of ``nocite`` in the front matter."""
    start = head.string.find(f"@{key}", head.start(), head.end()) + 1 if head else 0
    return TextSpan(start, start + len(key)) if start else TextSpan(0, 0)


def _head(head: re.Match[str]) -> tuple[tuple[NamedFile, ...], frozenset[str], str]:
    """The libraries that the front matter names, the keys of the entries in it, and its ``nocite``."""
    if not any(name in head["yaml"] for name in _NAMING):
        return (), frozenset(), ""
    try:
        root = yaml.compose(head["yaml"])
    except yaml.Fault:
        return (), frozenset(), ""  # told when the essay is read
    libraries: list[NamedFile] = []
    own: set[str] = set()
    nocite = ""
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if name == "bibliography":
            libraries += (_named(item, head) for item in items if isinstance(item, yaml.ScalarNode) and item.value)
        elif name == "references":
            own |= {key for item in items if isinstance(item, yaml.MappingNode) for key in _ids(item)}
        elif name == "nocite":
            nocite = " ".join(item.value for item in items if isinstance(item, yaml.ScalarNode))
    return tuple(libraries), frozenset(own), nocite


def _named(node: yaml.ScalarNode, head: re.Match[str]) -> NamedFile:
    shift = head.start("yaml")
    return NamedFile(node.value.strip(), TextSpan(node.span.start + shift, node.span.end + shift))


def _ids(item: yaml.MappingNode) -> Iterator[str]:
    for key, value in item.value:
        if isinstance(key, yaml.ScalarNode) and key.value in _ENTRIES and isinstance(value, yaml.ScalarNode):
            yield value.value
