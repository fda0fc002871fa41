"""Essays printed in a style: what is rewritten, what stays and why, and every word accounted for."""

from __future__ import annotations

from collections import Counter

import pytest

import anora_bib.api as ab
from anora_bib.errors import InputError
from anora_bib.live.styled.certainty import said_twice
from anora_bib.live.styled.notes import UNSTEADY
from anora_bib.live.styled.restyle import Restyled
from anora_bib.live.words import connecting
from anora_bib.text.characters import fold
from tests.lint.pipeline import read, workspace

CHICAGO, OSCOLA = "chicago-notes-bibliography", "oscola"
HARBOUR = "So it is in the light of the harbour, and nobody who lived there ever said more of it."
LAMPS = "Jane Roe, *The Book of Wicks & Lamps* (Hull: Tide Press, 2009)"
NORTH = "John Doe, “Wicks of the North,” *Journal of Lamps* 12, no. 3 (2010)"


def restyled(text: str, style: str = CHICAGO, reader: str = "markdown") -> Restyled:
    return ab.restyle(read(text, reader), style=style, workspace=workspace())


def footnotes(*notes: str) -> str:
    marked = " ".join(f"{HARBOUR}[^{number}]" for number, _ in enumerate(notes, 1))
    return f"{marked}\n\n" + "".join(f"[^{number}]: {note}\n" for number, note in enumerate(notes, 1))


@pytest.mark.parametrize(
    ("typed", "chicago", "oscola"),
    [
        (
            [f"{LAMPS}, 12.", "Ibid., 14.", "Ibid."],
            [
                "Jane Roe, *The Book of Wicks & Lamps* (Tide Press, 2009), 12.",
                "Roe, *The Book of Wicks & Lamps*, 14.",
                "Roe, *The Book of Wicks & Lamps*, 14.",
            ],
            ["Jane Roe, *The Book of Wicks & Lamps* (Tide Press 2009) 12.", "ibid 14.", "ibid."],
        ),
        (
            [f"{LAMPS}, 12.", f"{NORTH}: 44.", "Roe, *Book of Wicks*, 13."],
            [
                "Jane Roe, *The Book of Wicks & Lamps* (Tide Press, 2009), 12.",
                "John Doe, “Wicks of the North,” *Journal of Lamps* 12, no. 3 (2010): 44.",
                "Roe, *Book of Wicks*, 13.",
            ],
            [
                "Jane Roe, *The Book of Wicks & Lamps* (Tide Press 2009) 12.",
                "John Doe, ‘Wicks of the North’ (2010) 12 Journal of Lamps 44.",
                "Roe (n 1) 13.",
            ],
        ),
        (
            [f"See {LAMPS}, p. 12 (emphasis added).", f"{NORTH}: 44; see also Roe, *Book of Wicks*, 13."],
            [
                "See Jane Roe, *The Book of Wicks & Lamps* (Tide Press, 2009), 12 (emphasis added).",
                "John Doe, “Wicks of the North,” *Journal of Lamps* 12, no. 3 (2010): 44; "
                "see also Roe, *Book of Wicks*, 13.",
            ],
            [
                f"See {LAMPS}, p. 12 (emphasis added).",
                "John Doe, ‘Wicks of the North’ (2010) 12 Journal of Lamps 44; see also Roe (n 1) 13.",
            ],
        ),
        (
            [f"{LAMPS}, chap. 3.", "A remark of no weight.", "Roe, *Book of Wicks*, ch. 4."],
            [
                "Jane Roe, *The Book of Wicks & Lamps* (Tide Press, 2009), chap. 3.",
                "A remark of no weight.",
                "Roe, *Book of Wicks*, chap. 4.",
            ],
            [
                f"{LAMPS}, chap. 3.",
                "A remark of no weight.",
                "Roe (n 1) ch 4.",
            ],
        ),
    ],
    ids=["ibid.", "short", "signals and comments", "a remark between, and chapters"],
)
def test_first_in_full_then_short(typed: list[str], chicago: list[str], oscola: list[str]) -> None:
    text = footnotes(*typed)
    made = restyled(text)
    assert (made.text, made.kept) == (footnotes(*chicago), ())
    assert restyled(text, OSCOLA).text == footnotes(*oscola)


def test_what_would_be_read_otherwise_stays() -> None:
    """OSCOLA prints "(Tide Press 2009) 12 (emphasis added)", of which a second run would make a volume."""
    made = restyled(footnotes(f"See {LAMPS}, p. 12 (emphasis added).", f"{NORTH}: 44."), OSCOLA)
    assert [(kept.label, kept.reason) for kept in made.kept] == [("1", UNSTEADY)]
    assert restyled(made.text, OSCOLA).text == made.text
    assert "John Doe, ‘Wicks of the North’ (2010) 12 Journal of Lamps 44." in made.text


def test_a_genre_keeps_its_stop() -> None:
    thesis = "Ann Poe, “Wicks in the North,” PhD diss., Lamp Institute (London, 2015), 97–131."
    once = restyled(footnotes(thesis, f"{LAMPS}, 12."))
    assert restyled(once.text).text == once.text
    assert "diss.," in once.text


def test_running_it_again_changes_nothing() -> None:
    once = restyled(footnotes(f"{LAMPS}, 12.", f"See {NORTH}: 44.", "Roe, *Book of Wicks*, 13.")).text
    assert restyled(once).text == once


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Jane Roe, [*The Book of Wicks*](books.md#roe) (Hull: Tide Press, 2009), 3.", "the entry does not hold"),
        ("J. Roe: Wicks. Hull 2009 = Lamps 1999, 3.", "not certain enough"),
        ("*The Lantern*, 2 December 1889, <https://example.org/x>.", "another kind of source"),
        ("Jane Roe, “A Note on *Wicks*,” *Journal of Lamps* 12, no. 3 (2010): 44.", "another kind of source"),
        ("Jane Roe et al., *The Book of Wicks* (Hull: Tide Press, 2009), 3.", "all of its authors"),
        ("42 U.S.C. § 12.", "citations of the law"),
        ("Wicks and their makers, as anybody knows, 1961, and so on and so forth.", ""),
    ],
)
def test_what_is_not_certain_stays_with_a_reason(typed: str, reason: str) -> None:
    text = footnotes(typed, f"{LAMPS}, 12.")
    made = restyled(text)
    note, *_ = made.text.partition("[^1]: ")[2].splitlines()
    assert note == typed
    assert all(reason in kept.reason for kept in made.kept)
    assert bool(made.kept) is bool(reason)
    assert (made.made, made.holding) == (1, 1 + bool(reason))


def test_ibid_behind_a_note_that_stays_is_spelled_out() -> None:
    mixed = f"{LAMPS}, 12; Wicks et al., *Of Other Lamps* (Leeds: Shore, 1999), 3."
    made = restyled(footnotes(f"{LAMPS}, 10.", mixed, "Roe, *Book of Wicks*, 13."), OSCOLA)
    assert made.text.splitlines()[-2] == f"[^2]: {mixed}"
    assert made.text.splitlines()[-1] == "[^3]: Roe (n 1) 13."


def test_html_keeps_its_markup_closed_and_its_back_links() -> None:
    def page(first: str, second: str) -> str:
        return (
            f'<p>{HARBOUR}<a href="#fn1" id="r1"><sup>1</sup></a> {HARBOUR}<a href="#fn2" id="r2"><sup>2</sup></a></p>'
            f'<h2>Notes</h2><ol><li id="fn1">{first} <a href="#r1">↩</a></li>'
            f'<li id="fn2">{second} <a href="#r2">↩</a></li></ol>'
        )

    typed = "Jane Roe, <em>The Book of Wicks &amp; Lamps</em> (Hull: Tide Press, 2009), 12."
    full = "Jane Roe, <i>The Book of Wicks &#38; Lamps</i> (Tide Press 2009) 12."
    assert restyled(page(typed, "Ibid., 14."), OSCOLA, "html").text == page(full, "ibid 14.")
    anchored = typed.replace("<em>", '<em id="wicks">')
    made = restyled(page(anchored, "Ibid., 14."), OSCOLA, "html")
    assert anchored in made.text
    assert "an anchor or a link" in made.kept[0].reason


def test_an_address_is_never_lost() -> None:
    linked = "Jane Roe, [*The Book of Wicks*](https://example.org/wicks) (Hull: Tide Press, 2009), 12."
    made = restyled(footnotes(linked, f"{NORTH}: 44, <https://example.org/north>."))
    assert made.text.count("https://example.org/wicks") == 1
    assert "<https://example.org/north>" in made.text


WORKS = [
    "Roe, Jane. *The Book of Wicks*. Hull: Tide Press, 2009.",
    "Doe, John. “Wicks of the North.” *Journal of Lamps* 12, no. 3 (2010): 44–51.",
    "Orme, Ada. *Lamps*. Leeds: Shore, 1961.",
]
SORTED = [
    "Doe, J. (2010). Wicks of the North. *Journal of Lamps*, *12*(3), 44–51.",
    "Orme, A. (1961). *Lamps*. Shore.",
    "Roe, J. (2009). *The Book of Wicks*. Tide Press.",
]


def listed(lines: list[str]) -> str:
    return f"{HARBOUR} (Roe 2009, 12).\n\n## Works Cited\n\n" + "\n\n".join(lines) + "\n"


def test_a_list_is_sorted_as_the_style_does_if_all_of_it_is_understood() -> None:
    made = restyled(listed(WORKS), "apa")
    assert made.text == listed(SORTED).replace("(Roe 2009, 12)", "(Roe, 2009, p. 12)")
    assert (made.made, made.holding, made.unsorted) == (4, 4, 0)
    assert [(it.label, it.variables) for it in made.unprinted] == [("", ("publisher-place",))] * 2


def test_a_list_with_a_line_that_stays_is_not_sorted() -> None:
    made = restyled(listed([*WORKS, "Poe, Ann, et al. *Of Other Lamps*. York: Shore, 1999."]), "apa")
    assert [line[:4] for line in made.text.split("\n\n")[-4:]] == ["Roe,", "Doe,", "Orme", "Poe,"]
    assert made.unsorted == len(WORKS)


@pytest.mark.parametrize(
    ("text", "style", "message"),
    [
        (footnotes(f"{LAMPS}, 12."), "apa", "cites in the text, and the essay in notes"),
        (listed(WORKS), CHICAGO, "cites in notes, and the essay in parentheses"),
        (listed(WORKS), "ieee", "numbers what is cited"),
    ],
)
def test_a_style_of_another_kind_is_refused(text: str, style: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        restyled(text, style)


def test_signs_of_plain_text_are_those_of_the_essay() -> None:
    notes = "\n".join(["[1] Jane Roe, _The Book of Wicks_ (Hull: Tide Press, 2009), 12.", "[2] Ibid., 14."])
    made = restyled(f"{HARBOUR}[1] {HARBOUR}[2]\n\nNotes\n\n{notes}\n", CHICAGO, "plain")
    assert made.text.endswith(
        "[1] Jane Roe, _The Book of Wicks_ (Tide Press, 2009), 12.\n[2] Roe, _The Book of Wicks_, 14.\n"
    )


@pytest.mark.parametrize("style", [CHICAGO, OSCOLA, "modern-language-association-notes"])
def test_every_word_that_goes_is_one_of_an_entry(style: str) -> None:
    text = footnotes(
        f"See {LAMPS}, 12 (emphasis added).",
        f"{NORTH}: 44; cf. Roe, *Book of Wicks*, 13. Nobody disagrees.",
        "Ibid., 15.",
    )
    essay = read(text, "markdown")
    made = restyled(text, style)
    held = _words(" ".join(ab.dump([it], to="csl-json") for it in ab.collect(essay, workspace=workspace())))
    gone = _words(text) - _words(made.text)
    assert not {word for word in gone if word not in held and word not in connecting()}


def _words(text: str) -> Counter[str]:
    return Counter("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())


def test_what_would_be_printed_twice() -> None:
    assert said_twice(
        "Roe, *Lamps*. Tide Press, 2009, 12.", "Roe, *Lamps*, directed by Tide Press. Tide Press, 2009, 12."
    )
    assert not said_twice("Roe, *Lamps*. Tide, 2009.", "Roe, <i>Lamps</i> (Tide, 2009), <https://lamps.org/lamps>.")


def test_the_pages_of_all_of_an_article_are_printed_once() -> None:
    text = footnotes(f"{NORTH}: 44–52.", "Doe, “Wicks of the North,” 46.")
    notes = restyled(text, "modern-humanities-research-association").text
    assert "[^1]: John Doe, ‘Wicks of the North’, *Journal of Lamps*, 12.3 (2010), pp. 44–52.\n" in notes
    assert "[^2]: Doe, ‘Wicks of the North’, p. 46.\n" in notes


def test_what_only_a_second_run_would_rewrite_is_rewritten_at_once() -> None:
    notes = (
        "Ann F. Orme, Rights to Light, in Lamps of the Coast 237 (1997)",
        "Roe, Jane (2024). “Swept off the Quay”. Filmmaker. Vol. 33, no. 1.",
        "Poe, Vincent (September 8, 2024). “The Lamps Did Not Pick Up Until Halfway”. IndieWire.",
    )
    text = f"{HARBOUR}[1] So.[2] So.[3]\n\n## Notes\n\n" + "\n\n".join(f"[{n}] {it}" for n, it in enumerate(notes, 1))
    made = restyled(f"{text}\n", reader="plain")
    assert (made.made, made.holding, made.kept) == (3, 3, ())
    assert restyled(made.text, reader="plain").text == made.text
