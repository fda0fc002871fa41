"""The bibliography: entries rendered, repeated authors substituted, and written."""

from __future__ import annotations

from collections.abc import Iterable

from anora_bib.csl.compile.formatting import marks_of, rich
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import (
    DISPLAY,
    Address,
    Node,
    Output,
    RenderedName,
    RenderedNames,
    Substitute,
    Variable,
    find,
    find_all,
    frame,
    walk,
    without,
)
from anora_bib.csl.output.punctuation import PUNCTUATION
from anora_bib.csl.output.runs import FormattedText
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.styletree.nodes import Bibliography
from anora_bib.csl.styletree.queries import layout_in

_IDENTIFIERS = ("DOI", "PMCID", "PMID", "URL")
"""What a title leads to, the steadiest first."""
_BELOW = (DISPLAY, "indent")
_LEFT, _RIGHT = (DISPLAY, "left-margin"), (DISPLAY, "right-inline")

COMPLETE = ("complete-all", "complete-each")
"""The rules by which names are substituted only where all of them are those of the entry before."""
ET_AL = "et al."
"""A sign for names that are left out, which no list that has all its names is like."""


class BibliographyWriter:
    """Writes the bibliography of a document."""

    def __init__(
        self,
        registry: Registry,
        options: Bibliography,
        writer: Writer,
        format: Format,
        *,
        links: bool = False,
        annotate: str = "",
    ) -> None:
        self.registry = registry
        self.options = options
        self.writer = writer
        self.format = format
        self.look = options.layout.look
        self.marks = marks_of(self.look)
        self._last: list[str] = []
        self.displays = registry.style.tree.uses_display
        self.links = links
        self.annotate = annotate
        """The variable whose value follows each entry, "" for none."""

    def texts(self, refs: Iterable[Ref]) -> dict[str, str]:
        """The texts of entries by the ids of the items, in the order given, without those that render nothing."""
        return {ref.id: text for ref in refs if (text := self.entry(ref))}

    def entry(self, ref: Ref) -> str:
        """One entry in the output format; "" where the style renders nothing or has no bibliography."""
        memory = self.registry.memory
        if memory is None:
            return self._made(ref)
        asked: object = (self.registry.state(ref), self.annotate)
        if self.options.substitute is not None:
            asked = asked, tuple(self._last)
        found = memory.entries.get(asked)
        if found is None:
            found = memory.entries[asked] = self._made(ref), self._last
        text, self._last = found
        return text

    def _made(self, ref: Ref) -> str:
        layout = self.registry.style.bibliography
        if layout is None:
            return ""
        ctx = self.registry.begin(ref)
        ctx.started = False
        parts = layout(ctx)
        if not parts:
            return ""
        if self.options.substitute is not None:
            parts = self._substituted(parts, ref)
            if not parts:
                return ""
        if self.links:
            parts = _linked(ref, parts, whole=not self.options.second_field_align and not self.displays)
        return self._written(ref, parts)

    def _written(self, ref: Ref, parts: list[Output]) -> str:
        options = self.options
        look = layout_in(options, ref.text.get("language", ""))[0].look if options.localized else self.look
        suffix = look.suffix
        if self.options.second_field_align:
            rest: list[Output] = [Node(parts[1:], frame("", suffix, "", (_RIGHT,)))] if len(parts) > 1 else []
            first = Node(parts[:1], frame(look.prefix, "" if rest else suffix, "", (_LEFT,)))
            node = Node([first, *rest])
        elif self.displays:
            last = parts[-1]
            last = last if isinstance(last, Node) else Node([last])
            around = last.frame
            if suffix[:1] in PUNCTUATION and around.suffix[-1:] == suffix[:1]:
                suffix = suffix[1:]
            around = frame(around.prefix, around.suffix + suffix, around.delimiter, around.marks)
            node = Node([*parts[:-1], Node(last.children, around, last.data)], frame(look.prefix))
        else:
            node = Node(parts, frame(look.prefix, suffix))
        written: list[tuple[str, Output]] = [(ref.id, node)]
        if annotation := ref.text.get(self.annotate, "").strip():
            children = rich(annotation, self.registry.style.locale.quotes)
            written.append((ref.id, Node(children, frame(marks=(_BELOW,)), Variable(self.annotate))))
        segments = self.writer.write(written, self.marks, self.registry.style.typographies(self.options, [ref]))
        return FormattedText.of(self.format.write_entry(segments), segments, strips=True)

    # -- repeated authors

    def _substituted(self, parts: list[Output], ref: Ref) -> list[Output]:
        """The parts of an entry, with ``subsequent-author-substitute`` for names that are those of the entry before."""
        dropped = self._substitute(parts, ref)
        if dropped is None:
            return parts
        return [kept for part in parts if (kept := without(part, dropped)) is not None]

    def _substitute(self, parts: list[Output], ref: Ref) -> Node | None:
        """Replace names in place; the node that is to be left out altogether, if there is one."""
        opening = _opening(parts)
        if opening is None:
            return None
        node, data = opening
        rule = self.options.substitute_rule
        shown = _shown(data)
        if isinstance(data, RenderedNames) and rule in COMPLETE and len(ref.names.get(data.variable, ())) > len(shown):
            shown.append(ET_AL)
        sign = self.options.substitute or ""
        last, self._last = self._last, shown
        if isinstance(data, Substitute) or rule in COMPLETE:
            if shown and shown == last:
                _replace(node, data, sign, each=rule == "complete-each")
                return node if not sign and not node.children else None
            return None
        same = 0
        for one, other in zip(shown, last, strict=False):
            if one != other:
                break
            same += 1
        names = find_all(node, RenderedName)
        for inner, _ in names[: min(same, 1 if rule == "partial-first" else same)]:
            inner.children = sign
        return None


def _linked(ref: Ref, parts: list[Output], *, whole: bool) -> list[Output]:
    """The parts with the title linked to where the item lies, unless the entry prints an address of its own.

    An entry without a title is linked as a ``whole``, if that is one. Both are as pandoc does it.
    """
    kind = next((kind for kind in _IDENTIFIERS if ref.text.get(kind)), "")
    nodes = [node for part in parts for node in walk(part)]
    if not kind or any(isinstance(node.data, Address) for node in nodes):
        return parts
    title = next((node for node in nodes if node.data is not None and node.data.variable == "title"), None)
    if title is not None:
        title.data = Address("title", ref.text[kind], kind)
    elif whole:
        return [Node(parts, data=Address("", ref.text[kind], kind))]
    return parts


def _replace(node: Node, data: RenderedNames | Substitute, sign: str, *, each: bool) -> None:
    """Replace all names of a node by one sign, or each by its own."""
    label = None
    if isinstance(data, RenderedNames):
        if each:
            for inner, _ in find_all(node, RenderedName):
                inner.children = sign
            return
        label = data.label
    replacement: list[Output] = [sign] if sign else []
    node.children = [*replacement, label] if label is not None else replacement or sign


def _opening(parts: list[Output]) -> tuple[Node, RenderedNames | Substitute] | None:
    """The names that an entry begins with, or their substitute."""
    for part in parts:
        if (names := find(part, RenderedNames)) is not None:
            return names
        if (substitute := find(part, Substitute)) is not None and substitute[1].values:
            return substitute
    return None


def _shown(data: RenderedNames | Substitute) -> list[str]:
    """What makes two entries begin alike."""
    if isinstance(data, RenderedNames):
        return [
            f"{name.family}{name.given}{name.dropping_particle}{name.non_dropping_particle}{name.suffix}{name.literal}"
            for name in data.names
        ]
    return list(data.values)
