"""Files of EndNote, PubMed, Web of Science and library catalogues."""

from __future__ import annotations

import pytest

from anora_bib.errors import InputError
from anora_bib.formats.base import Loader
from anora_bib.formats.tagged.enw import Enw
from anora_bib.formats.tagged.nbib import Nbib
from anora_bib.formats.tagged.wos import WebOfScience
from anora_bib.formats.xml.endnote import EndNoteXml
from anora_bib.formats.xml.mods import Mods
from anora_bib.inputs.sniffing import sniff

FORMATS: tuple[Loader, ...] = (Enw(), Nbib(), WebOfScience(), EndNoteXml(), Mods())

ENW = """\
%0 Journal Article
%A Berg, Heather
%A Film Council,
%T Working for love
%J Feminist Studies
%V 40
%N 3
%P 693-721
%D 2014
%8 May 3
%@ 0046-3663
%R doi:10.15767/feministstudies.2014.40.3.693
%F berg2014
%K sex work
%K labour

%0 Book Section
%A Mac, Juno
%E Roe, Kim
%T Borders
%B Revolting Prostitutes
%I Verso
%C London
%D 2018
%N 4
%& 7
%9 Essay
%F mac2018
%0 Film or Broadcast
%A Baker, Sean
%T Anora
%D 2024
%F baker2024
"""

NBIB = """\
PMID- 30267000
OWN - NLM
IS  - 1476-4687 (Electronic)
IS  - 0028-0836 (Linking)
VI  - 561
IP  - 7724
DP  - 2018 Sep 28
TI  - Sex work and the law in
      many countries.
PG  - 30-33
LID - 10.1000/s41586-018 [doi]
LID - e30 [pii]
FAU - Platt, Lucy
AU  - Platt L
CN  - Lancet Group
LA  - eng
TA  - Nature
JT  - Nature (London)
OT  - policing

PMID- 12
BTI - The Handbook
AU  - Grenfell P
DP  - 2011
"""

WOS = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Berg, H
   Roe, K
AF Berg, Heather
   Roe, Kim
TI Working for love, loving for
   work
SO FEMINIST STUDIES
SN 0046-3663
EI 2153-3873
BP 693
EP 721
PD MAY-JUN
PY 2014
VL 40
IS 3
DE sex work; labour
CR Fisher M, 2009, CAPITALIST REALISM
   Grant M, 2014, PLAYING THE WHORE
DI 10.15767/x
UT WOS:000345
ER

PT S
AU Mac, J
TI Borders
SO REVOLTING
DT Proceedings Paper
PY 2018
ER

EF
"""

ENDNOTE = """\
<?xml version="1.0" encoding="UTF-16" ?><xml><records><record><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Berg, Heather</style></author></authors></contributors>
<titles><title><style face="normal">Working for </style><style face="italic">love</style></title>
<secondary-title>Feminist Studies</secondary-title></titles>
<periodical><full-title>Feminist Studies</full-title><abbr-1>Fem. Stud.</abbr-1></periodical>
<pages>693-721</pages><volume>40</volume><number>3</number>
<dates><year>2014</year><pub-dates><date>May 3</date></pub-dates></dates><isbn>0046-3663</isbn>
<urls><related-urls><url>https://x.example/a?b=1&amp;c=2</url></related-urls></urls></record>
<record><ref-type name="Edited Book">28</ref-type>
<contributors><tertiary-authors><author>Roe, Kim</author></tertiary-authors></contributors>
<titles><title>Whole</title></titles><num-vols>2</num-vols><custom8>Shelf 2</custom8><rec-number>7</rec-number>
</record></records></xml>
"""

MODS = """\
<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="berg"><titleInfo><nonSort>The</nonSort>
<title>Work</title><subTitle>Of love</subTitle></titleInfo>
<name type="personal"><namePart type="family">Berg</namePart><namePart type="given">Heather</namePart>
<role><roleTerm authority="marcrelator" type="code">aut</roleTerm></role></name>
<name type="corporate"><namePart>Film Council</namePart><role><roleTerm type="text">editor</roleTerm></role></name>
<relatedItem type="host"><titleInfo><title>Feminist Studies</title></titleInfo>
<identifier type="issn">0046-3663</identifier><part><detail type="volume"><number>40</number></detail>
<detail type="issue"><number>3</number></detail><extent unit="page"><start>693</start><end>721</end></extent>
<date>2014</date></part></relatedItem><language><languageTerm type="code">ger</languageTerm></language>
<identifier type="doi">10.15767/x</identifier></mods>
<mods><titleInfo><title>L'</title><subTitle>A</subTitle><subTitle>B</subTitle><partNumber>2</partNumber></titleInfo>
<relatedItem type="original"><titleInfo><title>Die</title></titleInfo></relatedItem>
<originInfo><place><placeTerm type="text">London</placeTerm></place>
<publisher>Verso</publisher><dateIssued>2018</dateIssued><edition>2</edition></originInfo>
<genre>book</genre><classification>PJ3</classification><subject><topic>labour</topic></subject></mods></modsCollection>
"""

READ: list[tuple[Loader, str, list[dict[str, str]]]] = [
    (Enw(), ENW, [
        {"type": "article-journal", "key": "berg2014", "author": "Berg, Heather; Film Council",
         "title": "Working for love", "container-title": "Feminist Studies", "volume": "40", "issue": "3",
         "page": "693-721", "issued": "2014-05-03", "ISSN": "0046-3663", "keyword": "sex work, labour",
         "DOI": "10.15767/feministstudies.2014.40.3.693"},
        {"type": "chapter", "key": "mac2018", "author": "Mac, Juno", "editor": "Roe, Kim", "title": "Borders",
         "container-title": "Revolting Prostitutes", "publisher": "Verso", "publisher-place": "London",
         "issued": "2018", "number": "4", "chapter-number": "7", "genre": "Essay"},
        {"type": "motion_picture", "key": "baker2024", "director": "Baker, Sean", "title": "Anora", "issued": "2024"}]),
    (Nbib(), NBIB, [
        {"type": "article-journal", "key": "", "PMID": "30267000", "ISSN": "1476-4687, 0028-0836", "volume": "561",
         "issue": "7724", "issued": "2018-09-28", "title": "Sex work and the law in many countries", "page": "30-33",
         "DOI": "10.1000/s41586-018", "pii": "e30", "author": "Platt, Lucy; Lancet Group", "language": "en",
         "container-title-short": "Nature", "container-title": "Nature (London)",
         "keyword": "policing", "own": "NLM"},
        {"type": "book", "key": "", "PMID": "12", "title": "The Handbook", "author": "Grenfell, P.",
         "issued": "2011"}]),
    (WebOfScience(), WOS, [
        {"type": "article-journal", "key": "", "author": "Berg, Heather; Roe, Kim",
         "title": "Working for love, loving for work", "container-title": "FEMINIST STUDIES",
         "ISSN": "0046-3663, 2153-3873", "page": "693-721", "issued": "2014-05/2014-06", "volume": "40", "issue": "3",
         "keyword": "sex work, labour", "DOI": "10.15767/x", "archive_location": "WOS:000345",
         "cr": "Fisher M, 2009, CAPITALIST REALISM; Grant M, 2014, PLAYING THE WHORE"},
        {"type": "paper-conference", "key": "", "author": "Mac, J", "title": "Borders",
         "container-title": "REVOLTING", "genre": "Proceedings Paper", "issued": "2018"}]),
    (EndNoteXml(), ENDNOTE, [
        {"type": "article-journal", "key": "", "author": "Berg, Heather", "title": "Working for <i>love</i>",
         "container-title": "Feminist Studies", "container-title-short": "Fem. Stud.", "page": "693-721",
         "volume": "40", "issue": "3", "issued": "2014-05-03", "ISSN": "0046-3663",
         "URL": "https://x.example/a?b=1&c=2"},
        {"type": "book", "key": "", "editor": "Roe, Kim", "title": "Whole", "number-of-volumes": "2",
         "custom8": "Shelf 2"}]),
    (Mods(), MODS, [
        {"type": "article-journal", "key": "berg", "title": "The Work: Of love", "author": "Berg, Heather",
         "editor": "Film Council", "container-title": "Feminist Studies", "ISSN": "0046-3663", "volume": "40",
         "issue": "3", "page": "693-721", "issued": "2014", "language": "de", "DOI": "10.15767/x"},
        {"type": "book", "key": "", "title": "L': A. B. 2", "publisher-place": "London", "publisher": "Verso",
         "issued": "2018", "edition": "2", "keyword": "labour", "original-title": "Die", "classification": "PJ3"}]),
]  # fmt: skip


@pytest.mark.parametrize(("format", "text", "entries"), READ, ids=[format.name for format, *_ in READ])
def test_records(format: Loader, text: str, entries: list[dict[str, str]]) -> None:
    loaded = format.load(text, "refs")
    read = [
        {"type": entry.type, "key": entry.key, **{name: entry.string(name) for name in entry.fields}}
        for entry in loaded.entries
    ]
    assert read == entries
    assert not loaded.diagnostics
    assert sniff(text.encode()) == format.name, "and the text shows what it is"


@pytest.mark.parametrize("format", FORMATS, ids=lambda it: it.name)
def test_a_file_of_something_else_is_refused(format: Loader) -> None:
    with pytest.raises(InputError):
        format.load("Dear diary,\n", "refs")


@pytest.mark.parametrize("format", [EndNoteXml(), Mods()], ids=lambda it: it.name)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mods><note>&b;</note></mods>', "declares entities"),
        ("<xml><records><record>", "is not XML"),
        ("<a>" * 5000 + "</a>" * 5000, "is nested too deeply"),
        ("<xml><records></records></xml>", "holds no record"),
    ],
)
def test_hostile_or_broken_xml_is_refused(format: Loader, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        format.load(text, "refs.xml")


PARTS = [
    # records that nothing begins: blank lines part them
    (Enw(), "%T Corn\n%A Newman, W. H.\n%J Plains\n\n%T Rye\n%A Oates, Ann\n%B Grain\n\n%T Oats\n%I Mill\n", [
        {"type": "article-journal", "title": "Corn", "author": "Newman, W. H.", "container-title": "Plains"},
        {"type": "chapter", "title": "Rye", "author": "Oates, Ann", "container-title": "Grain"},
        {"type": "book", "title": "Oats", "publisher": "Mill"}]),
    (Nbib(), "OWN - ERIC\nTI  - Tests.\nAU  - Roe, Kim B.\nJT  - Schools\nISSN - EISSN-2375-5636\nOID - EJ1\n\n"
             "OWN - ERIC\nTI  - Findings\nAU  - Poe, Lee\nJT  - Board\nISBN- ISBN-978-3-16-148410-0\nOID - ED2\n",
     [{"type": "article-journal", "title": "Tests", "author": "Roe, Kim B.", "container-title": "Schools",
       "ISSN": "2375-5636"},
      {"type": "report", "title": "Findings", "author": "Poe, Lee", "publisher": "Board",
       "ISBN": "978-3-16-148410-0"}]),
    # PubMed
    (Nbib(), "PMID- 1\nTI  - Trial\nLID - 1042 [pii]\nAID - doi:10.1000/x", [
        {"type": "article-journal", "title": "Trial", "PMID": "1", "page": "1042", "DOI": "10.1000/x"}]),
    (Nbib(), "PMID- 1\nTI  - Trial\nPG  - 98-101\nPT  - Preprint\nLID - S10(22)3-9 [pii]", [
        {"type": "article", "title": "Trial", "PMID": "1", "page": "98-101", "pii": "S10(22)3-9"}]),
    # EndNote's numbers that are no DOI, and pages as catalogues count them
    (Enw(), "%0 Book\n%T Whole\n%R URN:NBN:no-7\n%P 173 s.", [
        {"type": "book", "title": "Whole", "resource-number": "URN:NBN:no-7", "number-of-pages": "173"}]),
    # Web of Science: patents, books, addresses of mail
    (WebOfScience(), "PT P\nAU ROE AB\n   POE C\nTI Lamp\nPN US 07967789-A\nER\n", [
        {"type": "patent", "title": "Lamp", "author": "ROE, AB; POE, C", "number": "US 07967789-A"}]),
    (WebOfScience(), "PT B\nAU Roe, Kim (roe@x.example)\nTI Lamps at night\nSO LAMPS AT NIGHT\nPS 221-230\nER\n", [
        {"type": "book", "title": "Lamps at night", "author": "Roe, Kim", "page": "221-230"}]),
    # dates of catalogues: printed and coded, with an end that is open
    (Mods(), "<mods><titleInfo><title>Dances :</title><subTitle>a list</subTitle></titleInfo><originInfo>"
             "<dateIssued>1998-]</dateIssued><dateIssued point='start' encoding='marc'>1998</dateIssued>"
             "<dateIssued point='end' encoding='marc'>9999</dateIssued></originInfo></mods>", [
        {"type": "document", "title": "Dances: a list", "issued": "1998/..", "dateIssued": "1998-]"}]),
    (Mods(), "<mods><titleInfo><title>Songs</title></titleInfo><originInfo><dateIssued>p1980</dateIssued>"
             "<dateIssued encoding='marc'>1980</dateIssued></originInfo></mods>", [
        {"type": "document", "title": "Songs", "issued": "1980", "dateIssued": "p1980"}]),
    (Mods(), "<mods><titleInfo><title>Rules</title></titleInfo><originInfo><dateIssued>-1988</dateIssued></originInfo>"
             "<physicalDescription><extent>vii, 322 p. ; 23 cm</extent></physicalDescription></mods>", [
        {"type": "document", "title": "Rules", "issued": "1988", "number-of-pages": "322",
         "dimensions": "vii, 322 p. ; 23 cm"}]),
]  # fmt: skip


@pytest.mark.parametrize(("format", "text", "entries"), PARTS)
def test_what_programs_and_catalogues_write(format: Loader, text: str, entries: list[dict[str, str]]) -> None:
    loaded = format.load(text, "refs")
    left = {"own", "oid", "pt"}
    read = [
        {"type": entry.type, **{name: entry.string(name) for name in entry.fields if name not in left}}
        for entry in loaded.entries
    ]
    assert read == entries
    assert not loaded.diagnostics


def test_a_type_without_a_record_is_told() -> None:
    loaded = Enw().load("%0 Serial\n%0 Audio\n%T Talks\n", "refs.enw")
    assert [(entry.type, entry.string("title")) for entry in loaded.entries] == [("song", "Talks")]
    assert [(found.code, found.start.line) for found in loaded.diagnostics] == [("BIB001", 1)]
