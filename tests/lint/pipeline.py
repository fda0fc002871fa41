"""Real small essays for the tests of rules: read, understood and checked as by ``anora-bib check``, with a small set
of authority records and the bundled plugins."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import anora_bib.api as ab
from anora_bib.assembly.plugins import load_plugins
from anora_bib.assembly.workflow import analyse
from anora_bib.assembly.workspace import Workspace
from anora_bib.diagnostics import Diagnostic
from anora_bib.lint.checker import check
from anora_bib.lint.fixer import FixResult, fix
from anora_bib.lint.rule import Documented, FixAvailability
from anora_bib.lint.select import select
from anora_bib.model import Apparatus, Date, Essay, Name, Outlet, Person, Publisher, Records, Work
from anora_bib.records.record_set import RecordSet

PATHS = {"markdown": "essay.md", "plain": "essay.txt", "html": "essay.html"}
"""What an essay of each reader is called."""

RECORDS = RecordSet(
    people=(
        Person("person/arora-roe", Name("Roe", "Arora")),
        Person("person/jane-roe", Name("Roe", "Jane")),
        Person("person/juno-mac", Name("Mac", "Juno")),
        Person("person/mark-fisher", Name("Fisher", "Mark")),
        Person("person/molly-smith", Name("Smith", "Molly")),
        Person("person/nick-srnicek", Name("Srnicek", "Nick")),
        Person("person/sean-baker", Name("Baker", "Sean"), roles=("director",)),
    ),
    outlets=(
        Outlet("outlet/example-magazine", "Example Magazine", "magazine"),
        Outlet("outlet/example-times", "Example Times", "newspaper"),
        Outlet("outlet/example-weekly", "Example Weekly", "magazine"),
        Outlet("outlet/latimes", "Los Angeles Times", "newspaper", ("L.A. Times",)),
    ),
    publishers=(
        Publisher("publisher/example-press", "Example Press"),
        Publisher("publisher/polity", "Polity Press", ("Polity",)),
        Publisher("publisher/verso", "Verso"),
    ),
    works=(
        Work(
            "work/a-book",
            "A Book of Hours",
            "book",
            {"author": ("person/jane-roe",)},
            Date.of(2018),
            "publisher/example-press",
        ),
        Work("work/anora", "Anora", "motion_picture", {"director": ("person/sean-baker",)}, Date.of(2024)),
        Work(
            "work/florida", "The Florida Project", "motion_picture", {"director": ("person/sean-baker",)}, Date.of(2017)
        ),
        Work(
            "work/platform",
            "Platform Capitalism",
            "book",
            {"author": ("person/nick-srnicek",)},
            Date.of(2016),
            "publisher/polity",
        ),
        Work(
            "work/realism", "Capitalist Realism: Is There No Alternative?", "book", {"author": ("person/mark-fisher",)}
        ),
        Work("work/red-rocket", "Red Rocket", "motion_picture", {"director": ("person/sean-baker",)}, Date.of(2021)),
        Work(
            "work/revolting",
            "Revolting Prostitutes",
            "book",
            {"author": ("person/juno-mac", "person/molly-smith")},
            Date.of(2018),
            "publisher/verso",
        ),
        Work("work/tangerine", "Tangerine", "motion_picture", {"director": ("person/sean-baker",)}, Date.of(2015)),
    ),
)
"""Real people and works that real essays cite, and a few of our own."""


class Found(NamedTuple):
    """A finding as a reader sees it: the code, the line of the file, and the words of the file that it marks."""

    code: str
    line: int
    words: str


@cache
def workspace() -> Workspace:
    """The bundled plugins only, whatever is installed beside them. Its own records are not used here."""
    return Workspace(load_plugins(installed=False))


def read(text: str, reader: str = "markdown") -> Essay:
    """The essay in a string, read by the named reader ("markdown", "plain", "html")."""
    return ab.read_text(text, reader=reader, path=PATHS[reader], workspace=workspace())


def understand(text: str, *, reader: str = "markdown", records: Records = RECORDS) -> Apparatus:
    """What all the stages make of an essay."""
    return analyse(read(text, reader), records, workspace().plugins.stages)


def diagnose(text: str, *codes: str, reader: str = "markdown", records: Records = RECORDS) -> list[Diagnostic]:
    """What the rules of these codes (all rules, if none is given) say about the essay, in the order of the text."""
    return _diagnose(read(text, reader), codes, records)


def only(text: str, code: str, *, reader: str = "markdown", records: Records = RECORDS) -> Diagnostic:
    """The one diagnostic of that rule; an assertion fails if there are none or several."""
    found = diagnose(text, code, reader=reader, records=records)
    assert len(found) == 1, [one.message for one in found]
    return found[0]


def findings(text: str, *codes: str, reader: str = "markdown", records: Records = RECORDS) -> list[Found]:
    """The same as :func:`diagnose`, as codes, lines and words."""
    essay = read(text, reader)
    return [
        Found(found.code, found.start.line, essay.source[found.span.start : found.span.end])
        for found in _diagnose(essay, codes, records)
    ]


def told(text: str, *codes: str, reader: str = "markdown", records: Records = RECORDS) -> list[Found]:
    """Those of :func:`findings` that are told where no rule is asked for: without what is doubtful."""
    essay = read(text, reader)
    plugins = workspace().plugins
    rules = [rule for rule in select(plugins.rules) if not codes or rule.code in codes]
    return [
        Found(found.code, found.start.line, essay.source[found.span.start : found.span.end])
        for found in check(analyse(essay, records, plugins.stages), records, rules)
    ]


def repair(
    text: str, *codes: str, reader: str = "markdown", records: Records = RECORDS, unsafe: bool = False
) -> FixResult:
    """The essay after the fixes of these rules, read and understood anew in each round, as by ``anora-bib fix``."""
    first = read(text, reader)

    def again(essay: Essay) -> list[Diagnostic]:
        return _diagnose(essay, codes, records)

    return fix(first, again, lambda source: ab.reread(first, source, workspace=workspace()), unsafe=unsafe)


def fixed(text: str, *codes: str, reader: str = "markdown", records: Records = RECORDS, unsafe: bool = False) -> str:
    """The text of the file after the fixes of these rules."""
    return repair(text, *codes, reader=reader, records=records, unsafe=unsafe).text


def _diagnose(essay: Essay, codes: tuple[str, ...], records: Records) -> list[Diagnostic]:
    plugins = workspace().plugins
    rules = select(plugins.rules, codes)
    found = check(analyse(essay, records, plugins.stages), records, rules)
    _hold(rules, found)
    return found


def _hold(rules: Iterable[Documented], found: Iterable[Diagnostic]) -> None:
    """Each essay that any test checks holds the rules to the fixes they state."""
    stated = {rule.code: rule.availability for rule in rules}
    for one in found:
        broken = FixAvailability.NEVER if one.fix else FixAvailability.ALWAYS
        assert stated[one.code] is not broken, f"{one.code} states that it {broken} has a fix: {one.message}"
