"""What is no prose has no findings, and no fix reaches into it."""

from __future__ import annotations

import pytest

import anora_bib as ab

PAGE = "# Lamps\n\nThe lamp of the harbour was lit by hand for forty years. {}\n\nNobody wrote down when it went out.\n"


@pytest.mark.parametrize(
    "words",
    [
        "As the critic Ada Orme notes in her book, <a target=\"_blank\" href='x'>it</a> fell.",
        'As Ada Orme notes in {{< q-figure id="intro“ >}} it fell.',
        'Ada Orme says so in [a piece](https://example.org/a "Example Times post").',
        'Run `print(“lamp")` and see.',
        "Slides ([download][3], [more][1]).\n\n[3]: https://example.org/c\n[1]: https://example.org/d",
        "See ([figs. 1](#fig-8-1), [2](#fig-8-2)).",
        "The lead (<sup>210</sup>Pb) of it, and <sup>1</sup>H, were measured.",
        "In [015](/letters/015-wicks#wicks) it was lit.",
        'It was lit.<a href="#fn1"><sup>1</sup></a>\n\n<li id="fn1">Orme, *Lamps*, 1961.</li>',
    ],
)
def test_nothing_found(words: str) -> None:
    assert [problem.message for problem in ab.check(ab.read_text(PAGE.format(words), reader="markdown"))] == []


def test_links_of_markdown_in_plain_text() -> None:
    text = PAGE.format("Slides ([download][3], [more][1]).\n\n[3]: https://example.org/c\n[1]: https://example.org/d")
    assert [problem.message for problem in ab.check(ab.read_text(text))] == []


def test_comments_of_an_essay_leave_findings_out() -> None:
    faulty = 'She said “so" and left.'
    assert ab.check(ab.read_text(PAGE.format(faulty), reader="markdown"))
    assert ab.check(ab.read_text(PAGE.format(f"{faulty} <!-- anora: ignore Q001 -->"), reader="markdown")) == []


@pytest.mark.parametrize(
    "words",
    [
        "The critic Ada Orme calls it “[a collective of lamps that burn](https://example.org/a).”",
        "The critic Ada Orme calls it “relief.”",
        "The critic Ada Orme, in a piece that\n[others][here] keep, calls it “a slow kind of relief.”\n\n[here]: https://a.example/",
        "The critic Ada Orme calls it “a slow kind of relief” (25) in her book.",
    ],
)
def test_terms_and_linked_quotations_need_no_note(words: str) -> None:
    assert [problem.message for problem in ab.check(ab.read_text(PAGE.format(words), reader="markdown"))] == []


def test_addresses_of_links_are_no_listed_works() -> None:
    listed = "## References\n\nOrme, Ada. *Lamps*. Hull: Tide Press, 1961.\n\n[the harbour]: https://example.org/a\n"
    text = PAGE.format("Orme (1961) says so, as [others][the harbour] do.") + f"\n{listed}"
    assert [problem.message for problem in ab.check(ab.read_text(text))] == []
