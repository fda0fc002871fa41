"""What a reference calls the work: a thesis, a manuscript, a paper that is no material, a post of a weblog."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "type", "genre"),
    [
        (
            "Roe, Ana. *As lâmpadas*. 2020. 108 f. Dissertação (Mestrado em Letras) - Universidade, Faro, 2020.",
            "thesis",
            "Dissertação (Mestrado em Letras)",
        ),
        ("Roe, Ana (2023), *La luz*, tesis doctoral, Universidad de Faro, 491 pp.", "thesis", "tesis doctoral"),
        ("Roe, Anne. *Les phares* [Thèse de doctorat]. Université de Rennes, 1999.", "thesis", "Thèse de doctorat"),
        ("Roe, A. (2006). *Harbour debts*. Unpublished manuscript, Wick Bank.", "manuscript", "Unpublished manuscript"),
        ("Roe, Ann, *The Lamps of Hull*, PhD (Hull: University of Hull, 2009), pp. 17–20.", "thesis", "PhD"),
        ("Roe, A. (2012). *Lamp Run* [Video game]. Wick.", "software", "Video game"),
        ("OFFICE DES PHARES. *Les lampes du nord*. Avis 2021-017. Paris : ODP, 2021.", "report", "Avis"),
        ("Amt für Lampen: *Licht im Hafen*. Forschungsbericht Nr. 7. Husum 2015.", "report", "Forschungsbericht"),
        ("Roe, A. (2007). *Lamps and debt* (Working Paper No. 2007-8a). Bank of Hull.", "report", "Working Paper"),
        ("Roe, A. (2018). Hamnen. [Blogg]. 17 maj. http://blogg.example.org/hamnen/", "post-weblog", "Blogg"),
    ],
)
def test_words_for_it(text: str, type: str, genre: str) -> None:
    [entry] = parse(text)
    assert (entry.type, entry.string("genre")) == (type, genre)


def test_the_number_of_a_report_may_have_dashes_and_letters() -> None:
    [english] = parse("Roe, A. (2007). *Lamps and debt* (Working Paper No. 2007-8a). Bank of Hull.")
    [french] = parse("OFFICE DES PHARES. *Les lampes du nord*. Avis 2021-017. Paris : ODP, sept. 2021.")
    assert (english.string("number"), french.string("number")) == ("2007-8a", "2021-017")


def test_leaves_of_a_thesis() -> None:
    [entry] = parse("Roe, Ana. *As lâmpadas*. 2020. 108 f. Tese (Doutorado) - Universidade do Porto, Porto, 2020.")
    assert entry.string("number-of-pages") == "108"


@pytest.mark.parametrize("kind", ["Discussion Paper", "Working Paper"])
def test_a_paper_that_is_written_is_no_material(kind: str) -> None:
    [entry] = parse(f"Ada Orme, Harbour Debts, WICK INSTITUTE {kind.upper()}, No. 6 (2022)")
    assert entry.type != "graphic"


@pytest.mark.parametrize(
    ("address", "type"),
    [
        ("https://blog.example.org/tides", "post-weblog"),
        ("https://www.example.org/en/blog/2020/tides", "post-weblog"),
        ("https://www.example.org/tides", "webpage"),
    ],
)
def test_a_part_of_a_site_that_has_posts(address: str, type: str) -> None:
    [entry] = parse(f"Roe, Ann. “The Tides of Wick.” 3 May 2020. {address}.")
    assert entry.type == type


@pytest.mark.parametrize(
    "note", ["exhibited at the Harbour Gallery, Hull, 1962 (no. 34)", "shown at Wick, 1962, no. 3"]
)
def test_where_a_work_was_to_be_seen_is_a_note(note: str) -> None:
    [entry] = parse(f"Ada Orme, *Lamp*, 1961, oil on canvas, 30 × 40 cm, Tide Museum, Hull, {note}.")
    assert (entry.type, entry.string("note"), entry.string("archive")) == ("graphic", note, "Tide Museum")
