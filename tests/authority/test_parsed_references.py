"""From a reference as somebody typed it to the entry as it should be: parse, match, correct."""

from __future__ import annotations

import pytest

from anora_bib.authority.match import match
from anora_bib.authority.normalize import normalize
from anora_bib.model import Records
from anora_bib.parser import parse

CASES = [
    (
        "Anora, written, directed, and edited by Sean Baker, starring Mikey Madison (Neon 2024).",
        {"type": "motion_picture", "title": "Anora", "director": "Baker, Sean", "publisher": "Neon", "issued": "2024"},
        [],
    ),
    (
        "Fisher, Mark. Capitalist Realism. Zero Books. 2009.",
        {"title": "Capitalist Realism", "author": "Fisher, Mark", "publisher": "Zero Books", "issued": "2009"},
        [],
    ),
    (
        "Grant, Melissa Gira. Playing the Whore: The Work of Sex Work. Verso. March 2014.",
        {"author": "Grant, Melissa Gira", "publisher": "Verso", "issued": "2014-03", "ISBN": "9781781683231"},
        [],
    ),
    (
        "Smith, Molly. Revolting Prostitutes: The Fight for Sex Workers’ Rights (Verso 2020).",
        {"author": "Mac, Juno; Smith, Molly", "publisher": "Verso", "issued": "2020", "original-date": "2018-11"},
        [("Smith, Molly", "Mac, Juno"), ("2020", "2018")],
    ),
    (
        "Srnieck, Nick. Platoform Capitalism. Polity Press. December 2016.",
        {
            "author": "Srnicek, Nick",
            "title": "Platform Capitalism",
            "publisher": "Polity Press",
            "issued": "2016-12",
        },
        [("Platoform", "Platform"), ("Srnieck", "Srnicek")],
    ),
    ("Take That. “Greatest Day”. 24 November 2008.", {"type": "song", "issued": "2008-11-24"}, []),
    (
        "Macaulay, Scott (2024). “Swept Off Her Feet”. Filmmaker Magazine. Vol. 33, no. 1.",
        {"type": "article-magazine", "container-title": "Filmmaker"},
        [],
    ),
    (
        "Bernstein, Elisabeth. Temporarily Yours. University of Chicago Press, 2007.",
        {"author": "Bernstein, Elizabeth", "title": "Temporarily Yours"},
        [("Elisabeth", "Elizabeth")],
    ),
    (
        "Hochschild, A. R. (1983). The Managed Heart: Commercialization of Human Feeling. U of California P.",
        {"author": "Hochschild, Arlie Russell", "issued": "1983"},
        [],
    ),
    (
        "Inventing the Future: Postcapitalism and a World Without Work. By N. Srnicek and Alex Williams. Verso, 2015.",
        {"author": "Srnicek, Nick; Williams, Alex", "issued": "2015"},
        [],
    ),
    (
        "Bunuel, Luis, director. Belle de Jour. 1967.",
        {"type": "motion_picture", "director": "Buñuel, Luis", "title": "Belle de Jour"},
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected", "misspellings"), CASES, ids=[case[0][:24] for case in CASES])
def test_reference(text: str, expected: dict[str, str], misspellings: list[tuple[str, str]], records: Records) -> None:
    before = "Seen in a list: "
    [entry] = parse(text, offset=len(before), records=records)
    outcome = match(entry, records)
    corrected = normalize(entry, outcome.match, records)
    assert {name: corrected.type if name == "type" else corrected.string(name) for name in expected} == expected
    differences = (*(outcome.match.differences if outcome.match else ()), *outcome.differences)
    assert [(one.printed, one.expected) for one in differences] == misspellings
    for one in differences:
        assert one.span is not None and one.span.of(before + text) == one.printed
