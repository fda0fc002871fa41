"""Rows of the graph, from apparatuses built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.graph import CitationGraph, cross_reference
from anora_bib.model import (
    Apparatus,
    Attribution,
    Citation,
    Cite,
    Date,
    Entry,
    Essay,
    Library,
    Match,
    Mention,
    Metadata,
    Name,
    Outlet,
    Place,
    Reference,
    Relation,
    Work,
)
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span

TEXT = (
    "A heading that says little\n"
    "Some compare it with Pretty Woman at once.\n"
    "He told Variety that he wrote it alone.1\n"
    "The critic (Srnicek 12) is of another mind, and so is Pretty Woman.\n"
    "1. Ritman, Alex. A Talk with the Director. Variety. 2024.\n"
    "Srnicek, Nick. Platform Capitalism. Polity. 2016.\n"
    "Fisher, Mark. Capitalist Realism. Zero Books. 2009.\n"
)

RECORDS = RecordSet(
    outlets=(Outlet("outlet/variety", "Variety", "magazine"),),
    works=(
        Work("work/pretty-woman", "Pretty Woman", "motion_picture", issued=Date.of(1990)),
        Work("work/platform-capitalism", "Platform Capitalism", "book", issued=Date.of(2016)),
        Work("work/the-fly", "The Fly", "motion_picture", issued=Date.of(1958)),
        Work("work/the-fly-2", "The Fly", "motion_picture", issued=Date.of(1986)),
    ),
)


def at(words: str, text: str = TEXT, nth: int = 1) -> Span:
    """The span of the nth occurrence of ``words``."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def essay(path: str = "shelf/000.md", text: str = TEXT, **about: object) -> Essay:
    return Essay.of(path, text, "text", metadata=Metadata(**about))  # type: ignore[arg-type]


def reference(
    words: str, place: Place, title: str, *names: Name, record: str = "", label: str = "", path: str = "shelf/000.md"
) -> Reference:
    span = at(words)
    entry = replace(Entry.of("book", title=title, author=names), text=words, span=span)
    found = Reference(entry, place, span, label, Match(record, 0.9) if record else None)
    return replace(found, entry=replace(entry, provenance=(found.met_in(essay(path)),)))


RITMAN = reference("Ritman, Alex.", Place.NOTE, "A Talk with the Director", Name("Ritman", "Alex"), label="1")
SRNICEK = reference(
    "Srnicek, Nick.",
    Place.WORKS_CITED,
    "Platform Capitalism",
    Name("Srnicek", "Nick"),
    record="work/platform-capitalism",
)
FISHER = reference("Fisher, Mark.", Place.WORKS_CITED, "Capitalist Realism", Name("Fisher", "Mark"))


def keyed(*references: Reference) -> Library:
    """A library with one entry for each reference, keyed by family name."""
    return Library(tuple(replace(ref.entry, key=ref.entry.creators()[0].family.lower()) for ref in references))


WHOLE = Apparatus(
    essay(),
    references=(RITMAN, SRNICEK, FISHER),
    attributions=(
        Attribution("told Variety", at("told Variety"), "Variety", "outlet/variety", quotation=at("he wrote it alone")),
    ),
    mentions=(
        Mention("Pretty Woman", at("Pretty Woman"), "work/pretty-woman"),
        Mention("Pretty Woman", at("Pretty Woman", nth=2), "work/pretty-woman"),
    ),
    citations=(
        Citation("1", at("1\n"), Place.NOTE, Relation.CITES_AS_EVIDENCE, (Cite(0),), "1"),
        Citation("(Srnicek 12)", at("(Srnicek 12)"), Place.PARENTHESIS, Relation.CITES, (Cite(1, "12"),)),
    ),
)


def build(*apparatuses: Apparatus, library: Library | None = None) -> CitationGraph:
    if library is None:
        library = keyed(RITMAN, SRNICEK, FISHER)
    return cross_reference(apparatuses, library, RECORDS)


def test_every_way_of_citing_gives_a_row_in_the_order_of_the_text() -> None:
    found = [(row.evidence_line, row.relation, row.target, row.target_label, row.how) for row in build(WHOLE).rows]
    assert found == [
        (2, "discusses", "work/pretty-woman", "Pretty Woman", "mention"),
        (3, "includesQuotationFrom", "outlet/variety", "Variety", "attribution"),
        (3, "citesAsEvidence", "key/ritman", "Ritman, A Talk with the Director", "note"),
        (4, "cites", "work/platform-capitalism", "Platform Capitalism", "parenthesis"),
        (4, "discusses", "work/pretty-woman", "Pretty Woman", "mention"),
        (6, "cites", "work/platform-capitalism", "Platform Capitalism", "works cited"),
        (7, "cites", "key/fisher", "Fisher, Capitalist Realism", "works cited"),
    ]


def test_evidence_is_the_line_around_the_place() -> None:
    assert build(WHOLE).rows[3].evidence_text == "The critic (Srnicek 12) is of another mind, and so is Pretty Woman."


@pytest.mark.parametrize(
    ("attribution", "relation", "target", "reason"),
    [
        (
            Attribution("x", Span(0, 1), "Variety", "outlet/variety"),
            "citesAsAuthority",
            "outlet/variety",
            "no quotation",
        ),
        (Attribution("x", Span(0, 1), "The Daily Bee"), "citesAsAuthority", "name/the-daily-bee", "no record"),
        (Attribution("x", Span(0, 1), "Bee", "outlet/gone"), "citesAsAuthority", "name/bee", "a record that is gone"),
        (
            Attribution("x", Span(0, 1), "Variety", "outlet/variety", quotation=Span(3, 9)),
            "includesQuotationFrom",
            "outlet/variety",
            "quoted",
        ),
    ],
)
def test_attributions(attribution: Attribution, relation: str, target: str, reason: str) -> None:
    (row,) = build(Apparatus(essay(), attributions=(attribution,))).rows
    assert (row.relation, row.target) == (relation, target), reason


@pytest.mark.parametrize(
    ("mention", "target", "reason"),
    [
        (Mention("Pretty Woman", Span(0, 1), "work/pretty-woman"), "work/pretty-woman", "a record"),
        (Mention("capitalist realism", Span(0, 1)), "key/fisher", "no record, but in the library"),
        (Mention("Platform Capitalism", Span(0, 1)), "work/platform-capitalism", "in the library, and matched there"),
        (
            Mention("Capitalist Realism", Span(0, 1), year=1931),
            "key/fisher",
            "the library gives no year to differ from",
        ),
        (Mention("Nobody’s Film", Span(0, 1)), "title/nobodys-film", "nobody knows it"),
        (Mention("!!!", Span(0, 1)), "title/!!!", "a title without a letter"),
    ],
)
def test_mentions(mention: Mention, target: str, reason: str) -> None:
    row, _listed = build(Apparatus(essay(), references=(SRNICEK,), mentions=(mention,))).rows
    assert (row.relation, row.how, row.target) == ("discusses", "mention", target), reason


def test_a_mention_with_another_year_is_another_work() -> None:
    entry = Entry.of("motion_picture", key="fly", title="The Swarm", issued=Date.of(1978))
    other = Apparatus(essay(), mentions=(Mention("The Swarm", Span(0, 1), year=2024),))
    assert [row.target for row in build(other, library=Library((entry,))).rows] == ["title/the-swarm"]


@pytest.mark.parametrize(
    ("years", "labels", "reason"),
    [
        ((1978, None), ["The Swarm"], "the year is printed once, and meant twice"),
        ((1978, 2024), ["The Swarm (1978)", "The Swarm (2024)"], "two works"),
        ((1978, 2024, None), ["The Swarm (1978)", "The Swarm (2024)", "The Swarm"], "and one that may be either"),
    ],
)
def test_works_no_record_knows_are_told_apart_by_year(
    years: tuple[int | None, ...], labels: list[str], reason: str
) -> None:
    mentions = tuple(Mention("The Swarm", Span(n, n + 1), year=year) for n, year in enumerate(years))
    assert list(build(Apparatus(essay(), mentions=mentions)).targets.values()) == labels, reason


def test_a_match_anywhere_on_the_shelf_serves_the_references_of_the_same_entry() -> None:
    matched = reference("Fisher, Mark.", Place.NOTE, "Capitalist Realism", Name("Fisher"), record="work/pretty-woman")
    one = Apparatus(essay(), references=(matched,))
    elsewhere = reference("Fisher, Mark.", Place.NOTE, "Capitalist Realism", Name("Fisher"), path="001.md")
    two = Apparatus(essay("001.md"), references=(elsewhere,))
    provenance = (*matched.entry.provenance, *elsewhere.entry.provenance)
    library = Library((Entry("book", matched.entry.fields, "fisher", provenance=provenance),))
    assert {row.target for row in build(one, two, library=library).rows} == {"work/pretty-woman"}


def test_a_reference_finds_its_entry_without_provenance_by_title_creator_and_year() -> None:
    bare = Reference(Entry("book", FISHER.entry.fields), Place.NOTE, Span(0, 1))
    assert [row.target for row in build(Apparatus(essay(), references=(bare,))).rows] == ["key/fisher"]


def test_tags_in_a_title_are_no_words() -> None:
    entry = Entry.of("article-journal", key="lolita", title="Rereading <i>Lolita</i>")
    graph = build(Apparatus(essay(), mentions=(Mention("Rereading Lolita", Span(0, 1)),)), library=Library((entry,)))
    assert graph.targets == {"key/lolita": "Rereading Lolita"}


def test_two_entries_that_answer_to_one_reference_are_no_answer() -> None:
    bare = Reference(Entry("book", FISHER.entry.fields), Place.NOTE, Span(0, 1))
    library = Library((Entry("book", FISHER.entry.fields, "a"), Entry("book", FISHER.entry.fields, "b")))
    graph = build(Apparatus(essay(), references=(bare,)), library=library)
    assert [row.target for row in graph.rows] == ["title/capitalist-realism"]


def test_a_mention_that_is_linked_to_the_list_has_one_row_and_the_relation_of_the_link() -> None:
    where = at("Pretty Woman")
    listed = reference("Fisher, Mark.", Place.WORKS_CITED, "Pretty Woman", Name("M"), record="work/pretty-woman")
    linked = Citation("Pretty Woman", where, Place.MENTION, Relation.REVIEWS, (Cite(0),))
    mention = Mention("Pretty Woman", where, "work/pretty-woman")
    graph = build(Apparatus(essay(), references=(listed,), mentions=(mention,), citations=(linked,)))
    assert [(row.evidence_line, row.relation, row.how) for row in graph.rows] == [
        (2, "reviews", "mention"),
        (7, "cites", "works cited"),
    ]


def test_a_name_inside_a_citation_of_the_same_work_is_that_citation() -> None:
    listed = reference("Fisher, Mark.", Place.WORKS_CITED, "Pretty Woman", Name("M"), record="work/pretty-woman")
    where = at("is of another mind, and so is Pretty Woman")
    linked = Citation("...", where, Place.PARENTHESIS, Relation.CITES_FOR_INFORMATION, (Cite(0),))
    inside = Mention("Pretty Woman", at("Pretty Woman", nth=2), "work/pretty-woman")
    other = Mention("Pretty Woman", at("Pretty Woman"), "work/pretty-woman")
    named = Attribution("Pretty Woman", at("Pretty Woman", nth=2), "Pretty Woman", "work/pretty-woman")
    graph = build(
        Apparatus(essay(), references=(listed,), mentions=(other, inside), citations=(linked,), attributions=(named,))
    )
    assert [(row.evidence_line, row.relation) for row in graph.rows] == [
        (2, "discusses"),
        (4, "citesForInformation"),
        (7, "cites"),
    ]


def test_an_uncited_note_and_a_credit_stand_for_themselves() -> None:
    credit = reference("Srnicek, Nick.", Place.CREDIT, "Shoe", Name("Srnicek"))
    graph = build(Apparatus(essay(), references=(RITMAN, credit)))
    assert [(row.relation, row.how, row.evidence_line) for row in graph.rows] == [
        ("cites", "note", 5),
        ("citesAsSourceDocument", "credit", 6),
    ]


@pytest.mark.parametrize(
    ("title", "author", "target", "reason"),
    [
        ("On Platforms: A Reply", Name("Cruz", "Ada"), "essay/001", "title and author"),
        ("On platforms", Name(literal="Ada Cruz"), "essay/001", "main title; the name kept whole"),
        ("On Platforms: A Reply", Name("Other", "Ann"), "title/on-platforms-a-reply", "another author"),
        ("On Flat Forms", Name("Cruz", "Ada"), "title/on-flat-forms", "another title"),
    ],
)
def test_an_essay_that_cites_an_essay_of_the_shelf(title: str, author: Name, target: str, reason: str) -> None:
    cited = Apparatus(essay("001.md", title="On Platforms: A Reply", authors=(Name("Cruz", "Ada"),)))
    citing = Apparatus(essay(), references=(reference("Fisher", Place.WORKS_CITED, title, author),))
    graph = build(citing, cited, library=Library())
    assert [row.target for row in graph.rows] == [target], reason
    assert graph.essays == ("000", "001")


def test_essays_of_one_name_go_by_their_paths() -> None:
    graph = build(Apparatus(essay("a/draft.md")), Apparatus(essay("b/draft.md")), Apparatus(essay("b/final.md")))
    assert graph.essays == ("a/draft.md", "b/draft.md", "final")


@pytest.mark.parametrize(
    ("paths", "names", "reason"),
    [
        (("a\nb.md",), ("a b",), "a line break in a file's name"),
        (("", ""), ("essay (1)", "essay (2)"), "essays that never had a file"),
        (("a.md", "a.md"), ("a (1)", "a (2)"), "one file given twice"),
        (("x/a.md", "x/a.txt"), ("x/a.md", "x/a.txt"), "two endings"),
    ],
)
def test_every_essay_has_a_name_of_its_own(paths: tuple[str, ...], names: tuple[str, ...], reason: str) -> None:
    mentions = (Mention("Pretty Woman", Span(0, 1), "work/pretty-woman"),)
    graph = build(*(Apparatus(essay(path), mentions=mentions) for path in paths))
    assert graph.essays == names, reason
    assert tuple(row.essay for row in graph.rows) == names


def test_works_of_one_title_are_told_apart_by_year() -> None:
    mentions = (Mention("The Fly", Span(0, 1), "work/the-fly"), Mention("The Fly", Span(2, 3), "work/the-fly-2"))
    graph = build(Apparatus(essay(), mentions=mentions))
    assert [row.target_label for row in graph.rows] == ["The Fly (1958)", "The Fly (1986)"]


def test_one_place_found_twice_is_one_row() -> None:
    mention = Mention("Pretty Woman", at("Pretty Woman"), "work/pretty-woman")
    assert len(build(Apparatus(essay(), mentions=(mention, mention))).rows) == 1


def test_nothing_gives_an_empty_graph() -> None:
    assert build() == CitationGraph()


@pytest.mark.parametrize(
    ("texts", "targets", "reason"),
    [
        (("Quays", "Quays: A Long Story"), ["title/quays-a-long-story"] * 2, "with and without its subtitle"),
        (("Quays: Old", "Quays: New", "Quays"), ["title/quays-old", "title/quays-new", "title/quays"], "two it may be"),
        (("Platform Capitalism: A Reader",), ["key/srnicek"], "the entry has no subtitle"),
    ],
)
def test_a_work_is_one_node_by_all_its_names(texts: tuple[str, ...], targets: list[str], reason: str) -> None:
    srnicek = reference("Srnicek, Nick.", Place.WORKS_CITED, "Platform Capitalism", Name("Srnicek", "Nick"))
    mentions = tuple(Mention(text, Span(number, number + 1)) for number, text in enumerate(texts))
    graph = build(Apparatus(essay(), references=(srnicek,), mentions=mentions))
    assert [row.target for row in graph.rows if row.how is Place.MENTION] == targets, reason


def test_a_person_is_one_node_and_what_is_only_named_is_discussed() -> None:
    attributions = (
        Attribution("Ada Cruz argues", Span(0, 1), "Ada Cruz", speaker="Ada Cruz"),
        Attribution("Cruz’s essay", Span(2, 3), "Cruz", speaker="Ada Cruz", relation=Relation.DISCUSSES),
        Attribution("Quays argues", Span(4, 5), "Quays"),
        Attribution("told Docks", Span(6, 7), "Docks", speaker="Ada Cruz"),
    )
    named = (Mention("Quays: A Long Story", Span(8, 9)),)
    graph = build(Apparatus(essay(), attributions=attributions, mentions=named))
    assert [(row.target, row.relation) for row in graph.rows] == [
        ("name/ada-cruz", "citesAsAuthority"),
        ("name/ada-cruz", "discusses"),
        ("title/quays-a-long-story", "citesAsAuthority"),
        ("name/docks", "citesAsAuthority"),
        ("title/quays-a-long-story", "discusses"),
    ]


def test_who_cites_a_source() -> None:
    mentions = (Mention("Pretty Woman", at("Pretty Woman"), "work/pretty-woman"), Mention("The Docks", Span(0, 1)))
    graph = build(Apparatus(essay(), mentions=mentions), Apparatus(essay("001.md")))
    found = graph.citing("pretty")
    assert [(row.target, row.evidence_line) for row in found.rows] == [("work/pretty-woman", 2)]
    assert found.essays == ("000",)
    assert graph.citing("rett").rows == ()
    assert graph.citing(" ").rows == ()
