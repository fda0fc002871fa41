"""Numbers of neighbouring cites written as ranges: ``1-3``, ``2000a-c``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from anora_bib.csl.compile.formatting import flat
from anora_bib.csl.output.nodes import Node, Output, Rangeable, Tag


class Unit:
    """A piece of a citation as written; ``number`` if it may be part of a range, ``joint`` what stands before it."""

    __slots__ = ("joint", "number", "text")

    def __init__(self, text: str, number: Rangeable | None = None) -> None:
        self.text = text
        self.number = number
        self.joint = ""


def only_number(output: Output) -> Rangeable | None:
    """The number of output that is nothing else, whatever stands around it."""
    while isinstance(output, Node):
        if output.tag is Tag.NUMBER:
            return output.data if isinstance(output.data, Rangeable) else None
        if isinstance(output.children, str) or len(output.children) != 1:
            return None
        output = output.children[0]
    return None


def ends_in_number(output: Output | None) -> bool:
    """Whether a number ends the output, with nothing after it; to citeproc-js that of a locator is one as well."""
    while isinstance(output, Node):
        if only_number(output) is not None:
            return True
        if output.tag is Tag.DIGITS:
            return flat(output)[-1:].isdigit()
        if output.marks or output.suffix or isinstance(output.children, str):
            return False
        output = output.children[-1]
    return False


def split_number(output: Output) -> tuple[Output, Node] | None:
    """What stands before a number at the end of the output, and the number with what stands around it; or None."""
    found = _last(output)
    return (found[0], found[1]) if found is not None and found[0] is not None else None


def _last(output: Output) -> tuple[Output | None, Node] | None:
    if isinstance(output, str):
        return None
    if only_number(output) is not None:
        return None, output
    if output.marks or output.suffix or isinstance(output.children, str):
        return None
    found = _last(output.children[-1])
    if found is None:
        return None
    before, number = found
    rest = output.children[:-1] + ([before] if before is not None else [])
    if not rest:
        return (None, number) if not output.prefix else None
    return Node(rest, output.prefix, output.delimiter if before is None else "", output.delimiter), number


def with_ranges(units: Sequence[Unit], escape: Callable[[str], str]) -> str:
    """The units as one text; three or more numbers in a row are a range, if ranges are asked for."""
    out: list[str] = []
    index = 0
    while index < len(units):
        unit = units[index]
        out.append(escape(unit.joint))
        out.append(unit.text)
        end = _end_of_run(units, index)
        if unit.number is not None and end - index >= 2:
            out += [escape(unit.number.range_delimiter), units[end].text]
            index = end
        index += 1
    return "".join(out)


def _follows(before: Unit, unit: Unit) -> bool:
    one, other = before.number, unit.number
    return one is not None and other is not None and one.kind == other.kind and other.value == one.value + 1


def _end_of_run(units: Sequence[Unit], index: int) -> int:
    number = units[index].number
    if number is None or not number.range_delimiter:
        return index
    while index + 1 < len(units) and _follows(units[index], units[index + 1]):
        index += 1
    return index
