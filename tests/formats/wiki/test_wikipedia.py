"""Wikipedia's citation templates, in and out."""

from __future__ import annotations

import sys
from pathlib import Path

import mwparserfromhell
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anora_bib.assembly.workspace import Workspace
from anora_bib.errors import InputError
from anora_bib.formats.losses import unwritten
from anora_bib.formats.wiki.dates import read_date, write_date
from anora_bib.formats.wiki.markup import Text, escape, escape_address
from anora_bib.formats.wiki.templates import template_type
from anora_bib.formats.wiki.wikipedia import Wikipedia
from anora_bib.inputs.opening import Bibliography
from anora_bib.inputs.sniffing import sniff
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.values.csl import TYPES

WIKI = Wikipedia()


def read(text: str) -> Entry:
    [entry] = WIKI.load(text, "refs.wiki").entries
    return entry


def shown(entry: Entry) -> dict[str, str]:
    return {name: entry.string(name) for name in entry.fields}


TEMPLATES = [
    ("cite book", "book"), ("Cite book", "book"), ("cite_book", "book"), ("Cite  Journal", "article-journal"),
    ("cite magazine", "article-magazine"), ("cite news", "article-newspaper"), ("cite newspaper", "article-newspaper"),
    ("cite web", "webpage"), ("cite encyclopedia", "entry-encyclopedia"), ("cite dictionary", "entry-dictionary"),
    ("cite conference", "paper-conference"), ("cite thesis", "thesis"), ("cite report", "report"),
    ("cite tech report", "report"), ("cite techreport", "report"), ("cite press release", "report"),
    ("cite AV media", "motion_picture"), ("cite video", "motion_picture"), ("cite AV media notes", "song"),
    ("cite episode", "broadcast"), ("cite serial", "broadcast"), ("cite podcast", "broadcast"),
    ("cite interview", "interview"), ("cite speech", "speech"), ("cite map", "map"), ("cite sign", "graphic"),
    ("cite mailing list", "post"), ("cite newsgroup", "post"), ("cite tweet", "post"), ("cite arXiv", "article"),
    ("cite bioRxiv", "article"), ("cite medRxiv", "article"), ("cite SSRN", "article"), ("cite CiteSeerX", "article"),
    ("cite document", "document"), ("cite patent", "patent"), ("cite court", "legal_case"), ("Citation", ""),
    ("cite gizmo", "document"), ("citation needed", None), ("cite check", None), ("Infobox film", None),
    ("sfn", None), ("cite sources", None), ("excite book", None), ("reflist", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "type"), TEMPLATES)
def test_the_type_of_a_template(name: str, type: str | None) -> None:
    assert template_type(name) == type


READ = [
    # what the template says, the CSL type, the values
    ("cite book |last=Roe |first=Ann |title=Doors |edition=2nd |location=London |publisher=Verso |date=2001", "book",
     {"author": "Roe, Ann", "title": "Doors", "edition": "2", "publisher-place": "London", "publisher": "Verso",
      "issued": "2001"}),
    ("cite book |last1=Roe|first1=Ann|last2=Poe|first2=Bo|author3=Film Council|title=Doors", "book",
     {"author": "Roe, Ann; Poe, Bo; Film Council", "title": "Doors"}),
    ("cite book |surname=Roe |given=Ann |author-link=Ann Roe (writer) |author2=Poe, Bo |author2-link=Bo Poe |title=A",
     "book",
     {"author": "Roe, Ann; Poe, Bo", "author-link": "Ann Roe (writer)", "author-link2": "Bo Poe", "title": "A"}),
    ("cite book |last=King |first=Martin Luther Jr. |title=Why", "book", {"author": "King, Martin Luther, Jr.",
                                                                         "title": "Why"}),
    ("cite book |author=((Roe, Poe and Sons)) |title=Doors", "book", {"author": "Roe, Poe and Sons", "title": "Doors"}),
    ("cite book |author=[[Ann Roe|A. Roe]] |title=Doors", "book",
     {"author": "A. Roe", "author-link": "Ann Roe", "title": "Doors"}),
    ("cite book |last=Roe |first=Ann |editor-last=Poe |editor-first=Bo |editor2-last=Moe |editor2-first=Cy "
     "|chapter=Locks |title=Doors |pages=10–20", "chapter",
     {"author": "Roe, Ann", "editor": "Poe, Bo; Moe, Cy", "title": "Locks", "container-title": "Doors",
      "page": "10-20"}),
    ("cite book |last=Roe |first=Ann |contributor-last=Poe |contributor-first=Bo |contribution=Foreword |title=Doors",
     "chapter", {"author": "Poe, Bo", "container-author": "Roe, Ann", "title": "Foreword", "container-title": "Doors"}),
    ("cite book |title=Doors |translator-last=Poe |translator-first=Bo |orig-date=1928 |series=Portals", "book",
     {"title": "Doors", "translator": "Poe, Bo", "original-date": "1928", "collection-title": "Portals"}),
    ("Cite journal |vauthors=Roe AB, Poe C, ((Film Council)), et al. |title=''Doors'' |journal=Film |volume=3 |issue=4 "
     "|pages=e12 |doi=10.1000/x |doi-access=free |pmid=12 |pmc=34567", "article-journal",
     {"author": "Roe, A. B.; Poe, C.; Film Council; others", "title": "<i>Doors</i>", "container-title": "Film",
      "volume": "3", "issue": "4", "page": "e12", "DOI": "10.1000/x", "doi-access": "free", "PMID": "12",
      "PMCID": "PMC34567"}),
    ("cite journal |title=Doors |journal=Film |number=4 |issn=0378-5955", "article-journal",
     {"title": "Doors", "container-title": "Film", "issue": "4", "ISSN": "0378-5955"}),
    ("cite web |url=https://example.org/?a=1&b={{!}}2 |title=Doors {{!}} Locks |website=Film |access-date=5 May 2020 "
     "|archive-url=https://web.archive.org/a |archive-date=May 6, 2020 |url-status=dead |quote=It ends. |via=Archive "
     "|trans-title=T\u00fcren |language=de", "webpage",
     {"URL": "https://example.org/?a=1&b=|2", "title": "Doors | Locks", "container-title": "Film",
      "accessed": "2020-05-05", "archive_location": "https://web.archive.org/a", "archived": "2020-05-06",
      "url-status": "dead", "quote": "It ends.", "source": "Archive", "trans-title": "T\u00fcren", "language": "de"}),
    ("cite news |title=Doors |work=[[The Guardian]] |department=Film |agency=Reuters |at=sec. B", "article-newspaper",
     {"title": "Doors", "container-title": "The Guardian", "section": "Film", "agency": "Reuters", "at": "sec. B"}),
    ("cite encyclopedia |last=Roe |first=Ann |title=Door |encyclopedia=Britannica |editor=Bo Poe", "entry-encyclopedia",
     {"author": "Roe, Ann", "editor": "Bo Poe", "title": "Door", "container-title": "Britannica"}),
    ("cite encyclopedia |article=Door |title=Britannica", "entry-encyclopedia",
     {"title": "Door", "container-title": "Britannica"}),
    ("cite conference |title=Doors |book-title=Proceedings |conference=Days of Film", "paper-conference",
     {"title": "Doors", "container-title": "Proceedings", "event-title": "Days of Film"}),
    ("cite thesis |last=Roe |title=Doors |degree=PhD |publisher=Leeds", "thesis",
     {"author": "Roe", "title": "Doors", "genre": "PhD thesis", "publisher": "Leeds"}),
    ("cite thesis |title=Doors |type=MA thesis |institution=Leeds", "thesis",
     {"title": "Doors", "genre": "MA thesis", "publisher": "Leeds"}),
    ("cite press release |title=Doors |publisher=BFI", "report",
     {"title": "Doors", "publisher": "BFI", "genre": "Press release"}),
    ("cite AV media |people=Baker, Sean (director); Madison, Mikey (actress) |date=2024 |title=Anora "
     "|medium=Motion picture |time=10:00 |publisher=Neon", "motion_picture",
     {"director": "Baker, Sean", "performer": "Madison, Mikey", "issued": "2024", "title": "Anora",
      "medium": "Motion picture", "time": "10:00", "publisher": "Neon"}),
    ("cite AV media |people=Sean Baker and friends |title=Anora |medium=audio CD", "song",
     {"author": "Sean Baker and friends", "title": "Anora", "medium": "audio CD"}),
    ("cite episode |title=Doors |series=Locks |network=BBC |season=2 |number=5 |credits=Roe, Ann (writer)", "broadcast",
     {"title": "Doors", "container-title": "Locks", "publisher": "BBC", "season": "2", "number": "5",
      "script-writer": "Roe, Ann"}),
    ("cite podcast |host=Roe, Ann |title=Doors |website=Locks", "broadcast",
     {"host": "Roe, Ann", "title": "Doors", "container-title": "Locks", "genre": "Podcast"}),
    ("cite interview |subject=Baker, Sean |interviewer=Ann Roe |title=Doors |program=Film Hour", "interview",
     {"author": "Baker, Sean", "interviewer": "Ann Roe", "title": "Doors", "container-title": "Film Hour"}),
    ("cite map |map=Sheet 4 |title=Atlas |scale=1:50,000", "map",
     {"title": "Sheet 4", "container-title": "Atlas", "scale": "1:50,000"}),
    ("cite arXiv |eprint=2101.00001 |class=cs.CL |title=Doors", "article",
     {"eprint": "2101.00001", "eprinttype": "arxiv", "class": "cs.CL", "title": "Doors"}),
    ("cite court |litigants=Roe v. Wade |vol=410 |reporter=U.S. |opinion=113 |court=Supreme Court |date=1973",
     "legal_case",
     {"title": "Roe v. Wade", "volume": "410", "container-title": "U.S.", "page": "113", "authority": "Supreme Court",
      "issued": "1973"}),
    ("Citation |last=Roe |title=Doors |newspaper=The Times", "article-newspaper",
     {"author": "Roe", "title": "Doors", "container-title": "The Times", "mode": "cs2"}),
    ("Citation |title=Doors |publisher=Verso", "book", {"title": "Doors", "publisher": "Verso", "mode": "cs2"}),
    ("Citation |inventor-last=Roe |inventor-first=Ann |title=Door |country=US |number=123", "patent",
     {"author": "Roe, Ann", "title": "Door", "jurisdiction": "US", "number": "123", "mode": "cs2"}),
    ("cite book |title=Doors |Access_date=2020-05-05 |accessdate=2020-05-05", "book",
     {"title": "Doors", "accessed": "2020-05-05"}),
    ("cite book |title={{lang|fr|Les ''Portes''}} {{nowrap|of 1}}&nbsp;{{ndash}} <nowiki>[2]</nowiki><br />x"
     "<sup>2</sup>", "book", {"title": "Les <i>Portes</i> of 1 \u2013 [2] x<sup>2</sup>"}),
    ("cite book |title=Doors |publisher= |id={{OCLC|12}}", "book", {"title": "Doors", "cite-id": "{{OCLC|12}}"}),
    ("cite book |title=Doors |ref={{sfnref|Roe|2001}}", "book", {"title": "Doors", "ref": "{{sfnref|Roe|2001}}"}),
    ("cite book |title=Doors |others=Roe, Ann (illustrator)", "book", {"title": "Doors", "illustrator": "Roe, Ann"}),
    ("cite book |title=Doors |others=with pictures by a friend", "book",
     {"title": "Doors", "others": "with pictures by a friend"}),
    ("cite book |title=Doors |display-authors=etal |last=Roe |first=Ann", "book",
     {"title": "Doors", "author": "Roe, Ann; others"}),
    ("cite book |title=Doors |last=Roe |date=1999b", "book",
     {"title": "Doors", "author": "Roe", "issued": "1999", "year-suffix": "b"}),
]  # fmt: skip


@pytest.mark.parametrize(("template", "type", "values"), READ)
def test_a_template(template: str, type: str, values: dict[str, str]) -> None:
    entry = read(f"{{{{{template}}}}}")
    assert entry.type == type
    found = {name: " ".join(text.split()) for name, text in shown(entry).items()}
    assert found == values


@pytest.mark.parametrize(("template", "type", "values"), READ)
def test_what_was_read_is_written_and_read_again(template: str, type: str, values: dict[str, str]) -> None:
    entry = read(f"{{{{{template}}}}}")
    again = read(WIKI.dump(Library((entry,))))
    assert (again.type, shown(again)) == (type, shown(entry))
    assert unwritten(Library((entry,)), WIKI) == []


WRITTEN = [
    (Entry.of("book", key="roe2001", author=(Name("Roe", "Ann"),), title="Doors", issued=Date.of(2001), edition="3"),
     '<ref name="roe2001">{{cite book |last=Roe |first=Ann |title=Doors |date=2001 |edition=3rd}}</ref>\n'),
    (Entry.of("motion_picture", title="Anora", director=(Name("Baker", "Sean"),), issued=Date.of(2024)),
     "{{cite AV media |people=Baker, Sean (director) |title=Anora |date=2024}}\n"),
    (Entry.of("article-journal", title="On <i>Doors</i> | [1] }} {{x}}", page="5", container_title="R&amp;D"),
     "{{cite journal |title=On ''Doors'' {{!}} &#91;1&#93; &#125;&#125; &#123;&#123;x&#125;&#125; |journal=R&amp;amp;D "
     "|page=5}}\n"),
    (Entry.of("chapter", title="Locks", container_title="Doors", author=(Name("Roe", "Ann"),),
              container_author=(Name("Poe", "Bo"),)),
     "{{cite book |contributor-last=Roe |contributor-first=Ann |last=Poe |first=Bo |chapter=Locks |title=Doors}}\n"),
    (Entry.of("webpage", title="Doors", URL="https://example.org/a b[c]|d''e", container_title="Film"),
     "{{cite web |title=Doors |website=Film |url=https://example.org/a%20b%5Bc%5D{{!}}d%27%27e}}\n"),
    (Entry.of("article", title="Doors", eprint="2101.00001", eprinttype="arxiv"),
     "{{cite arXiv |title=Doors |arxiv=2101.00001}}\n"),
    (Entry.of("book", title="Doors", author=(Name("Gogh", "Ludwig", "van", "de", "Jr."), Name(literal="Lock, Stock"))),
     "{{cite book |last1=de Gogh |first1=Ludwig van Jr. |author2=((Lock, Stock)) |title=Doors}}\n"),
    (Entry.of("book", title="Doors", collection_title="Portals", collection_number="7"),
     "{{cite book |title=Doors |series=Portals, 7}}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "text"), WRITTEN)
def test_an_entry_as_a_template(entry: Entry, text: str) -> None:
    assert WIKI.dump(Library((entry,))) == text


def test_what_has_no_place_is_told() -> None:
    entry = Entry.of("book", key="a", title="Doors", keyword="door", note="Read twice.")
    assert [found.message for found in unwritten(Library((entry,)), WIKI)] == [
        "a: wikipedia has no place for keyword (door); it is not written",
        "a: wikipedia has no place for note (Read twice.); it is not written",
    ]


DATES = [
    (Date.of(2024, 5, 22), "2024-05-22"), (Date.of(1450, 1, 2), "2 January 1450"), (Date.of(2024, 5), "May 2024"),
    (Date.of(2024), "2024"), (Date(((1900,),), circa=True), "c. 1900"), (Date(((2010,),), "1"), "Spring 2010"),
    (Date(((2001,), (2004,))), "2001\u20132004"), (Date(((2009, 5), (2009, 6))), "May\u2013June 2009"),
    (Date(((2009, 11), (2010, 1))), "November 2009 \u2013 January 2010"),
    (Date(((2001, 5, 5), (2001, 5, 7))), "5\u20137 May 2001"),
    (Date(((2001, 5, 5), (2001, 6, 6))), "5 May \u2013 6 June 2001"),
    (Date(((2001, 5, 5), (2002, 1, 6))), "5 May 2001 \u2013 6 January 2002"),
    (Date(((2001,), (2001,)), "1", end_season="2"), "Spring\u2013Summer 2001"),
    (Date(((2001,),), open_end=True), "2001\u2013present"), (Date(((2001,),), open_start=True), "../2001"),
    (Date(((-44,),)), "44 BC"), (Date(literal="n.d."), "n.d."),
]  # fmt: skip


@pytest.mark.parametrize(("date", "text"), DATES)
def test_a_date_in_words(date: Date, text: str) -> None:
    assert write_date(date) == text
    assert read_date(text) == (date, "")


READ_DATES = [
    ("2001\u201304", Date(((2001,), (2004,))), ""), ("2001-04", Date.of(2001, 4), ""),
    ("May 2001a", Date.of(2001, 5), "a"),
    ("2001\u2013present", Date(((2001,),), open_end=True), ""), ("at present", Date(literal="at present"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "letter"), READ_DATES)
def test_a_date_as_people_write_it(text: str, date: Date, letter: str) -> None:
    assert read_date(text) == (date, letter)


@given(st.text(st.sampled_from("ab '|[]{}<>&;#x=~*:!/-\u00e9\u4e2d."), max_size=24))
@example("{|}")
@example("{{{|a|}}}")
def test_text_comes_back_from_wikitext(text: str) -> None:
    plain = " ".join(text.split())
    code = mwparserfromhell.parse(f"{{{{cite book |title={escape(plain)} |x=1}}}}")
    [template] = code.filter_templates(recursive=False)
    assert str(template) == str(code)
    assert [str(param.name) for param in template.params] == ["title", "x"]
    assert Text(template.get("title").value).text == plain


MARKED = [
    "<i>Doors</i>",
    "'<i>Doors</i>'",
    "<b><i>a</i></b><i>b</i>",
    "it's <i>'a'</i> and <b>b</b>'s",
    "H<sub>2</sub>O",
]


@pytest.mark.parametrize("text", MARKED)
def test_marks_come_back_from_wikitext(text: str) -> None:
    assert Text(mwparserfromhell.parse(escape(text))).text == text


@pytest.mark.parametrize("address", ["https://a.example/b?c=d&e=f#g", "https://de.example/wiki/T\u00fcr_(a)"])
def test_an_address_stays_as_it_is(address: str) -> None:
    assert escape_address(address) == address


PAGE = """\
'''Anora''' is a film.<ref name="roe">{{cite news |title=Doors |newspaper=Film}}</ref>{{citation needed|date=May 2025}}
It ends.<ref>{{cite web |title=Locks |url=https://example.org}}</ref><ref name="roe" />
{{Reflist|refs=
<ref name=poe>{{cite book |title=Keys}} and {{cite book |title=Bolts}}</ref>
}}
* {{Cite gizmo |title=Hinges |colour=red |{{x}} |title=Hinge<!-- sic -->s}}
"""


def test_every_citation_of_a_page_is_read() -> None:
    loaded = WIKI.load(PAGE, "page.wiki")
    assert [(entry.key, entry.string("title")) for entry in loaded.entries] == [
        ("roe", "Doors"), ("", "Locks"), ("poe", "Keys"), ("", "Bolts"), ("", "Hinges")
    ]  # fmt: skip
    assert [entry.provenance[0].line for entry in loaded.entries] == [1, 2, 4, 4, 6]
    assert [(found.start.line, found.message) for found in loaded.diagnostics] == [
        (6, "1: {{x}} is not read; it is kept as it stands"),
        (6, "'{{x}}' has no name; it is kept as unnamed-1"),
        (6, "title: <!-- sic --> is a comment; it is left out"),
        (6, "{{Cite gizmo}} is no template of Citation Style 1 that is known; it is read as a document"),
        (6, "colour is no parameter of Citation Style 1 that is known; it is kept as colour"),
    ]  # fmt: skip


def test_a_page_without_citations_is_refused() -> None:
    with pytest.raises(InputError, match="holds no citation template"):
        WIKI.load("'''Anora''' is a film.{{citation needed|date=May 2025}}", "page.wiki")


SNIFFED = [
    "{{cite book |title=A}}", "* {{Cite web|title=A}}", "<ref name='a'>{{cite news|title=A}}</ref>",
    "== References ==\n* {{citation |title=A}}", "\n# {{cite_journal\n| title = A\n}}",
]  # fmt: skip


@pytest.mark.parametrize("text", SNIFFED)
@pytest.mark.parametrize("path", ["-", "refs.wiki", "refs.txt", "refs.cites"])
def test_citations_are_known_by_what_they_hold(text: str, path: str) -> None:
    opened = Workspace().opener.decode(text.encode(), path)
    assert isinstance(opened, Bibliography)
    assert opened.format == "wikipedia"


@pytest.mark.parametrize("text", ["{{citation needed}}", "{{Infobox film}}", "A film.{{cite book|title=A}}"])
def test_what_is_no_list_of_citations_is_not_taken_for_one(text: str) -> None:
    assert sniff(text.encode()) != "wikipedia"


def test_without_mwparserfromhell_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "anora_bib.formats.wiki.reading", raising=False)
    monkeypatch.setitem(sys.modules, "mwparserfromhell", None)
    with pytest.raises(InputError, match=r"pip install 'anora-bib\[wikipedia\]'"):
        WIKI.load("{{cite book |title=A}}", "refs.wiki")
    assert WIKI.dump(Library((Entry.of("book", title="A"),))) == "{{cite book |title=A}}\n"


def test_every_type_has_a_template_that_is_read_as_a_citation() -> None:
    for type in sorted(TYPES):
        entry = Entry.of(type, title="Doors", container_title="Locks")
        assert read(WIKI.dump(Library((entry,)))).string("title") == "Doors", type
