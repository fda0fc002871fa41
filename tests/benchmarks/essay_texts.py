"""Essays of any length for the benchmarks: generated, the same at every run, with what real ones have.

An ordinary essay has some 600 words of prose to a note; the dense pages have nothing but one kind of thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from random import Random

GIVEN = "Ann Mark Lena Jonas Ruth Theo Ida Samuel Nora Paul Clara Emil Vera Hugo Mina Oskar".split()
SYLLABLES = "ber lan mor ten vil hart son ker dal wick ros ham gren bel torf mann sing low".split()
NOUNS = "harbour screen archive winter ledger factory border camera market orchard station garden voice window".split()
ADJECTIVES = "borrowed silent electric narrow common distant unfinished hollow bright domestic lasting".split()
HOUSES = "Verso,Zero Books,Duke University Press,Fitzcarraldo Editions,Columbia University Press".split(",")
PAPERS = "Variety,IndieWire,The New Yorker,Film Comment,Sight and Sound,The Guardian".split(",")
SENTENCES = (
    "The {noun} of the film is never only a {noun2}, and the camera knows it.",
    "What looks like a {adjective} {noun} in the first act is a debt by the last.",
    "{given} {family} argues that the {adjective} {noun} “belongs to whoever pays for the {noun2}.”{marker}",
    "As {family} told {paper}, the {noun} had to be built twice.",
    "Nobody in *{title}* ({year}) looks at the {noun} for longer than a second.",
    "By {year} the {noun2} had become a {adjective} habit, and the trade press said so.{marker}",
    "It is a small thing: a {noun}, a {noun2}, a door that does not close.",
    "In the interview with {paper}, {given} {family} calls it “a {adjective} {noun}” and laughs.{marker}",
)


class Writer:
    """Makes sentences and references from one seeded source of chance; ``notes`` collects what the markers need."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.notes: list[str] = []

    def family(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=2)).title()

    def title(self) -> str:
        return f"The {self.chance.choice(ADJECTIVES)} {self.chance.choice(NOUNS)}".title()

    def year(self) -> int:
        return self.chance.randint(1950, 2024)

    def person(self) -> str:
        return f"{self.chance.choice(GIVEN)} {self.family()}"

    def reference(self) -> str:
        """A book, an article, a web page, or a short form of the note before."""
        pick, page = self.chance.random(), self.chance.randint(2, 300)
        if pick < 0.15 and self.notes:
            return f"Ibid., p. {page}."
        if pick < 0.5:
            return f"{self.person()}, *{self.title()}* (London: {self.chance.choice(HOUSES)}, {self.year()}), {page}."
        paper, author = self.chance.choice(PAPERS), self.person()
        if pick < 0.75:
            return f"{author}, “{self.title()},” *{paper}* {self.chance.randint(1, 60)}, no. 2 ({self.year()}): {page}."
        address = f"https://example.org/{self.year()}/{page}"
        return f"{author}. “{self.title()}.” {paper}, 4 May {self.year()}. {address}. Accessed 5 June 2024."

    def marker(self) -> str:
        self.notes.append(self.reference())
        return f"[^{len(self.notes)}]"

    def sentence(self) -> str:
        form = self.chance.choice(SENTENCES)
        words = {
            "noun": self.chance.choice(NOUNS),
            "noun2": self.chance.choice(NOUNS),
            "adjective": self.chance.choice(ADJECTIVES),
            "given": self.chance.choice(GIVEN),
            "family": self.family(),
            "paper": self.chance.choice(PAPERS),
            "title": self.title(),
            "year": self.year(),
            "marker": self.marker() if "{marker}" in form and self.chance.random() < 0.4 else "",
        }
        return form.format(**words)

    def listed(self) -> str:
        given, family = self.chance.choice(GIVEN), self.family()
        return f"{family}, {given}. *{self.title()}*. {self.chance.choice(HOUSES)}, {self.year()}."


def until(size: int, parts: Iterator[str]) -> Iterator[str]:
    """Parts up to about ``size`` characters."""
    total = 0
    for part in parts:
        yield part
        total += len(part)
        if total >= size:
            return


def endless(make: Callable[[], str]) -> Iterator[str]:
    while True:
        yield make()


def ordinary(size: int) -> str:
    """An essay in Markdown of about ``size`` characters: prose, notes, and a list of works."""
    writer = Writer(7)
    paragraphs = until(size * 4 // 5, endless(lambda: " ".join(islice(endless(writer.sentence), 6))))
    body = "\n\n".join(paragraphs)
    notes = "\n".join(f"[^{number}]: {text}" for number, text in enumerate(writer.notes, 1))
    works = "\n".join(f"- {writer.listed()}" for _ in range(max(3, size // 5000)))
    return f"# An Essay\n\n{body}\n\n## Works Cited\n\n{works}\n\n## Notes\n\n{notes}\n"


def of_words(count: int) -> str:
    """An ordinary essay of about so many words."""
    sample = ordinary(50_000)
    return ordinary(round(50_000 * count / len(sample.split())))


def dense_notes(size: int) -> str:
    """Hardly any prose, a note for every few words."""
    writer = Writer(8)
    body = " ".join(until(size // 4, endless(lambda: f"The {writer.chance.choice(NOUNS)}.{writer.marker()}")))
    notes = "\n".join(f"[^{number}]: {text}" for number, text in enumerate(writer.notes, 1))
    return f"# Notes\n\n{body}\n\n{notes}\n"


def dense_plain_notes(size: int) -> str:
    """The same as scraped pages have it: bracketed numbers, and a list of notes in plain text."""
    writer = Writer(9)
    lines = until(size // 4, endless(lambda: f"The {writer.chance.choice(NOUNS)} again.{writer.marker()}"))
    body = " ".join(lines).replace("[^", "[")
    notes = "\n".join(f"[{number}] {text}" for number, text in enumerate(writer.notes, 1))
    return f"Notes\n\n{body}\n\nNotes\n\n{notes}\n"


def dense_list(size: int) -> str:
    """A list of works and nothing else."""
    writer = Writer(10)
    return "# Works Cited\n\n" + "\n".join(f"- {item}" for item in until(size, endless(writer.listed))) + "\n"


def dense_mentions(size: int) -> str:
    """Prose in which every sentence names works and people."""
    writer = Writer(11)

    def sentence() -> str:
        work, model = f"*{writer.title()}* ({writer.year()})", f"*{writer.title()}*"
        return f"{work} by {writer.person()} answers {model} of {writer.person()}."

    paragraphs = until(size, endless(lambda: " ".join(islice(endless(sentence), 8))))
    return "# Works\n\n" + "\n\n".join(paragraphs) + "\n"


def dense_parentheses(size: int) -> str:
    """Author-date citations in every sentence, with the list they point into."""
    writer = Writer(12)
    works: list[str] = []

    def sentence() -> str:
        family, year = writer.family(), writer.year()
        works.append(f"- {family}, {writer.chance.choice(GIVEN)}. *{writer.title()}*. Verso, {year}.")
        return (
            f"The {writer.chance.choice(NOUNS)} is a {writer.chance.choice(NOUNS)} ({family} {year}, {year % 90 + 2})."
        )

    paragraphs = until(size // 2, endless(lambda: " ".join(islice(endless(sentence), 8))))
    body = "\n\n".join(paragraphs)
    return f"# Dates\n\n{body}\n\n## Works Cited\n\n" + "\n".join(works) + "\n"


DENSE: Mapping[str, Callable[[int], str]] = {
    "notes": dense_notes,
    "plain notes": dense_plain_notes,
    "list of works": dense_list,
    "mentions": dense_mentions,
    "parentheses": dense_parentheses,
}


def records(count: int) -> str:
    """A YAML file of so many authority records of works, with their people."""
    writer = Writer(13)
    people, works = [], []
    for number in range(count // 2):
        people.append(
            f"  p{number}: {{name: '{writer.family()}{writer.family().lower()}, {writer.chance.choice(GIVEN)}'}}"
        )
        title = f"{writer.title()} of {writer.family()}"
        works.append(
            f"  w{number}: {{title: '{title} {number}', type: book, issued: {writer.year()}, author: [p{number}]}}"
        )
    return "\n".join(["people:", *people, "works:", *works, ""])
