"""What the labeller tears apart is put right: each row is what it said, and what it should have."""

from __future__ import annotations

import pytest

from anora_bib.parser.labelled import Labelled, LabelledSpan, dump, load
from anora_bib.parser.learned.settling import settle
from anora_bib.parser.learned.spans import LabelledPart
from anora_bib.parser.text.marks import title_marks

ROWS = [
    (
        "a quoted run is one title",
        "<author>Jane Roe</author>, “<title>The Lamp</title> and <container>the Door</container>,” 2001.",
        "<author>Jane Roe</author>, “<title>The Lamp and the Door</title>,” 2001.",
    ),
    (
        "so is one in italics, and what stands behind it keeps its label",
        "<author>Roe</author>, *<container>Lamps</container>, <place>Oil</place>, <container>Doors</container>* "
        "(<place>Leiden</place>).",
        "<author>Roe</author>, *<title>Lamps, Oil, Doors</title>* (<place>Leiden</place>).",
    ),
    (
        "a subtitle behind a colon",
        "<author>Roe</author>, <title>The Lamp</title>: <container>A History</container>, <date>2001</date>.",
        "<author>Roe</author>, <title>The Lamp: A History</title>, <date>2001</date>.",
    ),
    (
        "a title of two parts whose first was taken for a name",
        "<author>Jane Roe, Royal Lamps</author>: <title>A History</title> (<date>2001</date>).",
        "<author>Jane Roe</author>, <title>Royal Lamps: A History</title> (<date>2001</date>).",
    ),
    (
        "names that end in initials before a colon are names",
        "<author>Roe, J., Doe, K.</author>: <title>The Lamp</title> (<date>2001</date>).",
        "<author>Roe, J., Doe, K.</author>: <title>The Lamp</title> (<date>2001</date>).",
    ),
    (
        "where nothing is a title, the container is",
        "<author>Roe, J.</author> <container>The Lamp</container>. <date>2001</date>.",
        "<author>Roe, J.</author> <title>The Lamp</title>. <date>2001</date>.",
    ),
    (
        "the date in brackets behind a title is that of the original",
        "<author>Roe</author>, “<title>Oil</title>” (<date>1955</date>), in "
        "<container>Lamps</container>, <date>1960</date>.",
        "<author>Roe</author>, “<title>Oil</title>” (<original-date>1955</original-date>), in "
        "<container>Lamps</container>, <date>1960</date>.",
    ),
    (
        "the year between stops behind a title is that of the original",
        "<author>Roe</author>. <title>Lamps</title>. <date>1955</date>. "
        "<publisher>Tide Press</publisher>, <date>1990</date>.",
        "<author>Roe</author>. <title>Lamps</title>. <original-date>1955</original-date>. "
        "<publisher>Tide Press</publisher>, <date>1990</date>.",
    ),
    (
        "a number too short for a year, behind all else, is a page",
        "<author>Roe</author>, “<title>Oil</title>,” in *<container>Lamps</container>*, <date>7</date>.",
        "<author>Roe</author>, “<title>Oil</title>,” in *<container>Lamps</container>*, <pages>7</pages>.",
    ),
    (
        "the number in brackets between a volume and pages is the issue, even where it could be a year",
        "<author>Roe, J.</author> (<date>2009</date>). <title>Oil</title>. <container>Lamps</container>, "
        "<volume>364</volume>(<date>1535</date>), <pages>49–57</pages>.",
        "<author>Roe, J.</author> (<date>2009</date>). <title>Oil</title>. <container>Lamps</container>, "
        "<volume>364</volume>(<issue>1535</issue>), <pages>49–57</pages>.",
    ),
    (
        "where it is the only date it stays one",
        "<author>Roe, J.</author> <title>Oil</title>. <container>Lamps</container> <volume>12</volume> "
        "(<date>1935</date>), <pages>49–57</pages>.",
        "<author>Roe, J.</author> <title>Oil</title>. <container>Lamps</container> <volume>12</volume> "
        "(<date>1935</date>), <pages>49–57</pages>.",
    ),
    (
        "where nobody published a book, the last words of its title before the year did",
        "<author>Roe, Jane</author>. <title>Lamps of the North. Tide Press,</title> <date>2010</date>.",
        "<author>Roe, Jane</author>. <title>Lamps of the North</title>. <publisher>Tide Press</publisher>, "
        "<date>2010</date>.",
    ),
    (
        "a place before a colon is no part of the house",
        "<author>Roe, Jane</author>. <title>Lamps</title>. <publisher>North Hull: Tide Press</publisher>, "
        "<date>2010</date>.",
        "<author>Roe, Jane</author>. <title>Lamps</title>. <place>North Hull</place>: "
        "<publisher>Tide Press</publisher>, <date>2010</date>.",
    ),
    (
        "a subtitle is longer than a house",
        "<author>Roe, Jane</author>. <title>Lamps. A History of Light</title>, <date>2010</date>.",
        "<author>Roe, Jane</author>. <title>Lamps. A History of Light</title>, <date>2010</date>.",
    ),
    (
        "the abbreviated journal before year and volume of Vancouver style is no part of the title",
        "<author>Roe J</author>. <title>Oil in the dark. J Lamp Res</title>. <date>2001</date>;12:33-9.",
        "<author>Roe J</author>. <title>Oil in the dark.</title> <container>J Lamp Res</container>. "
        "<date>2001</date>;12:33-9.",
    ),
    (
        "a sentence before such a year is a title",
        "<author>Roe J</author>. <title>Oil. Lamps in the dark</title>. <date>2001</date>;12:33-9.",
        "<author>Roe J</author>. <title>Oil. Lamps in the dark</title>. <date>2001</date>;12:33-9.",
    ),
    (
        "names end where italics begin",
        "<author>Jane Roe, *Harbour Lamps</author>*. <publisher>Tide Press</publisher>, <date>2010</date>.",
        "<author>Jane Roe</author>, *<title>Harbour Lamps</title>*. <publisher>Tide Press</publisher>, "
        "<date>2010</date>.",
    ),
    (
        "the abbreviation of a country begins a title",
        "<author>Jane Roe, U.S.</author> <title>Lamps Go Dark</title>, <container>TIDE POST</container>",
        "<author>Jane Roe</author>, <title>U.S. Lamps Go Dark</title>, <container>TIDE POST</container>",
    ),
    (
        "a body in capitals goes on to the italics of the title",
        "<author>BOARD OF LAMPS</author>, <title>GAS AND TIDES. *Harbour Light</title>*. <place>Hull</place>",
        "<author>BOARD OF LAMPS, GAS AND TIDES</author>. *<title>Harbour Light</title>*. <place>Hull</place>",
    ),
    (
        "a bracket of a name is closed",
        "<author>Roe</author>, “<title>Dark</title>,” <container>Z (formerly Lamps</container>), <date>2010</date>",
        "<author>Roe</author>, “<title>Dark</title>,” <container>Z (formerly Lamps)</container>, <date>2010</date>",
    ),
    (
        "several words in brackets behind a house are its series",
        "<title>Lamps</title>. <publisher>Tide Press (Studies of the Shore</publisher>), <date>2010</date>.",
        "<title>Lamps</title>. <publisher>Tide Press</publisher> (<collection>Studies of the Shore</collection>), "
        "<date>2010</date>.",
    ),
    (
        "a number behind the outlet of a day is a page",
        "<author>Roe, J.</author> (<date>2019, 3. Mai</date>). <title>Lampen</title>. "
        "<container>Hafenbote</container>, <volume>7</volume>.",
        "<author>Roe, J.</author> (<date>2019, 3. Mai</date>). <title>Lampen</title>. "
        "<container>Hafenbote</container>, <pages>7</pages>.",
    ),
    (
        "behind the outlet of a year it is a volume",
        "<author>Roe, J.</author> (<date>2019</date>). <title>Lampen</title>. "
        "<container>Hafenbote</container>, <volume>7</volume>.",
        "<author>Roe, J.</author> (<date>2019</date>). <title>Lampen</title>. "
        "<container>Hafenbote</container>, <volume>7</volume>.",
    ),
    (
        "a date behind a word for it is that of the original",
        "<title>Lampen</title>. <place>Hull</place>: <publisher>Wick</publisher> <date>1967</date> "
        "(orig. <date>1961</date>).",
        "<title>Lampen</title>. <place>Hull</place>: <publisher>Wick</publisher> <date>1967</date> "
        "(orig. <original-date>1961</original-date>).",
    ),
    (
        "what runs on with in is the title of a book",
        "<author>Jane Roe</author>, <title>Oil and Gas</title> in <container>Harbour Law</container> "
        "(<place>Hull</place>: <publisher>Wick</publisher>, <date>1967</date>).",
        "<author>Jane Roe</author>, <title>Oil and Gas in Harbour Law</title> "
        "(<place>Hull</place>: <publisher>Wick</publisher>, <date>1967</date>).",
    ),
    (
        "the J. of a journal is no name",
        "<author>P. D. Roe, G. Doe, J.</author> <container>Lamp Soc.</container> <date>1994</date>, "
        "<volume>116</volume>, <pages>22-32</pages>",
        "<author>P. D. Roe, G. Doe</author>, <container>J. Lamp Soc.</container> <date>1994</date>, "
        "<volume>116</volume>, <pages>22-32</pages>",
    ),
    (
        "authors behind in are editors",
        "<author>E. Roe</author>, <title>Lampade</title>, in <author>C. Doe, G. Orme</author>, "
        "*<container>Il porto</container>*, <date>2012</date>",
        "<author>E. Roe</author>, <title>Lampade</title>, in <editor>C. Doe, G. Orme</editor>, "
        "*<container>Il porto</container>*, <date>2012</date>",
    ),
    (
        "a Roman number behind all is a page",
        "<author>Roe</author>, <title>Lampes</title> (<place>Paris</place>: <publisher>Phare</publisher>, "
        "<date>1757</date>), xvi.",
        "<author>Roe</author>, <title>Lampes</title> (<place>Paris</place>: <publisher>Phare</publisher>, "
        "<date>1757</date>), <locator>xvi</locator>.",
    ),
    (
        "what a title is in holds it",
        "<author>Ada Orme</author>, <title>The Lamps of Others, in Harbour Tides</title> "
        "(<publisher>Wick Press</publisher>, <date>2007</date>)",
        "<author>Ada Orme</author>, <title>The Lamps of Others</title>, in <container>Harbour Tides</container> "
        "(<publisher>Wick Press</publisher>, <date>2007</date>)",
    ),
    (
        "behind In and a colon stands what holds the title",
        "<author>Orme, Ada</author>. <title>Le port In</title> : <container>Les marées</container>. "
        "<place>Rennes</place> : <publisher>Phare</publisher>, <date>2004</date>.",
        "<author>Orme, Ada</author>. <title>Le port</title> In : <container>Les marées</container>. "
        "<place>Rennes</place> : <publisher>Phare</publisher>, <date>2004</date>.",
    ),
    (
        "behind a stop and In stands what holds the title, with the number of its volume",
        "<author>Orme, A.</author> (<date>2012</date>). <title>Puerto</title>. <publisher>En Obras de mar, "
        "Tomo XIV</publisher>. "
        "<place>Lima</place>: <publisher>Faro</publisher>.",
        "<author>Orme, A.</author> (<date>2012</date>). <title>Puerto</title>. En <container>Obras de "
        "mar</container>, Tomo "
        "<volume>XIV</volume>. <place>Lima</place>: <publisher>Faro</publisher>.",
    ),
    (
        "so it does in Poland",
        "<author>Orme, A.</author> <date>2004</date>. <title>Port i lampy. W: *Morze i ląd</title>*, s. "
        "<pages>5–36</pages>.",
        "<author>Orme, A.</author> <date>2004</date>. <title>Port i lampy.</title> W: *<container>Morze i "
        "ląd</container>*, s. "
        "<pages>5–36</pages>.",
    ),
    (
        "a marked run behind a sentence is the journal, where a volume is",
        "<author>ORME, A.</author> <title>Light of lamps. **Tides</title>**, v. <volume>10</volume>, p. "
        "<pages>6–16</pages>.",
        "<author>ORME, A.</author> <title>Light of lamps.</title> **<container>Tides</container>**, v. "
        "<volume>10</volume>, "
        "p. <pages>6–16</pages>.",
    ),
    (
        "the word behind the initials of the last name begins the journal",
        "<author>Orme, G. Ann</author>. <container>Tid.</container> <volume>25</volume>, "
        "<pages>37–44</pages> (<date>1908</date>).",
        "<author>Orme, G.</author> <container>Ann. Tid.</container> <volume>25</volume>, "
        "<pages>37–44</pages> (<date>1908</date>).",
    ),
    (
        "a second title behind editors holds the first",
        "<author>Orme, A.</author> <date>1994</date>. <title>Lamps</title>, in <editor>V. Roe</editor> (ed.). "
        "<title>Tides and Ports</title>. <place>Hull</place>: <publisher>Tide Press</publisher>.",
        "<author>Orme, A.</author> <date>1994</date>. <title>Lamps</title>, in <editor>V. Roe</editor> (ed.). "
        "<container>Tides and Ports</container>. <place>Hull</place>: <publisher>Tide Press</publisher>.",
    ),
    (
        "words before the comma of an abbreviated journal go on the title",
        "<author>A. Roe</author>, <title>Transitions in the</title> <container>tide model, Phys. Tid.</container> "
        "<volume>11</volume>, <pages>135</pages> (<date>2013</date>).",
        "<author>A. Roe</author>, <title>Transitions in the tide model</title>, <container>Phys. Tid.</container> "
        "<volume>11</volume>, <pages>135</pages> (<date>2013</date>).",
    ),
    (
        "where all is a container, what stands behind its last stop is one",
        "<author>Roe, A.</author> (<date>2019</date>). <container>oilMaid: Your Help for Lamps in R. Journal "
        "of Tides</container>, "
        "<volume>90</volume>(<issue>6</issue>).",
        "<author>Roe, A.</author> (<date>2019</date>). <title>oilMaid: Your Help for Lamps in R.</title> "
        "<container>Journal of Tides</container>, <volume>90</volume>(<issue>6</issue>).",
    ),
    (
        "a paper that brings itself out",
        "<author>Roe, Ann</author>. “<title>Oil</title>.” <container>The Tide Post, The Tide "
        "Post</container>, <date>4 May 2001</date>.",
        "<author>Roe, Ann</author>. “<title>Oil</title>.” <container>The Tide Post</container>, "
        "<publisher>The Tide Post</publisher>, <date>4 May 2001</date>.",
    ),
    (
        "a place before the colon of a house",
        "<author>Roe</author>, *<title>Oil Law</title>* (Hull: <publisher>Tide Press</publisher>, <date>1961</date>).",
        "<author>Roe</author>, *<title>Oil Law</title>* (<place>Hull</place>: <publisher>Tide "
        "Press</publisher>, <date>1961</date>).",
    ),
    (
        "a known place with a house behind it",
        "<author>A. ROE</author>, <title>Le droit</title>, <place>Bruxelles, Phare</place>, <date>1997</date>",
        "<author>A. ROE</author>, <title>Le droit</title>, <place>Bruxelles</place>, "
        "<publisher>Phare</publisher>, <date>1997</date>",
    ),
    (
        "two places",
        "<author>A. Roe</author>, <title>Il porto</title>, <place>Milano, Napoli</place>, <date>1997</date>",
        "<author>A. Roe</author>, <title>Il porto</title>, <place>Milano, Napoli</place>, <date>1997</date>",
    ),
    (
        "a series with its number before the brackets of the house",
        "<author>A. Roe</author>, <title>Oil</title>, <container>Lamps of the North</container> <volume>40</volume> "
        "(<place>Hull</place>: <publisher>Tide Press</publisher>, <date>1989</date>)",
        "<author>A. Roe</author>, <title>Oil</title>, <collection>Lamps of the North</collection> <volume>40</volume> "
        "(<place>Hull</place>: <publisher>Tide Press</publisher>, <date>1989</date>)",
    ),
    (
        "a series in brackets behind the year",
        "<author>A. Roe</author>, <title>Die Lampe</title>, <place>Husum</place> <date>1962</date> "
        "(<publisher>Kleine Bücher</publisher>)",
        "<author>A. Roe</author>, <title>Die Lampe</title>, <place>Husum</place> <date>1962</date> "
        "(<collection>Kleine Bücher</collection>)",
    ),
    (
        "a volume before the year in brackets, and the page behind it",
        "<author>A. Roe</author>, “<title>Oil</title>”, <container>Phys. Tid. D</container> <pages>103</pages> "
        "(<date>2021) 083514</date>",
        "<author>A. Roe</author>, “<title>Oil</title>”, <container>Phys. Tid. D</container> <volume>103</volume> "
        "(<date>2021) </date><pages>083514</pages>",
    ),
    (
        "the pages of the essay that cites it are none of the work",
        "<author>Ann Roe</author>. <title>Oil</title>. In <container>TIDES</container>, <date>2022</date>. "
        "<volume>2</volume>, "
        "<pages>4, 6</pages>",
        "<author>Ann Roe</author>. <title>Oil</title>. In <container>TIDES</container>, <date>2022</date>. 2, 4, 6",
    ),
    (
        "of two pages glued to a journal the first are volumes",
        "<author>A. Roe</author>, <container>J. Tides</container><pages>12-13</pages>, <pages>4c</pages> "
        "(<date>1991</date>).",
        "<author>A. Roe</author>, <container>J. Tides</container><volume>12-13</volume>, <pages>4c</pages> "
        "(<date>1991</date>).",
    ),
    (
        "a title and its subtitle in italics each",
        "<author>Ann Roe</author>. *<title>Lamps</title>*. *<title>A History</title>*. <place>Hull</place>.",
        "<author>Ann Roe</author>. *<title>Lamps*. *A History</title>*. <place>Hull</place>.",
    ),
    (
        "the body named again behind its work brought it out",
        "<author>Wick Tide Office</author>. <title>Lamps. Wick Tide Office</title>, <date>1991</date>.",
        "<author>Wick Tide Office</author>. <title>Lamps. </title><publisher>Wick Tide Office</publisher>, "
        "<date>1991</date>.",
    ),
    (
        "letters in brackets are of the body before them",
        "<author>Wick Tide Office</author> (<authority>WTO</authority>). <title>Lamps</title>. <date>1991</date>.",
        "<author>Wick Tide Office (WTO)</author>. <title>Lamps</title>. <date>1991</date>.",
    ),
    (
        "given names behind a semicolon are no title",
        "<author>Orme, Hans; Roe, Frank</author> : <title>Öl</title>. <date>2010</date>.",
        "<author>Orme, Hans; Roe, Frank</author> : <title>Öl</title>. <date>2010</date>.",
    ),
]


@pytest.mark.parametrize(("reason", "said", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_parts_are_settled(reason: str, said: str, expected: str) -> None:
    [before] = load(f"book\t{said}")
    parts = [LabelledPart(span.start, span.end, span.label, 0.9) for span in before.spans]
    settled = settle(parts, before.text, title_marks(before.text))
    after = Labelled(before.text, tuple(LabelledSpan(part.start, part.end, part.label) for part in settled), "book")
    assert dump([after]) == f"book\t{expected}\n"


def test_of_two_parts_the_likelier_counts() -> None:
    [reference] = load("book\tRoe 11, nos. <pages>3-4</pages> (2009): <pages>33-39</pages>.")
    unsure, sure = reference.spans
    parts = [
        LabelledPart(unsure.start, unsure.end, unsure.label, 0.47),
        LabelledPart(sure.start, sure.end, sure.label, 0.99),
    ]
    assert [part.start for part in settle(parts, reference.text, ())] == [sure.start]
