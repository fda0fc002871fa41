"""Localized dates: the parts that a locale gives a date, under what the style says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from anora_bib.csl.styletree.attributes import Attributes
from anora_bib.csl.styletree.nodes import Date, DatePart


def localized(node: Date, base: Date | None) -> Date:
    """A date with the parts that ``base``, the date of that form in the locale, has; ``node`` if it lists its own.

    The style chooses among the parts (``date-parts``) and may set attributes of each, but not their order
    (specification, "Localized Date Formats").
    """
    if not node.form:
        return node
    if base is None:
        return replace(node, parts=())
    wanted = set(node.date_parts.split("-"))
    own = {part.name: dict(part.given) for part in node.parts}
    kept = [part for part in base.parts if part.name in wanted]
    if node.date_parts == "month-day":
        kept = _without_joint_to_year(kept, base.parts)
    look = replace(
        base.look,
        prefix=node.look.prefix,
        suffix=node.look.suffix,
        display=node.look.display,
        marks=node.look.marks or base.look.marks,
        text_case=node.look.text_case or base.look.text_case,
    )
    parts = tuple(_overridden(part, own.get(part.name, {})) for part in kept)
    return replace(node, parts=parts, look=look, delimiter=base.delimiter or node.delimiter)


def _without_joint_to_year(kept: list[DatePart], all_parts: tuple[DatePart, ...]) -> list[DatePart]:
    """The parts without the suffix that joins one to a year that is not printed, as in ``May 1, 2001``."""
    names = [part.name for part in all_parts]
    at = names.index("year") if "year" in names else 0
    before = names[at - 1] if at else ""
    return [_overridden(part, {"suffix": ""}) if part.name == before else part for part in kept]


def _overridden(part: DatePart, attributes: Mapping[str, str]) -> DatePart:
    """A part under other attributes, those of its own that they do not speak of kept."""
    return Attributes({"name": part.name, **dict(part.given), **attributes}).date_part() if attributes else part
