"""The bibliography: entries rendered, repeated authors replaced, and written."""

from __future__ import annotations

from anora_bib.csl.compile.formatting import marks_of
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.engine import FormattedEntry
from anora_bib.csl.output.nodes import DISPLAY, Node, Output, Tag, find, walk, without
from anora_bib.csl.output.punctuation import PUNCTUATION
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.styletree.nodes import Bibliography
from anora_bib.csl.values.names import Name

_LEFT, _RIGHT = (DISPLAY, "left-margin"), (DISPLAY, "right-inline")


class BibliographyWriter:
    """Writes the bibliography of a document."""

    def __init__(self, registry: Registry, options: Bibliography, writer: Writer) -> None:
        self.registry = registry
        self.options = options
        self.writer = writer
        self.look = options.layout.look
        self.marks = marks_of(self.look)
        self._last: list[str] = []
        self.displays = registry.style.tree.uses_display

    def entries(self) -> list[FormattedEntry]:
        return [FormattedEntry(ref.id, text) for ref in self.registry.refs if (text := self.entry(ref))]

    def entry(self, ref: Ref) -> str:
        layout = self.registry.style.bibliography
        if layout is None:
            return ""
        ctx = self.registry.begin(ref)
        ctx.started = False
        parts = layout(ctx)
        if not parts:
            return ""
        if self.options.substitute is not None:
            parts = self._substituted(parts)
            if not parts:
                return ""
        return self._written(parts)

    def _written(self, parts: list[Output]) -> str:
        look = self.look
        suffix = look.suffix
        if self.options.second_field_align:
            rest: list[Output] = [Node(parts[1:], "", suffix, "", (_RIGHT,))] if len(parts) > 1 else []
            first = Node(parts[:1], look.prefix, "" if rest else suffix, "", (_LEFT,))
            node = Node([first, *rest])
        elif self.displays:
            if not self.registry.context.last_rendered:
                suffix = ""  # it belongs to the last element of the layout
            last = parts[-1]
            last = last if isinstance(last, Node) else Node([last])
            if suffix[:1] in PUNCTUATION and last.suffix[-1:] == suffix[:1]:
                suffix = suffix[1:]
            last = Node(last.children, last.prefix, last.suffix + suffix, last.delimiter, last.marks)
            node = Node([*parts[:-1], last],
                        look.prefix)  # fmt: skip
        else:
            node = Node(parts, look.prefix, suffix)
        text = self.writer.around(self.writer.write(node, self.marks), self.marks)
        before, after = self.writer.format.entry
        return f"{before}{text}{after}".strip()

    # -- repeated authors

    def _substituted(self, parts: list[Output]) -> list[Output]:
        """The parts of an entry, with names that are those of the entry before replaced."""
        gone = self._substitute(parts)
        if gone is None:
            return parts
        return [kept for part in parts if (kept := without(part, gone)) is not None]

    def _substitute(self, parts: list[Output]) -> Node | None:
        """Replace in place; the node that is to be left out altogether, if there is one."""
        node = self._opening(parts)
        if node is None:
            return None
        shown = _shown(node)
        sign = self.options.substitute or ""
        rule = self.options.substitute_rule
        last, self._last = self._last, shown
        if node.tag is Tag.SUBSTITUTED or rule in ("complete-all", "complete-each"):
            if shown and shown == last:
                self._replace(node, sign, each=rule == "complete-each" and node.tag is Tag.NAMES)
                return node if not sign and not node.children else None
            return None
        same = 0
        for one, other in zip(shown, last, strict=False):
            if one != other:
                break
            same += 1
        names = [inner for inner in walk(node) if inner.tag is Tag.NAME]
        for inner in names[: min(same, 1 if rule == "partial-first" else same)]:
            inner.children = sign
        return None

    def _replace(self, node: Node, sign: str, *, each: bool) -> None:
        if each:
            for inner in walk(node):
                if inner.tag is Tag.NAME:
                    inner.children = sign
            return
        label = node.data[1] if node.tag is Tag.NAMES else None
        replacement: list[Output] = [sign] if sign else []
        node.children = [*replacement, label] if label is not None else replacement or sign

    def _opening(self, parts: list[Output]) -> Node | None:
        """The names that an entry begins with, or what stands in their place."""
        for part in parts:
            for tag in (Tag.NAMES, Tag.SUBSTITUTED):
                found = find(part, tag)
                if found is not None and found.data:
                    return found
        return None


def _shown(node: Node) -> list[str]:
    if node.tag is Tag.NAMES:
        return ["".join(map(str, name)) for name in node.data[0] if isinstance(name, Name)]
    return list(node.data)
