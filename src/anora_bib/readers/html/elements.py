"""The elements that are open at one place of a page, and the kind of block and label each gives to its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from anora_bib.model import BlockKind
from anora_bib.readers.markup.targets import BACK
from anora_bib.text.spans import Span

VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
SKIPPED: Final = frozenset("head nav form button select svg script style noscript textarea iframe template".split())
"""Elements whose text does not belong to the essay."""
BLOCK: Final = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_LISTS: Final = ("ol", "ul")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS: Final = {"li": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTATION, "pre": BlockKind.CODE}

_ENDED_BY: Final[Mapping[str, frozenset[str]]] = {
    **{name: frozenset((name,)) for name in ("p", "li", "tr")},
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th"))),
}
"""By the name of an element that begins: those it ends, whose closing tags may be left out (WHATWG HTML 13.1.2.4)."""
_INSIDE: Final = {"tr": frozenset(("td", "th"))}
"""Those that an element which is ended so may still hold open."""

MAX_DEPTH: Final = 400
"""Pages nest a few dozen deep."""
_REACH: Final = 100
"""How far up a closing tag looks for its element: one that never closed must not make every step slower."""

_NOTE_ID: Final = re.compile(r"_?(?:sd)?(?:foot-?note(?:def)?|end-?note|cite_note|note|ftn|edn|fn|en)s?", re.IGNORECASE)
_PAGE_NAME: Final = re.compile(r"page[-_ ]?(?:\d{1,4}|[ivxlc]{1,8})", re.IGNORECASE)
_NOTE_DIGITS: Final = 4
_JOINTS: Final = "-_:."
_NOTE_ROLE: Final = re.compile(r"(?:doc-)?(?:foot|end|rear)note$")
_SUBSTACK: Final = "FootnoteToDOM"
"""How pages of Substack call the element of a note; its number stands in a link inside."""
_MAX_DIGITS: Final = 9


@dataclass(slots=True)
class Element:
    """An open element: where its words began, what it counts, which block holds them, which kind that block is.

    ``tag`` is the place of its opening tag in the file.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    tag: Span
    note: str | None = None
    label: str = ""
    count: int = 0
    block: int | None = None
    kind: BlockKind | None = None
    skipped: bool = False


class OpenElements:
    """The open elements, the outermost first; every question about them takes the same time at any depth."""

    def __init__(self) -> None:
        self._stack: list[Element] = []
        self._counts: Counter[str] = Counter()
        self._lists: list[Element] = []
        self._holders: list[Element] = []
        self.skipping = 0
        """How many of them hold text that does not belong to the essay."""

    def __len__(self) -> int:
        return len(self._stack)

    def __getitem__(self, index: int) -> Element:
        return self._stack[index]

    def open(self, name: str, attributes: Mapping[str, str], start: int, tag: Span) -> None:
        """An element begins where the text has ``start`` characters and the file this ``tag``."""
        element = Element(name, attributes, start, tag)
        if name == "li":
            element.label = self._next_number(attributes)
        elif name == "ol" and (first := _number(attributes.get("start", ""))) is not None:
            element.count = first - 1
        element.note = _note_label(element)
        element.kind = self._kind_of(element)
        self._stack.append(element)
        self._counts[name] += 1
        element.skipped = (
            name in SKIPPED or "hidden" in attributes or _numbers_page(element) or self._numbers_note(element)
        )
        self.skipping += element.skipped
        if name in _LISTS:
            self._lists.append(element)
        if element.kind is not None:
            self._holders.append(element)

    def close(self) -> Element:
        """Remove the innermost element."""
        element = self._stack.pop()
        self._counts[element.name] -= 1
        self.skipping -= element.skipped
        if element.name in _LISTS:
            self._lists.pop()
        if element.kind is not None:
            self._holders.pop()
        return element

    @property
    def holder(self) -> Element | None:
        """The innermost that says of which kind the blocks in it are."""
        return self._holders[-1] if self._holders else None

    @property
    def lists(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    @property
    def verbatim(self) -> bool:
        """Whether white space is kept as it is."""
        return self._counts["pre"] > 0

    def closed_by(self, name: str) -> int:
        """How many of the innermost end with the closing tag of ``name``; 0 if there is no such element near.

        The closing tag of one heading ends any (WHATWG HTML 13.2.6.4.7).
        """
        names = _HEADINGS if name in _HEADINGS else (name,)
        if not any(self._counts[one] for one in names):
            return 0
        return next((n for n, element in enumerate(reversed(self._stack[-_REACH:]), 1) if element.name in names), 0)

    def ended_by(self, name: str) -> int:
        """How many of the innermost elements end without a closing tag where an element ``name`` begins.

        A paragraph ends where the next begins, an item at the next of the same list.
        """
        ended = _ENDED_BY.get(name, frozenset())
        if not any(self._counts[other] for other in ended):
            return 0
        inside = _INSIDE.get(name, frozenset())
        for number, element in enumerate(reversed(self._stack), 1):
            if element.name in ended:
                return number
            if element.name in BLOCK and element.name not in inside:
                return 0
        return 0

    def _kind_of(self, element: Element) -> BlockKind | None:
        """The kind of block that an element makes; lists and quotations in a note are parts of it."""
        holder = self.holder
        inside = holder is not None and holder.kind is BlockKind.NOTE and element.note is None
        return None if inside else _kind(element)

    def _numbers_note(self, element: Element) -> bool:
        """Whether a link only numbers the note that it is in; the note then has its label."""
        holder = self.holder
        if "footnote-number" not in element.attributes.get("class", "") or holder is None or holder.note is None:
            return False
        holder.note = holder.note or _number_in_id(element.attributes.get("id", "")) or ""
        return True

    def _next_number(self, attributes: Mapping[str, str]) -> str:
        """The number the browser prints before this item; "" in a list of bullets."""
        parent = self._lists[-1] if self._lists else None
        if parent is None or parent.name != "ol":
            return ""
        value = _number(attributes.get("value", ""))
        parent.count = parent.count + 1 if value is None else value
        return str(parent.count)


def _kind(element: Element) -> BlockKind | None:
    """The kind of block an element makes of the words in it."""
    if element.note is not None:
        return BlockKind.NOTE
    if element.name in _HEADINGS:
        return BlockKind.HEADING
    if element.name == "figcaption" or "caption" in element.attributes.get("class", "").casefold():
        return BlockKind.IMAGE
    return _KINDS.get(element.name)


def _note_label(element: Element) -> str | None:
    """The label of an element that is a note: the number printed before it, else the one in its id; None if none is."""
    if element.name not in ("li", "p", "div", "aside", "dd", "td"):
        return None
    role = element.attributes.get("role", "") or element.attributes.get("epub:type", "")
    id = element.attributes.get("id", "")
    by_id = _number_in_id(id) if not BACK.search(id) else None
    if element.name == "div" and element.attributes.get("data-component-name") == _SUBSTACK:
        return ""
    if _NOTE_ROLE.match(role) or (by_id is not None and (by_id or element.label)):
        return element.label or by_id or ""
    return None


def _numbers_page(element: Element) -> bool:
    """Whether the element only says where a page of the printed book begins (Project Gutenberg's ``pagenum``)."""
    if element.name not in ("a", "span"):
        return False
    named = element.attributes.get("id", "") or element.attributes.get("name", "")
    return "pagenum" in element.attributes.get("class", "").casefold() or bool(_PAGE_NAME.fullmatch(named))


def _number_in_id(id: str) -> str | None:
    """The digits that the id of a note ends with ("fn:4", "cite_note-Fisher-4", "footnotes"); None for another id."""
    prefix = _NOTE_ID.match(id)
    if not prefix:
        return None
    rest = id[prefix.end() :]
    before = rest.rstrip("0123456789")
    number = rest[len(before) :]
    apart = not before or (before[0] in _JOINTS and before[-1] in _JOINTS)
    return number if len(number) <= _NOTE_DIGITS and apart else None


def _number(text: str) -> int | None:
    """The number that an attribute gives; None if it gives none, or one that no list reaches."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= _MAX_DIGITS else None
