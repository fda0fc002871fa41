"""Cases that only a database has: with their docket, and the day."""

from __future__ import annotations

from anora_bib.parser import parse


def test_a_docket_is_no_part_of_the_parties() -> None:
    [entry] = parse("Orme Lamps, LLC v. Wick, Inc., No. 21-11203, 2021 WL 7214223, at *1 (11th Cir. Oct. 13, 2021)")
    date = entry.date("issued")
    assert (entry.type, entry.string("title")) == ("legal_case", "Orme Lamps, LLC v. Wick, Inc.")
    assert (entry.string("number"), date and date.iso) == ("21-11203", "2021-10-13")
