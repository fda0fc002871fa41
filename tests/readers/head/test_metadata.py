"""Title, byline and date over an essay."""

from __future__ import annotations

import re

import pytest

from anora_bib.model import Date, Name
from anora_bib.readers.head.datelines import read_date_line
from anora_bib.readers.head.metadata import person
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

PROSE = "The harbour was quiet that winter, and nobody who worked there had much to say about it."

DATES = [
    ("January 5, 2025", "2025-01-05"),
    ("APRIL 2025:", "2025-04"),
    ("Friday, 1 May 2009", "2009-05-01"),
    ("May 1, 2009 10:10:15 PM", "2009-05-01"),
    ("Posted on Sept. 3rd, 2011", "2011-09-03"),
    ("2024-05-22", "2024-05-22"),
    ("2024-05", "2024-05"),
    ("1st of March 1999", "1999-03-01"),
]


@pytest.mark.parametrize(("line", "iso"), DATES)
def test_lines_that_say_a_date(line: str, iso: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.date.iso == iso


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_long_and_short(month: int) -> None:
    name = "January February March April May June July August September October November December".split()[month - 1]
    for form in (name, name.upper(), name[:3], f"{name[:3]}."):
        found = read_date_line(f"{form} 7, 1999")
        assert found is not None and found.date == Date.of(1999, month, 7)


@pytest.mark.parametrize(
    "line", ["In May 2009 we left", "Anora Neon 18 October 2024", "February 31, 2020", "2009", "Maybe 2009"]
)
def test_lines_that_are_no_date(line: str) -> None:
    assert read_date_line(line) is None


NAMES = [
    ("Jane Roe", Name(family="Roe", given="Jane")),
    ("Roe, Jane", Name(family="Roe", given="Jane")),
    ("Vincent van Gogh", Name(family="Gogh", given="Vincent", non_dropping_particle="van")),
    ("Al Doe Jr.", Name(family="Doe", given="Al", suffix="Jr")),
    ("Plato", Name(literal="Plato")),
    ("The Editors", Name(literal="The Editors")),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: Name) -> None:
    assert person(text) == name


HEADS = [
    (f"On the Harbour\nby Jane Roe\n\n{PROSE}", "On the Harbour", "Jane Roe", ""),
    (
        f"May 1, 2009\n\nA Kicker\n\nOn the Harbour\nBy Jane Roe and Al Doe\n\n{PROSE}",
        "On the Harbour",
        "Jane Roe, Al Doe",
        "2009-05-01",
    ),
    (
        f"# On the Harbour\n\nA subtitle\n\nBy Jane Roe | May 1, 2009\n\n{PROSE}",
        "On the Harbour",
        "Jane Roe",
        "2009-05-01",
    ),
    (f"# On the Harbour\nby Hélène d'Aubigné\n\n{PROSE}", "On the Harbour", "Hélène d'Aubigné", ""),
    (f"# On the Harbour\n\n*Jürgen Roe-Doe*\n\n{PROSE}", "On the Harbour", "Jürgen Roe-Doe", ""),
    (f"# On the Harbour\n\n*By Óscar Roe*\n\n{PROSE}", "On the Harbour", "Óscar Roe", ""),
    (f"Am Hafen\n\nVon Käthe Roe und Al Doe\n\n{PROSE}", "Am Hafen", "Käthe Roe, Al Doe", ""),
    (f"Le port\n\nPar Émile Doe\n\n{PROSE}", "Le port", "Émile Doe", ""),
    (f"On the Harbour\n\nJane Roe\n\n{PROSE}\n\nJane Roe lives in Leeds.", "On the Harbour", "Jane Roe", ""),
    (f"On the Harbour\n\nSilent Quays\n\n{PROSE}", "On the Harbour", "", ""),
    (f"Von Trier at Sea\n\n{PROSE}", "Von Trier at Sea", "", ""),
    (f"MAY 2009:\n\nOn the Harbour…\n{PROSE}", "On the Harbour…", "", "2009-05"),
    (f"{PROSE}\n\nA Heading\n\n{PROSE}", "", "", ""),
    (f"By the time it was over\n\n{PROSE}", "By the time it was over", "", ""),
]


@pytest.mark.parametrize(("text", "title", "authors", "date"), HEADS)
def test_heads(text: str, title: str, authors: str, date: str) -> None:
    essay = PlainReader().read(text.encode(), "essay.txt")
    found = essay.metadata
    assert found.title == title
    assert (found.title_span.of(text) if found.title_span else "") == title
    assert ", ".join(name.display for name in found.authors) == authors
    assert (found.date.iso if found.date else "") == date
    if found.byline_span:
        assert re.sub(" and | und ", ", ", found.byline_span.of(text)) == authors


def test_front_matter_in_toml() -> None:
    text = '+++\ntitle = "On Lamps"\ndate = 2019-03-04T10:00:00Z\nauthors = ["Jane Roe"]\n+++\n\nA lamp.\n'
    essay = MarkdownReader().read(text.encode(), "essay.md")
    assert essay.metadata.title == "On Lamps"
    assert [name.display for name in essay.metadata.authors] == ["Jane Roe"]
    assert essay.metadata.date is not None
    assert essay.metadata.date.year == 2019
    assert [block.span.of(text) for block in essay.blocks] == ["A lamp."]


def test_broken_toml_is_passed_over_and_told() -> None:
    essay = MarkdownReader().read(b"+++\ntitle = On Lamps\n+++\n\nA lamp.\n", "essay.md")
    assert [one.code for one in essay.diagnostics] == ["E001"]
    assert [block.span.of(essay.text) for block in essay.blocks] == ["A lamp."]


@pytest.mark.parametrize(
    "head",
    ['---\ntitle: "{{ replace .Name "-" " " }}"\ndate: {{ .Date }}\n---\n', "+++\ndate = {{ .Date }}\n+++\n"],
    ids=["YAML", "TOML"],
)
def test_that_of_a_template_is_passed_over(head: str) -> None:
    essay = MarkdownReader().read(f"{head}\nA lamp.\n".encode(), "essay.md")
    assert essay.diagnostics == ()
    assert [block.span.of(essay.text) for block in essay.blocks] == ["A lamp."]
