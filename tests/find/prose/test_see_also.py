"""Parentheses that send the reader on by name and title."""

from __future__ import annotations

import pytest

from anora_bib.find.prose.paragraphs import read_prose
from anora_bib.find.prose.see_also import find_see_also
from anora_bib.model import Essay
from anora_bib.text.spans import Span


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("(See Jane Roe’s Of Ports: A Reader.)", [(("Jane Roe",), "Of Ports: A Reader")], "one work"),
        ("(see also Jane Roe's *Of Ports*)", [(("Jane Roe",), "Of Ports")], "italics, a straight apostrophe"),
        (
            "(See Jane Roe’s Of Ports: The Work of Quay Work and Al Doe and Bo Poe’s Docks: The Dockers’ Rights.)",
            [(("Jane Roe",), "Of Ports: The Work of Quay Work"), (("Al Doe", "Bo Poe"), "Docks: The Dockers’ Rights")],
            "two works, one of them by two people",
        ),
        (
            "(See Jane Roe’s Of Ports. Boston: Press, 1976.)",
            [(("Jane Roe",), "Of Ports")],
            "place and publisher follow",
        ),
        (
            "(See Jane\nRoe’s Of Ports: A\nReader.)",
            [(("Jane Roe",), "Of Ports: A\nReader")],
            "lines that end in the middle",
        ),
        ("(See Jane Roe’s Of Ports (1976).)", [], "a parenthesis in a parenthesis"),
        ("(See Roe’s Ports.)", [], "a family name alone may be the head of a title"),
        ("See Jane Roe’s Of Ports.", [], "no parenthesis"),
        ("(See page 9.)", [], "no name"),
    ],
)
def test_see_also(text: str, expected: list[tuple[tuple[str, ...], str]], reason: str) -> None:
    found = find_see_also(read_prose(Essay.of("", text, "plain"), [Span(0, len(text))], ()))
    assert [(item.names, item.title.of(text)) for item in found] == expected, reason
