"""Small styles written around a few elements, and what the processor makes of items in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anora_bib.csl import Processor, Style
from anora_bib.csl.output.nodes import Data, Mark, Node, Output, frame
from anora_bib.csl.styletree.elements import read_xml
from anora_bib.csl.styletree.nodes import Element, StyleTree
from anora_bib.csl.styletree.reader import read_style

NS = "http://purl.org/net/xbiblio/csl"
NOTHING = "[CSL STYLE ERROR: reference with no printed form.]"
"""What a cite is for which the style prints nothing."""

Item = Mapping[str, object]


@dataclass(frozen=True)
class Around:
    """What stands around the elements of a style: attributes as they are written, and elements before the layouts."""

    macros: str = ""
    locales: str = ""
    style: str = ""
    citation: str = ""
    bibliography: str = ""
    layout: str = ""
    sort: str = ""
    kind: str = "in-text"
    language: str = "en-US"


PLAIN = Around()


def framed(
    children: str | list[Output],
    prefix: str = "",
    suffix: str = "",
    delimiter: str = "",
    marks: tuple[Mark, ...] = (),
    data: Data | None = None,
) -> Node:
    """A node in a frame."""
    return Node(children, frame(prefix, suffix, delimiter, marks), data)


def style(inside: str, around: Around = PLAIN) -> str:
    """The XML of a style with these elements in its citations and in its bibliography."""
    body = f"{around.sort}<layout {around.layout}>{inside}</layout>"
    return (
        f'<style xmlns="{NS}" class="{around.kind}" version="1.0" default-locale="{around.language}" {around.style}>'
        f"<info><title>S</title></info>{around.locales}{around.macros}"
        f"<citation {around.citation}>{body}</citation>"
        f"<bibliography {around.bibliography}>{body}</bibliography></style>"
    )


def tree(inside: str, around: Around = PLAIN) -> StyleTree:
    """The style as the reader sees it."""
    return read_style(read_xml(style(inside, around)), "s.csl")


def element(xml: str) -> Element:
    """The first element of a style's layout, as the reader sees it."""
    macro = '<macro name="m"><text value="x"/></macro>'
    return tree(xml, Around(macros=macro)).citation.layout.children[0]


def entries(
    inside: str,
    items: Sequence[Item],
    around: Around = PLAIN,
    *,
    to: str = "text",
    locale: str | None = None,
    links: bool = False,
) -> list[str]:
    """The entries of the bibliography."""
    processor = Processor(Style.load(style(inside, around)), _named(items), locale=locale, to=to, links=links)
    return [entry.text for entry in processor.bibliography()]


def entry(inside: str, item: Item, around: Around = PLAIN, *, to: str = "text", locale: str | None = None) -> str:
    """The one entry of a bibliography; "" if nothing is printed."""
    return "".join(entries(inside, [item], around, to=to, locale=locale))


def citations(
    inside: str,
    items: Sequence[Item],
    clusters: Sequence[Sequence[Item]],
    around: Around = PLAIN,
    *,
    to: str = "text",
    locale: str | None = None,
) -> list[str]:
    """The citations of a document, each in a note of its own."""
    processor = Processor(Style.load(style(inside, around)), _named(items), locale=locale, to=to)
    asked = [
        {"citationItems": list(cites), "properties": {"noteIndex": number}} for number, cites in enumerate(clusters, 1)
    ]
    return [text.replace(NOTHING, "") for text in processor.citations(asked)]


def cite(
    inside: str,
    item: Item,
    around: Around = PLAIN,
    *,
    to: str = "text",
    locale: str | None = None,
    at: Item | None = None,
) -> str:
    """A citation of one item, "" if nothing is printed; ``at`` has what the cite says beside the id."""
    (text,) = citations(inside, [item], [[{"id": "1", **(at or {})}]], around, to=to, locale=locale)
    return text


def _named(items: Sequence[Item]) -> list[Item]:
    """Items with a number for those without an id, and a type for those without."""
    return [{"id": str(number), "type": "book", **item} for number, item in enumerate(items, 1)]
