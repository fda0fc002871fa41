"""Habits of print that references met in the wild have: what is read of each, by variable."""

from __future__ import annotations

import pytest

from anora_bib.model.essay.pieces import Reference
from anora_bib.model.values.dates import Date
from anora_bib.parser.learned.parser import LearnedParser

_PARSER = LearnedParser()

ROWS = [
    (
        "a page of six digits behind a volume in bold",
        "A. Roe, J. Doe, *Tides of Polar Lamps: Forms and Oil*, Phys. Rev. B **98**, 205129 (2018).",
        {"volume": "98", "page": "205129", "issued": "2018"},
    ),
    (
        "the day behind the outlet, the year behind the author",
        "Roe, Ann (2021), ‘The Lamp Is a Blurry Tide’, _The New Yorker_, 9 February",
        {"day": "2021-02-09", "container-title": "The New Yorker"},
    ),
    (
        "the same before a page",
        "Roe, A. (2001) Could we live without lamps? Times Literary Supplement, 18 February, p. 8.",
        {"day": "2001-02-18", "page": "8"},
    ),
    (
        "a day with a preposition behind the year",
        "Gil, A. (2002, 28 de noviembre). La poética del faro. *El puerto*. Recuperado de http://faro.es/poetica",
        {"day": "2002-11-28"},
    ),
    (
        "a house in initials, and Roman pages before the others",
        "Roth, Anne, 2001, *Introduction au port*, Paris, P.U.F., VIII-222 p.",
        {"publisher": "P.U.F.", "publisher-place": "Paris", "volume": "", "number-of-pages": "222"},
    ),
    (
        "Spanish numbers of issues",
        "Gil, L. «Historia del mar», Anuario de Faros 117, n.º 4 (2002): 33-40.",
        {"volume": "117", "issue": "4", "page": "33–40"},
    ),
    (
        "a run in italics behind quoted words holds them, whole",
        "Roe, “Lamps,” track 2 on *Twelve Days in the Wrong Lane*, Tide Records, 2002.",
        {"title": "Lamps", "container-title": "Twelve Days in the Wrong Lane", "publisher": "Tide Records"},
    ),
    (
        "the same before a catalogue's kind",
        "Jane Roe, “Albums and Wicks,” *Lamps: The Making of a Harbour*, exh. cat. (Hull: Tide Museums, 2017), 13–43.",
        {
            "title": "Albums and Wicks",
            "container-title": "Lamps: The Making of a Harbour",
            "publisher": "Tide Museums",
        },
    ),
    (
        "an issue that a word tells behind the year",
        "P. Levati, *Gabelle e sale*, in «Quaderni del porto», XXXIV (1999), n. 101, pp. 345-378, qui p. 350.",
        {"volume": "XXXIV", "issue": "101", "page": "345-378", "locator": "350"},
    ),
    (
        "the note on a page is no issue",
        "Roe, “Lamps,” Journal of Wicks 12 (2001), p. 12, n. 4.",
        {"volume": "12", "issue": ""},
    ),
    (
        "the same in letters, and pages that go on",
        'Gil, Ana, "El puerto", Revista de Faros, núm. 4 (2001), p. 283 y ss.',
        {"issue": "4", "page": "283 y ss.", "container-title": "Revista de Faros"},
    ),
    ("a volume with a word of its own", "Roth, Hans: Leuchtfeuer. Tomo I. Hamburgo: Wick, 1999.", {"volume": "I"}),
    (
        "a Roman volume before the brackets of a house",
        "Moss, Max, *Lamps and Oil*, I (Staten Island, N.Y.: Tide House 1965), 20",
        {"volume": "I", "publisher-place": "Staten Island, N.Y.", "publisher": "Tide House", "locator": "20"},
    ),
    (
        "a house beside the year",
        "Ann Roe, *Essays on Oil* (Maggid 2016), 33.",
        {"publisher": "Maggid", "locator": "33"},
    ),
    (
        "initials that look like a page",
        "Roe, P. M. (1990). The fifth lamp. Hull: Wick.",
        {"locator": "", "author": "Roe"},
    ),
    (
        "the last of those who edited, behind an initial and a conjunction",
        'Roe, J. and Doe, D. (2020), "Tides at Wick", in Orme, R., Gray, C. and Hill, A. (Eds), '
        "*Small Tides*, Wick, Cham, pp. 308-317.",
        {"editor": "Orme Gray Hill", "container-title": "Small Tides", "page": "308-317"},
    ),
    (
        "memoranda of the Internet",
        "Roe, E. (2018). Tide Transfer. RFC 9999. IETF.",
        {"type": "standard", "number": "RFC 9999"},
    ),
    ("a title between single guillemets", "Karl Roth, ‹Das Meer› Bd. II, Zürich 1960, S. 3.", {"title": "Das Meer"}),
    (
        "two towns",
        "Roe, John. Tides of Oil. Grand Rapids/Michigan: Wick, 1988.",
        {"publisher-place": "Grand Rapids/Michigan"},
    ),
    (
        "a journal that is cut short, without a title",
        "Roe, P.B. & Doe, R.W. Phys. Rev. B 6, 4370 (1972).",
        {"container-title": "Phys. Rev. B", "volume": "6", "page": "4370", "title": ""},
    ),
    (
        "times of day are no volume and no page",
        'Roe, Jane (4 May 2012, 14:35). "Harbour". Tide Site. Retrieved 5 May 2012, 12:20 UTC.',
        {"volume": "", "page": "", "title": "Harbour", "type": "webpage"},
    ),
    (
        "a judgment is numbered by its court",
        "Roe v Moss [2015] UKSC 99",
        {"number": "99", "page": "", "container-title": "UKSC"},
    ),
    (
        "a link on the parties of a case",
        "[Roe v. Tide Inc.](https://tides.example/a), 410 U.S. 113 (1973)",
        {"title": "Roe v. Tide Inc.", "URL": "https://tides.example/a", "page": "113", "type": "legal_case"},
    ),
    (
        "the comma of a title set in italics with it, before a law review",
        "Ann Roe, *Norms of Tides,* 116 Harb. L. Rev. 1143, 1161 (2016)",
        {"volume": "116", "container-title": "Harb. L. Rev.", "page": "1143", "locator": "1161"},
    ),
    (
        "an author whom no word calls an editor",
        "Roe, D., *Lampade (e olio) sul molo*, Da Silva, Torino-Firenze 1954.",
        {"author": "Roe", "editor": ""},
    ),
    (
        "a known town that ends a title with a house",
        "Roe, Ann. 1999. A Dictionary of Lamps. Amsterdam - Atlanta: Wick.",
        {"title": "A Dictionary of Lamps", "publisher-place": "Amsterdam - Atlanta", "publisher": "Wick"},
    ),
    (
        "a letter in a book of letters",
        "Brief Ann Orms an Ludwig Roe vom 15. Februar 1821, in: Briefe an Ludwig Roe, Breslau 1864, S. 228–230",
        {"title": "Brief Ann Orms an Ludwig Roe vom 15. Februar 1821", "type": "chapter", "page": "228–230"},
    ),
    (
        "the word before the name of an entry",
        "Frank Roe, Artikel „Moos, Karl von“, in: Neue deutsche Biographie, Bd. 27, Berlin 2020, S. 464–468",
        {"author": "Roe", "title": "Moos, Karl von", "type": "entry-encyclopedia"},
    ),
    (
        "the word before a source",
        "Quelle: Roth, Karl: Das Meer. Zürich: Wick, 1960.",
        {"author": "Roth", "title": "Das Meer"},
    ),
    (
        "the original in brackets of its own",
        "Ann Roe, *The Lamp* (New York: Tide Press, (1956) 2000), 275.",
        {"issued": "2000", "original-date": "1956"},
    ),
    (
        "the only page of a piece is where it stands",
        "Ann Roe, “The Lamps & Me,” The Nation (Nov. 4, 1996), 10.",
        {"page": "10", "locator": ""},
    ),
    (
        "volume and page behind an imprint",
        "Ann Roe, *Abecedario*, ed. Emile Orme (Paris: Phare, 1853), 3:277–80.",
        {"volume": "3", "locator": "277–80"},
    ),
    (
        "a working paper is counted by an office",
        "Roe, A., & Moss, P. (2017). Tides through Linkages. WTO Working Paper No. 623.",
        {"type": "report", "number": "623", "issue": ""},
    ),
    (
        "a work in collected works",
        "Roth, S. (1915/2012). *Lo oscuro*. En Obras Completas, Tomo XIV. Buenos Aires: Faro.",
        {"type": "chapter", "container-title": "Obras Completas", "volume": "XIV", "original-date": "1915"},
    ),
    (
        "issues of OpenEdition",
        "Ann Roe, « Penser la mer », *Appareil* [En ligne], 26 | 2023, consulté le 15 mars 2025. URL : "
        "http://journals.openedition.org/appareil/6979",
        {"type": "article-journal", "issue": "26", "issued": "2023"},
    ),
    (
        "a town with its state",
        "Roe, Ann. “Eusebius”, *The First Tides*, 33-64. (Macon, Georgia: Mercer University Press, 1986.)",
        {"publisher-place": "Macon, Georgia", "publisher": "Mercer University Press"},
    ),
    (
        "a link on a DOI that leads to the same",
        "Roe, G. (2020). Degrowth. *Tides*, *169*, 106486. [https://doi.org/10.1016/a.2](https://doi.org/10.1016/a.2)",
        {"DOI": "10.1016/a.2", "URL": ""},
    ),
    (
        "a register of an archive is no patent",
        "Ann Roe, “Lamps,” 18 August 1762, AN, MC/ET/LXXVI/384.",
        {"type": "document"},
    ),
    (
        "of two containers the first is the title",
        "Roth, E. L./ Moos, R. M. (1993): Die Theorie der Ebbe und ihre Bedeutung, in: Zeitschrift für Pädagogik, "
        "Band 39, Nr. 2, S. 223–238.",
        {"title": "Die Theorie der Ebbe und ihre Bedeutung", "container-title": "Zeitschrift für Pädagogik"},
    ),
    (
        "a year beside that of the original",
        'Roe, H. von (1973/2003). "On Making Tides." In Understanding Tides. New York: Wick, 211–227.',
        {"issued": "2003", "original-date": "1973"},
    ),
    ("signs that open a title", "Roe, Ana. ¡Mira el faro! Kalandraka, 2007.", {"title": "¡Mira el faro!"}),
]


_DATES = {"issued": "issued", "original-date": "original-date", "day": "issued"}
"""The date that is asked for under a name: "day" is all of that of issue, the others are years."""


@pytest.mark.parametrize(("string", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_habit(string: str, expected: dict[str, str]) -> None:
    [piece] = _PARSER.pieces(string)
    assert isinstance(piece, Reference)
    entry = piece.entry
    given = {}
    for variable in expected:
        date = entry.date(_DATES[variable]) if variable in _DATES else None
        if variable == "day" and isinstance(date, Date):
            given[variable] = "-".join(f"{part:02}" for part in date.parts[0])
        elif variable == "type":
            given[variable] = entry.type
        elif isinstance(date, Date):
            given[variable] = str(date.year)
        elif variable in ("author", "editor"):
            given[variable] = " ".join(name.family for name in entry.names(variable))
        else:
            given[variable] = entry.string(variable)
    assert given == expected
