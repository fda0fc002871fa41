"""The format of a text whose file ending does not tell it, decided only by signs that no prose has by chance.

A format goes by the name of its reader or bibliography format, whether there is one or not: a text in a format that is
not read must not pass as plain text, for a check of it would find nothing and say so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from itertools import islice
from typing import Final, NamedTuple

from anora_bib.text.patterns import lazy

MOST_SNIFFED: Final = 1 << 16
"""How many bytes are looked at, from the beginning of the file."""

UNREAD: Final = {
    "latex": "LaTeX", "org": "Org", "rst": "reStructuredText", "mediawiki": "wikitext", "ipynb": "a Jupyter notebook",
    "xml": "XML", "docx": "a Word document",
    "odt": "an OpenDocument text", "rtf": "RTF", "pdf": "a PDF", "epub": "an e-book", "typst": "Typst",
    "asciidoc": "AsciiDoc", "textile": "Textile", "csv": "a table", "hayagriva": "a Hayagriva file",
}  # fmt: skip
"""Formats of essays and bibliographies that nothing built in reads, as a message calls them."""

_SUFFIXES: Final = {
    ".tex": "latex", ".ltx": "latex", ".latex": "latex", ".sty": "latex", ".org": "org", ".rst": "rst",
    ".rest": "rst", ".wiki": "mediawiki", ".mediawiki": "mediawiki", ".ipynb": "ipynb", ".xml": "xml", ".docx": "docx",
    ".doc": "docx", ".odt": "odt", ".rtf": "rtf", ".pdf": "pdf",
    ".epub": "epub", ".typ": "typst", ".adoc": "asciidoc", ".asciidoc": "asciidoc", ".textile": "textile",
    ".csv": "csv", ".tsv": "csv",
}  # fmt: skip


OUR_PAGE: Final = b'<meta name="generator" content="anora-bib">'
"""What stands in the head of each page that we write (``webpages/templates/base.html.j2``)."""
_HEAD: Final = 4096


def is_our_page(data: bytes) -> bool:
    """Whether a file is a report or a graph that we wrote: the essays in it are not its author's."""
    return OUR_PAGE in data[:_HEAD]


def unread_kind(suffix: str) -> str:
    """What a file of that ending is, as a message says it; "" for an ending that nobody knows."""
    return UNREAD.get(_SUFFIXES.get(suffix, ""), "")


class _Sign(NamedTuple):
    """A format, and what its text shows. ``shows`` gets the text without white space before it."""

    format: str
    shows: Callable[[str], object]


def _begins(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern, re.IGNORECASE).match


def _holds(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern, re.MULTILINE).search


_HTML_BLOCK: Final = r"(?:p|div|article|section|main|body|head|header|h[1-6]|ul|ol|table|blockquote|figure|nav)"
_HTML_FRAGMENT: Final = lazy(rf"<{_HTML_BLOCK}(?:\s[^<>]{{0,500}})?>", re.IGNORECASE)
_HTML_END: Final = lazy(rf"</{_HTML_BLOCK}>", re.IGNORECASE)
_NOTEBOOK: Final = lazy(r'"nbformat"\s{0,8}:')
_LATEX: Final = lazy(r"\\(?:footnote|emph|textit|[a-z]{0,8}cite[a-z]{0,4}|label|ref)\*?[\[{]")
_LATEX_ENOUGH: Final = 3
"""Commands of LaTeX that make a text LaTeX; an essay about LaTeX may show one."""
_WIKI_HEADING: Final = lazy(r"^==+ ?[^=\n]{1,200}==+[ \t]*$", re.MULTILINE)
_WIKI_NOTE: Final = lazy(r"<ref[ >/]|\{\{(?:cite|reflist|infobox)\b", re.IGNORECASE)
_WIKI_CITATIONS: Final = lazy(
    r"(?:==[^=\n]{1,80}==\s{0,9})?(?:<references>\s{0,9})?(?:[*#:]\s{0,9})?(?:<ref\b[^<>]{0,200}>\s{0,9})?"
    r"\{\{\s{0,9}(?:v?cite[ _](?!needed)[a-z]|citation\s{0,9}\|)",
    re.IGNORECASE,
).match
"""A list of citation templates: nothing stands before the first."""

_FRONT_MATTER: Final = lazy(r"---[ \t]*\r?\n(?:[A-Za-z][\w -]{0,60}:|#)")
_FRONT_MATTER_END: Final = lazy(r"^(?:---|\.\.\.)[ \t]*\r?$(?=\s*\S)", re.MULTILINE)
_MARKDOWN: Final = tuple(
    lazy(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} \S",
        r"^\[\^[^\]\s]{1,40}\]: ",
        r"\]\((?:https?://|/|#|<)",
        r"^(?:```|~~~)",
        r"(?<!\w)\*\*\S[^*\n]{0,200}\*\*",
        r"^> \S",
        r"^\[[^\]\n]{1,80}\]: +<?https?://",
    )
)
_MARKDOWN_ENOUGH: Final = 2
"""Kinds of Markdown signs that make a text Markdown: people who type e-mails use one of them."""
_ELEMENT_END: Final = lazy(r"</(?:p|li|ul|ol|em|i|strong|b|a|blockquote|sup)>", re.IGNORECASE)
_ELEMENTS_ENOUGH: Final = 12
"""Elements of HTML after which words between them are Markdown, which may hold HTML, as contents of sites have it."""
_TWO_LONG_LINES: Final = lazy(r"^(?=.{121})[^\n]*\n(?=.{121})", re.MULTILINE)
"""Two paragraphs with no blank line between, as text copied from a page has them; Markdown would make them one."""


def _html_fragment(text: str) -> object:
    return _HTML_FRAGMENT.match(text) and _HTML_END.search(text)


def _notebook(text: str) -> object:
    return text.startswith("{") and _NOTEBOOK.search(text)


def _latex(text: str) -> bool:
    return len(_LATEX.findall(text)) >= _LATEX_ENOUGH


def _xml_of(*roots: str) -> Callable[[str], object]:
    """XML whose first element is one of ``roots``, whatever prefix its namespace has."""
    names = "|".join(roots)
    before = r"(?:\s+|<\?[^>]{0,200}\?>|<!--[^>]{0,2000}-->|<!DOCTYPE[^>\[]{0,200}>)*+"
    return _begins(rf"{before}<(?:\w{{1,20}}:)?(?:{names})[\s>]")


def _mediawiki(text: str) -> object:
    return _WIKI_NOTE.search(text) and _WIKI_HEADING.search(text)


def _yaml(text: str) -> object:
    return _YAML_ITEMS(text) and not _markdown_front_matter(text)


_YAML_ITEMS: Final = _begins(r"(?:---[ \t]*\r?\n)?(?:#[^\n]*\n|\s)*(?:references:[ \t]*\r?\n|- (?:id|type|title):)")


def _markdown_front_matter(text: str) -> object:
    return _FRONT_MATTER.match(text) and _FRONT_MATTER_END.search(text, 3)


def _markdown(text: str) -> bool:
    if _markdown_front_matter(text):
        return True
    if sum(1 for _ in islice(_ELEMENT_END.finditer(text), _ELEMENTS_ENOUGH)) == _ELEMENTS_ENOUGH:
        return True
    kinds = sum(pattern.search(text) is not None for pattern in _MARKDOWN)
    return kinds >= _MARKDOWN_ENOUGH and not _TWO_LONG_LINES.search(text)


_SIGNS: Final = (
    _Sign("html", _begins(r"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b")),
    _Sign("endnote-xml", _xml_of(r"xml>\s{0,20}<records", "records")),
    _Sign("mods", _xml_of("mods", "modsCollection")),
    _Sign("xml", _begins(r"<\?xml\b")),
    _Sign("ris", _begins(r"TY {1,2}- ?[A-Z]")),
    _Sign("enw", _begins(r"%0 [A-Z]")),
    _Sign("wos", _begins(r"(?:FN [^\n]{1,80}\n(?:VR [^\n]{1,20}\n)?)?PT [JBSP]\r?\n")),
    _Sign("nbib", _begins(r"PMID- ?\d")),
    _Sign("bibtex", _begins(r"(?:%[^\n]*\n\s*){0,40}@[a-z]{2,30}\s{0,20}[{(]")),
    _Sign("wikipedia", _WIKI_CITATIONS),
    _Sign("ipynb", _notebook),
    _Sign("csl-json", _begins(r'\[\s*(?:\{|\])|\{\s*(?:"|\})')),
    _Sign("yaml", _yaml),
    _Sign("html", _html_fragment),
    _Sign(
        "latex", _holds(r"^[ \t]{0,8}\\(?:documentclass|documentstyle|begin\{document\}|(?:sub)*section\*?\{|chapter)")
    ),
    _Sign("latex", _latex),
    _Sign("org", _begins(r"#\+[a-z_]{2,20}:")),
    _Sign("rst", _holds(r"^\.\. (?:_[^\n:]{1,80}:|\[[#\w]{1,40}\] |[a-z-]{2,40}::)")),
    _Sign("mediawiki", _mediawiki),
    _Sign("markdown", _markdown),
)
"""In the order in which they are asked: the surer before the weaker."""


def sniff(data: bytes) -> str:
    """The name of the format that the beginning of a file shows, "" if it shows none."""
    head = data[:MOST_SNIFFED]
    marks = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    encoding = next((name for mark, name in marks.items() if head.startswith(mark)), "utf-8")
    text = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n\f\v")
    return next((sign.format for sign in _SIGNS if sign.shows(text)), "")


_CSL_TYPE: Final = lazy(r"(?:^|[\s{,])[\"']?type[\"']?:\s{0,8}[\"']?([a-z][a-z_-]{2,30})\b")
_YAML_LIST: Final = lazy(r"(?:---[ \t]*\r?\n|#[^\n]*\n|\s)*- ")
_YAML_REFERENCES: Final = lazy(r"^references:", re.MULTILINE)


def mentions_item(data: bytes, types: frozenset[str]) -> bool:
    """True if a JSON or YAML file holds references, or a list with something that says it is of one of the ``types``.

    Folders are full of settings and data in those formats: what holds no such item is no bibliography.
    """
    text = data.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith(("[", "{")) or _YAML_LIST.match(text):
        return any(match[1] in types for match in _CSL_TYPE.finditer(text))
    return _YAML_REFERENCES.search(text) is not None
