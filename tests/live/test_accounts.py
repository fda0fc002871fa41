"""Every word of a note is accounted for, and nothing points at a note that has gone."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib import api
from anora_bib.live.notes.referred import numbers_named, repeats_source
from anora_bib.live.words import unexplained
from anora_bib.model import Entry
from tests.wild.conversions import lost_words

LAMPS = "Ada Orme, *Lamps of the Coast* (Hull: Tide Press, 1961)"
TOLLS = "Ned Pole, *A Law of Tolls* (Leeds: Acre Books, 1970)"
ORME, POLE = "@orme1961lamps", "@pole1970law"


def made(*notes: str, text: str = "") -> api.Live:
    claims = " ".join(f"The lamp fell at the pier.[^{number}]" for number, _ in enumerate(notes, 1))
    listed = "\n\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return api.make_live(ab.apparatus(ab.read_text(f"{claims} {text}\n\n{listed}\n", reader="markdown")))


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        (f"{LAMPS}, 12.", f"[{ORME}, p. 12]"),
        (f"{LAMPS}, chap. 3.", f"[{ORME}, chap. 3]"),
        (f"See {LAMPS}, chap. 3, p. 45.", f"[See {ORME}, chap. 3, p. 45]"),
        (f"{LAMPS}, chapter 1.4.", f"[{ORME}, chap. 1.4]"),
        (f"{LAMPS}, § 14.", f"[{ORME}, sec. 14]"),
        (f"{LAMPS}, 12–15, 40.", f"[{ORME}, p. 12–15, 40]"),
    ],
)
def test_every_place_in_a_book_is_a_locator(note: str, cited: str) -> None:
    live = made(note)
    assert live.text.startswith(f"The lamp fell at the pier {cited}.")
    (entry,) = live.library
    assert not {"chapter-number", "section", "page", "locator"} & entry.fields.keys()


QUAY = "Ada Orme, “Oil,” *Quay Weekly*, 3 May 2016"


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        (f"{QUAY}, [https://quay.example/oil](https://quay.example/oil).", "[@orme2016oil]."),
        (f"{QUAY}, [quay.example/oil.](http://www.quay.example/oil)", "[@orme2016oil]"),
        (f"{LAMPS}, Kap. 3, Abb. 7.", f"[{ORME}, chap. 3, Abb. 7]."),
        (f"{LAMPS}, 110 n. 4, fig. 2.", f"[{ORME}, p. 110 n. 4, fig. 2]."),
        (f"{LAMPS}, bk. 2, line 33.", f"[{ORME}, book 2, line 33]."),
        (f"{LAMPS}, 12; ibid., 40.", f"[{ORME}, p. 12; {ORME}, p. 40]."),
        ("*Hale v. Porter*, 12 F.2d 33, 35 (2d Cir. 1926).", "[@hale1926v, p. 35]."),
    ],
)
def test_addresses_with_a_link_and_places_of_every_kind_are_held(note: str, cited: str) -> None:
    assert made(note).text.strip() == f"The lamp fell at the pier {cited.rstrip('.')}."


@pytest.mark.parametrize(
    "copied",
    [
        "[1](https://court.example/2.html#footnote_1)",
        "[1](/rulings/2.html#footnote_1)",
        '<sup><a href="https://court.example/2.html#fn1">1</a></sup>',
        "[[1]](https://court.example/2.html#_ftn1)",
    ],
)
def test_a_number_that_leads_to_another_page_is_no_marker_of_the_note(copied: str) -> None:
    live = made(f"{LAMPS}, 12.", text=f"“The toll is due,” it says.{copied}")
    assert copied in live.text
    assert live.text.count(ORME) == 1


def test_a_number_that_leads_to_the_notes_of_the_page_is_a_marker() -> None:
    text = f"The lamp fell.[1](https://essays.example/lamps#fn1)\n\n## Notes\n\n1. {LAMPS}, 12.\n"
    assert any(marker.label == "1" for marker in ab.apparatus(ab.read_text(text, reader="markdown")).markers)


SALZ = "Ada Orme: Das Salz der Küste. Kiel: Watt, 1999"
SALT = "@orme1999salz"


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        (f"{SALZ}, S.&nbsp;12&nbsp;f.", f"[{SALT}, p. 12 f.]"),
        (f"{SALZ}, S. 8, S. 47.", f"[{SALT}, p. 8, S. 47]"),
        (f"{SALZ} (zuerst in Briefen gesagt).", f"[{SALT} (zuerst in Briefen gesagt)]"),
        (f"{LAMPS}, p. 12, n. 4.", f"[{ORME}, p. 12, n. 4]"),
        (f"{SALZ}, S. 12f., 14f.", f"[{SALT}, p. 12f., 14f.]"),
        (f"{SALZ}, Zitate S. 41&nbsp;f., 50.", f"[{SALT}, p. 41 f., 50]"),
        (f"{LAMPS}, p. 283 y ss.", f"[{ORME}, p. 283 y ss.]"),
        (f"{LAMPS}, p. 34 e sgg.", f"[{ORME}, p. 34 e sgg.]"),
        (f"{LAMPS}, esp. 45.", f"[{ORME}, p. 45]"),
        ("Ada Orme, *Lamps of the Coast*, trans. Bo Low (Hull: Tide Press, 1961), §398b.", f"[{ORME}, §398b]"),
    ],
)
def test_what_no_field_holds_goes_along_as_it_is_typed(note: str, cited: str) -> None:
    live = made(note)
    assert live.text.strip() == f"The lamp fell at the pier {cited}."
    assert not lost_words(note, live)


def test_words_behind_a_source_stay_in_its_note() -> None:
    live = made(f"{SALZ}, S. 8. --- Beide Bände erschienen in Kiel, ehe der Verlag dort schloss.")
    assert f"{SALT} [p. 8]. --- Beide Bände erschienen in Kiel, ehe der Verlag dort schloss." in live.text


def test_a_work_that_was_cited_in_another_note_is_cited_again() -> None:
    live = made(f"{SALZ}, S. 8.", "Orme: Salz der Küste (1999), wie Anm. 1, S. 9.")
    assert f"[{SALT}, p. 9]" in live.text
    other = made(f"{SALZ}, S. 8.", "Orme: Das Meer (1999), wie Anm. 1, S. 9.")
    assert "wie Anm. 1" in other.text


def test_the_word_before_a_series_is_held_with_the_series() -> None:
    assert unexplained("Lamps, coll. Phares", [Entry.of("book", title="Lamps", collection_title="Phares")]) == []
    assert unexplained("Lamps, coll.", [Entry.of("book", title="Lamps")]) == ["coll"]


def test_a_page_that_was_read_as_a_volume_is_not_held() -> None:
    book = Entry.of("book", title="Lamps", volume="12")
    assert unexplained("Lamps, p. 12", [book]) == ["p"]
    assert not unexplained("Lamps, vol. 12", [book])
    assert not unexplained("Lamps 12, p. 12", [book], "12")
    assert not unexplained("Lamps 12, pp. 12-15", [Entry.of("article", title="Lamps", volume="12", page="12-15")])


@pytest.mark.parametrize(
    "note",
    [
        "Er nennt es »Salz und Brot der Küste«: Erich Orme: Das Licht der Häfen. Kiel: Watt, 1999, S. 8.",
        "»Salz und Brot der Küste.« Zitiert bei: Erich Orme: Das Licht der Häfen. Kiel: Watt, 1999, S. 8.",
        "Peter Pohl, Hermann Orme: Das Salz der Küste. Kiel: Watt, 1999, S. 8.",
    ],
)
def test_no_name_is_part_of_a_title(note: str) -> None:
    titles = [entry.string(name) for entry in made(note).library for name in ("title", "container-title")]
    assert not any("Orme:" in title for title in titles)


@pytest.mark.parametrize(
    "note",
    [
        "Book of Salt, vol. 5, p. 299; Orme on Oil, vol. 2, p. 288.",
        "Ada Orme, Das Salz der Küste (Kiel (u.a.: Watt, 1999), 4.",
        "[[Orme 1993]], 306, no. 152.",
        "[[Orme-Watt 2002]], vol. 1, 192–93, 205.",
        "Ada Orme, “A Plan of the Harbour,” 2019, Archive of the Harbour Museum, Plans; ST:C5-CR-209.",
    ],
)
def test_what_is_of_two_works_or_of_none_is_not_cited(note: str) -> None:
    assert made(note).made == 0


def test_no_target_of_a_link_stays_behind_the_citation_of_its_words() -> None:
    address = "https://quay.example/lists/1999/salt-and-oil-of-the-coast.pdf"
    text = made(
        f"Siehe die Liste »Salz« der Schule mit Licht der Häfen, Kiel 1999: [{address}]({address}). Mehr dort."
    ).text
    assert f"]({address})" in text or address not in text


def test_a_title_that_begins_with_a_name_is_one_where_it_is_set_off() -> None:
    assert "@pole1970jane" in made("Ned Pole, *Jane Orme: A Life* (Leeds: Acre Books, 1970), 12.").text


def test_a_name_cut_in_two_is_not_cited() -> None:
    note = "Ulf R. Ormewick Das Salz der Küste. Kiel 1999."
    assert not any(entry.string("title").startswith("Ormewick") for entry in made(note).library)


def test_a_short_form_of_every_kind_is_made_live() -> None:
    live = made(
        f"{LAMPS}, 12.",
        "*Ivi*, cap. III, p. 5.",
        "Orme, *Lamps*, cit., p. 40.",
        "Orme (wie Anm. 1), S. 30.",
        "Orme, *Lamps* (n. 1), vol. 2, 14.",
        "Orme, *supra* note 1, at 9.",
    )
    places = ("p. 12", "chap. III, p. 5", "p. 40", "p. 30", "vol. 2, 14", "p. 9")
    assert live.text.strip() == " ".join(f"The lamp fell at the pier [{ORME}, {place}]." for place in places)


@pytest.mark.parametrize(
    "note",
    [
        f"{QUAY}, [https://quay.example/oil;](https://quay.example/oil) “More Oil,” *Quay Weekly*, 4 May 2016.",
        f"See [the *Quay*, {LAMPS}](https://quay.example/oil).",
    ],
)
def test_no_citation_cuts_a_link(note: str) -> None:
    live = made(note)
    assert note.count("](https://quay.example/oil)") == live.text.count("](https://quay.example/oil)")
    assert not lost_words(note, live)


@pytest.mark.parametrize("note", [f"{LAMPS}, 12.", f"See {LAMPS}, chap. 9; {TOLLS}, 4."])
def test_no_word_is_lost(note: str) -> None:
    live = made(note, "Ibid., 77.", f"{TOLLS}, 88.")
    words = f"{note} Ibid., 77. {TOLLS}, 88."
    assert live.made == 3 or live.kept
    assert not lost_words(words, live)


@pytest.mark.parametrize(
    ("page", "kept_in_entry"), [("14", False), ("B2", False), ("xiv", False), ("14–20", True), ("14, 17", True)]
)
def test_the_pages_of_an_article_are_cited(page: str, kept_in_entry: bool) -> None:
    live = made(f"Ada Orme, “A Light in the Fog,” *Coast Quarterly* 3, no. 2 (1961): {page}.")
    (entry,) = live.library
    assert f", p. {page}]" in live.text
    assert ("page" in entry.fields) == kept_in_entry


def test_two_pages_of_one_article_are_one_source() -> None:
    article = "Ada Orme, “A Light in the Fog,” *Coast Quarterly* 3, no. 2 (1961)"
    live = made(f"{article}: 14.", f"{article}: 17.")
    assert len(live.library) == 1
    assert "p. 14]" in live.text
    assert "p. 17]" in live.text


@pytest.mark.parametrize(
    "note",
    [
        "Orme, *Lamps of the Coast*, 12–15; “A Report of the Keepers,” 265.",
        "Orme, *Lamps of the Coast*, 12–15; Pole, “A Light in the Fog.”",
        "Orme, “A Light in the Fog.”",
        "Orme and Roe, “A Light in the Fog”; Poe, *The Keepers*; Doe, *Their Oil*.",
        "See Orme, “A Light in the Fog.” On June 30, 1918, Ann Poe reported at the pier of Hull.",
        "Recent works by Ada Orme (2016) and Ann Poe (2020) say more.",
        "*Fog* (1938), 80.1941; *Lamps* (1941), 81.1941.",
    ],
)
def test_what_may_be_another_work_is_never_cited(note: str) -> None:
    live = made(note, f"{TOLLS}, 4.")
    assert note in live.text
    assert [entry.key for entry in live.library] == [POLE[1:]]


@pytest.mark.parametrize(
    ("short", "cited"),
    [
        ("Orme, *Lamps of the Coast*.", f"[{ORME}]"),
        ("See Orme, *Lamps*.", f"[See {ORME}]"),
        ("Ada Orme, *Lamps of the Coast*.", f"[{ORME}]"),
    ],
)
def test_names_and_a_title_mean_the_source_that_is_spelled_out(short: str, cited: str) -> None:
    live = made(f"{LAMPS}, 12.", short, f"{TOLLS}, 4.")
    assert f"pier {cited}. The" in live.text
    assert sorted(entry.key for entry in live.library) == [ORME[1:], POLE[1:]]


@pytest.mark.parametrize("short", ["Orme, *Coasts*.", "Pole, *Lamps of the Coast*."])
def test_names_and_a_title_that_mean_none_stay(short: str) -> None:
    live = made(f"{LAMPS}, 12.", short)
    assert f"[^2]: {short}" in live.text


def test_a_note_in_html_stays_in_its_list() -> None:
    text = (
        f'The lamp fell.<sup><a href="#fn1" id="fnref1">1</a></sup>\n\n<ol>\n<li id="fn1">{LAMPS}, 12. '
        '<a href="#fnref1">↩</a></li>\n</ol>\n'
    )
    live = api.make_live(ab.apparatus(ab.read_text(text, reader="markdown")))
    assert live.text == text


def test_a_word_printed_twice_must_be_held_twice() -> None:
    entry = Entry.of("book", title="Lamps of Hull", publisher_place="Hull")
    assert unexplained("Lamps of Hull. Hull", [entry]) == []
    assert unexplained("Lamps of Hull. Hull, 40, 40", [entry], "40") == ["40"]
    assert unexplained("Lamps of Hull. Hull: Hull House", [entry]) == ["Hull", "House"]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ((f"{LAMPS}, 12.", f"See {TOLLS}, 4; see also ibid., 7."), (ORME, POLE, POLE)),
        ((f"{LAMPS}, 12.", "Ibid., 14.", f"{TOLLS}, 9."), (ORME, ORME, POLE)),
    ],
)
def test_ibid_means_the_source_before_it_in_its_own_note(notes: tuple[str, ...], found: tuple[str, ...]) -> None:
    text = made(*notes).text
    places = sorted((at, key) for key in {ORME, POLE} for at in _places(text, key))
    assert tuple(key for _, key in places) == found


def _places(text: str, key: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(key, at)]


def test_a_note_stays_below_which_an_open_ibid_stays() -> None:
    live = made(f"{LAMPS}, 12; {TOLLS}, 4.", "Ibid., 15.")
    assert f"[^1]: {ORME} [p. 12]; {POLE} [p. 4].\n\n[^2]: Ibid., 15." in live.text
    assert [(kept.label, kept.cited) for kept in live.kept] == [("1", True), ("2", False)]
    assert (live.made, live.holding) == (1, 2)


@pytest.mark.parametrize("words", ["as the clerk knew (see note 2)", "and more of it in n. 2 above", "supra note 2"])
def test_notes_keep_their_numbers_where_one_is_named_by_it(words: str) -> None:
    live = made(f"{LAMPS}, 12.", f"{TOLLS}, 4.", f"He said so at length, {words}.", f"{TOLLS}, 6.")
    assert f"[^1]: {ORME} [p. 12].\n\n[^2]: {POLE} [p. 4]." in live.text
    assert f"pier [{POLE}, p. 6]." in live.text
    assert {kept.label for kept in live.kept if kept.cited} == {"1", "2"}


def test_the_text_of_an_essay_may_name_a_note() -> None:
    live = made(f"{LAMPS}, 12.", text="As I said in note 1, it fell.")
    assert f"[^1]: {ORME} [p. 12]." in live.text


@pytest.mark.parametrize(("text", "labels"), [("p. 4 n. 3", []), ("vgl. Anm. 3", ["3"]), ("note 12 below", ["12"])])
def test_a_note_of_another_work_is_none_of_the_essay(text: str, labels: list[str]) -> None:
    assert list(numbers_named(text)) == labels


@pytest.mark.parametrize(("text", "same"), [("See *ibid*., 4", True), ("Ebd., S. 4", True), ("An identity", False)])
def test_words_for_the_source_before(text: str, same: bool) -> None:
    assert repeats_source(text) == same


def test_a_note_never_opens_with_an_example_of_a_list() -> None:
    live = made(f"{LAMPS}. She was right.", f"{LAMPS}, 4. She was right.")
    assert f"[^1]: [{ORME}]. She" in live.text
    assert f"[^2]: {ORME} [p. 4]. She" in live.text


def test_a_cross_reference_gives_way_to_the_source_it_means() -> None:
    live = made("Twomey v. Ash, 550 U.S. 544 (2007).", "Twomey , supra note 1, at 553.", f"{LAMPS}, 2.", "Orme, 2:14.")
    assert "[@twomey2007v, p. 553]" in live.text
    assert f"[{ORME}, p. 2:14]" in live.text or "Orme, 2:14" in live.text


def test_what_was_misread_is_not_in_the_library() -> None:
    live = made(f"Others disagree: {TOLLS}.", f"{LAMPS}, 4.")
    assert [entry.key for entry in live.library] == [ORME[1:]]


def test_a_short_form_stays_with_a_source_that_was_misread() -> None:
    live = made(
        "Ned Pole, *A Law of Tolls*, of the coast, what he called *Piers* (Leeds: Acre Books, 1970).",
        "Pole, *Law of Tolls*, 7.",
        f"{LAMPS}, 4.",
    )
    assert "[^2]: Pole, *Law of Tolls*, 7." in live.text
    assert {kept.label for kept in live.kept} == {"1", "2"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A clock.[^1] So", f"A clock [{ORME}]. So"),
        ("A clock,[^1] so", f"A clock [{ORME}], so"),
        ("A clock[^1], so", f"A clock [{ORME}], so"),
        ("“A clock.”[^1] So", f"“A clock.” [{ORME}] So"),
        ("Of the U.S.[^1] So", f"Of the U.S. [{ORME}] So"),
        ("A clock...[^1] So", f"A clock... [{ORME}] So"),
        ("A clock?[^1] So", f"A clock? [{ORME}] So"),
    ],
)
def test_a_citation_stands_before_the_stop(before: str, after: str) -> None:
    essay = ab.read_text(f"{before} it was.\n\n[^1]: {LAMPS}.\n", reader="markdown")
    assert api.make_live(ab.apparatus(essay)).text.startswith(f"{after} it was.\n")


@pytest.mark.parametrize(
    "note",
    [
        "Ada Orme, *Harbour Law* (Hull: Tide Press, 1961), 110 n. 4, fig. 2.",
        "Ada Orme, *Lamps*, 3rd ed. (Hull: Tide Press, 1961), 12.",
        "Ada Orme, *Lamps*, trans. Bo Voss (2nd ed.; Hull: Tide Press, 1961).",
        "Ada Orme y Bo Voss, *El puerto y el mar*, Barcelona, Anagrama, 2001, pp. 44 y ss.",
        "Ada Orme to Bo Voss, March 20, 1901, Orme Papers.",
        "Orme, A. *Lamps of the Coast*; Tide Press: Hull, 1961.",
        "[The Harbour Post](https://quay.example/oil)",
        "[quay.example](https://quay.example/oil).",
        "Ada Orme, « Le port », dans *Revue d'histoire*, n° 4, 1975, p. 44 sq.",
    ],
)
def test_what_joins_and_orders_is_accounted_for(note: str) -> None:
    live = made(note)
    assert live.made == 1, live.kept
    assert not lost_words(note, live)


def test_initials_of_a_place_are_no_joints() -> None:
    entry = Entry.of("book", title="Harbour Law", publisher="Tide Press")
    assert unexplained("*Harbour Law* (Hull, N.Y.: Tide y Press)", [entry]) == ["Hull", "N.Y"]


def test_a_sentence_behind_a_semicolon_stays() -> None:
    assert "Tide Press says no" in made("Ada Orme, *Lamps of the Coast*, 1961; Tide Press says no.").text


@pytest.mark.parametrize(
    "note",
    [
        "*Lamps*, p. 131.",
        "*Lamps of the Coast*, c. 17, n. 3, ed. cit., 201.",
        "[de Orme, de Voss, & Quay 2016](https://quay.example/oil)",
    ],
)
def test_what_was_misread_stays(note: str) -> None:
    assert made(note).made == 0
