"""Numbers of neighbouring cites as ranges: ``1-3``, ``2000a-c``."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.csl.compile.formatting import flat
from anora_bib.csl.output.nodes import Node, Numeric, Output, Rangeable, frame
from anora_bib.csl.output.writer import Part


class Unit:
    """A piece of a citation: a cite, or the part of one before or in its number.

    ``number`` is given if the piece is nothing but a number, which may be part of a range; ``delimiter`` is what is
    printed before the piece.
    """

    __slots__ = ("delimiter", "item", "number", "output")

    def __init__(self, item: str, output: Output, number: Rangeable | None = None) -> None:
        self.item = item
        self.output = output
        self.number = number
        self.delimiter = ""


def only_number(output: Output) -> Rangeable | None:
    """The number of output that is nothing else, whatever affixes are around it."""
    while not isinstance(output, str):
        data, children = output.data, output.children
        if data is not None and isinstance(data, Rangeable):
            return data
        if isinstance(children, str) or len(children) != 1:
            return None
        output = children[0]
    return None


def ends_in_number(output: Output | None) -> bool:
    """Whether a number ends the output, with nothing after it; to citeproc-js that of a locator is one as well."""
    while isinstance(output, Node):
        if only_number(output) is not None:
            return True
        if isinstance(output.data, Numeric):
            return flat(output)[-1:].isdigit()
        if output.frame.marks or output.frame.suffix or isinstance(output.children, str) or not output.children:
            return False
        output = output.children[-1]
    return False


def split_number(output: Output) -> tuple[Output, Node] | None:
    """What comes before a number at the end of the output, and the number with its affixes; None if there is none."""
    split = _split(output)
    return (split[0], split[1]) if split is not None and split[0] is not None else None


def _split(output: Output) -> tuple[Output | None, Node] | None:
    if isinstance(output, str):
        return None
    if only_number(output) is not None:
        return None, output
    if output.frame.marks or output.frame.suffix or isinstance(output.children, str) or not output.children:
        return None
    split = _split(output.children[-1])
    if split is None:
        return None
    before, number = split
    rest = output.children[:-1] + ([before] if before is not None else [])
    if not rest:
        return (None, number) if not output.frame.prefix else None
    around = output.frame
    suffix = around.delimiter if before is None else ""
    return Node(rest, frame(around.prefix, suffix, around.delimiter), output.data), number


def with_ranges(units: Sequence[Unit]) -> list[Part]:
    """The units with their delimiters; three or more numbers in a row are a range, if ranges are asked for."""
    parts: list[Part] = []
    index = 0
    while index < len(units):
        unit = units[index]
        if unit.delimiter:
            parts.append(("", unit.delimiter))
        parts.append((unit.item, unit.output))
        end = _end_of_range(units, index)
        if unit.number is not None and end - index >= 2:
            parts += [("", unit.number.range_delimiter), (units[end].item, units[end].output)]
            index = end
        index += 1
    return parts


def _follows(before: Unit, unit: Unit) -> bool:
    one, other = before.number, unit.number
    return one is not None and other is not None and one.variable == other.variable and other.value == one.value + 1


def _end_of_range(units: Sequence[Unit], index: int) -> int:
    number = units[index].number
    if number is None or not number.range_delimiter:
        return index
    while index + 1 < len(units) and _follows(units[index], units[index + 1]):
        index += 1
    return index
