"""Compiled styles hold no state: eight threads that share them give exactly what one thread gives."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from anora_bib.csl import Processor, Style
from anora_bib.csl.compile import style as compiled
from tests.benchmarks.csl_items import generate

THREADS = 8

CASED = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id></info>
<macro name="names"><names variable="author"><name and="text"><name-part name="family" text-case="uppercase"/>
<name-part name="given" text-case="capitalize-first"/></name><substitute><text variable="title"/></substitute></names>
</macro><citation><layout delimiter="; "><group delimiter=", "><text macro="names"/>
<text variable="title" text-case="capitalize-all"/><number variable="volume"/></group></layout></citation>
<bibliography><sort><key macro="names"/></sort><layout><group delimiter=". "><text macro="names"/>
<text variable="title" text-case="title"/><text variable="publisher" text-case="uppercase"/></group></layout>
</bibliography></style>"""
"""The case of its names and titles depends on the language of the item: Turkish has a dotted capital I."""

STYLES = {"cased": CASED, "apa": "apa", "mla": "mla", "chicago-notes": "chicago-notes"}
LOCALES = (None, "tr-TR", "de-DE", "fr-FR")


def items(seed: int) -> list[dict[str, object]]:
    """Some of everything, in one language or another."""
    made: list[dict[str, object]] = [dict(item) for item in generate(12, seed)]
    for number, language in enumerate(("tr", "en", "az", "ja", "")):
        made.append(
            {
                "id": f"l{number}",
                "type": "book",
                "language": language,
                "title": f"istanbul ile izmir {seed % 3}",
                "author": [{"family": "inci", "given": "idil"}, {"family": "Işık", "given": "Nihal"}],
                "publisher": "iletişim",
                "volume": str(seed),
                "issued": {"date-parts": [[2001 + number]]},
            }
        )
    return made


def formatted(job: tuple[str, str | None, int]) -> list[str]:
    name, locale, seed = job
    processor = Processor(Style.load(STYLES[name]), items(seed), locale, "html")
    cited = [{"citationItems": [{"id": f"l{number}", "locator": "ii-iv"}, {"id": "l0"}]} for number in range(5)]
    return [*processor.citations(cited), *(entry.text for entry in processor.bibliography())]


@pytest.fixture
def threads_that_switch_all_the_time() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def forget() -> None:
    """Styles are compiled anew, so that the threads meet while they are compiled."""
    compiled._tree.cache_clear()
    compiled._compiled.cache_clear()


@pytest.mark.usefixtures("threads_that_switch_all_the_time")
def test_threads_give_what_one_thread_gives() -> None:
    jobs = [(name, locale, seed) for seed in range(1) for locale in LOCALES for name in STYLES]
    alone = {job: formatted(job) for job in jobs}
    forget()
    together = Barrier(THREADS)

    def work(number: int) -> dict[tuple[str, str | None, int], list[str]]:
        together.wait()
        mine = jobs[number:] + jobs[:number]  # all threads do all jobs, each begins elsewhere
        return {job: formatted(job) for job in mine[: len(jobs) // 2]}

    with ThreadPoolExecutor(THREADS) as pool:
        results = list(pool.map(work, range(THREADS)))
    for result in results:
        assert result == {job: alone[job] for job in result}


@pytest.mark.usefixtures("threads_that_switch_all_the_time")
def test_titles_and_names_keep_their_language() -> None:
    """Two threads that print one style in two languages, as often as it takes to meet."""
    style = Style.load(CASED)

    def text(language: str, number: int) -> str:
        names = [{"family": f"i{number}-{at}", "given": f"i{at}"} for at in range(40)]
        item = {"id": "a", "language": language, "title": "ia", "author": names}
        return Processor(style, [item], to="text").bibliography()[0].text

    def work(language: str) -> str:
        return "".join(text(language, number) for number in range(30))

    with ThreadPoolExecutor(2) as pool:
        turkish, english = pool.map(work, ("tr", "en"))
    assert "I" not in turkish
    assert "İ" not in english


def test_a_style_pickles() -> None:
    style = Style.load("apa")
    again = pickle.loads(pickle.dumps(style))
    assert again == style
    one, other = (Processor(which, items(1), to="text").bibliography() for which in (style, again))
    assert one == other
