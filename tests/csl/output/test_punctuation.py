"""Where two marks meet: in affixes, delimiters and at quotation marks; and spaces that meet."""

from __future__ import annotations

import pytest

from anora_bib.csl.output.punctuation import PUNCTUATION, merged
from tests.csl.snippets import Around, citations, cite

# What stands at the end of a field (row) and what the style puts behind it (column). The specification is silent: these
# are the answers of citeproc-js.
MARKS = ".,;:!?"
TABLE = {
    ".": (".", ".,", ".;", ".:", ".!", ".?"),
    ",": (",.", ",", ",;", ",:", ",!", ",?"),
    ";": (";", ";,", ";", ";", "!", "?"),
    ":": (":", ":,", ":;", ":", "!", "?"),
    "!": ("!", "!,", "!;", "!", "!", "!?"),
    "?": ("?", "?,", "?;", "?", "?!", "?"),
}
PAIRS = [(left, right, both) for left in MARKS for right, both in zip(MARKS, TABLE[left], strict=True)]
WAYS = {
    "a suffix": '<text variable="title" suffix="{} "/><text variable="publisher"/>',
    "a prefix": '<text variable="title"/><text variable="publisher" prefix="{} "/>',
    "a delimiter": '<group delimiter="{} "><text variable="title"/><text variable="publisher"/></group>',
    "the suffix of a group": '<group suffix="{} "><text variable="title"/></group><text variable="publisher"/>',
    "a suffix, and a group around": (
        '<group delimiter=" "><text variable="title" suffix="{}"/><text variable="publisher"/></group>'
    ),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("right", MARKS)
def test_two_marks_that_meet(way: str, right: str) -> None:
    items = [{"title": f"T{left}", "publisher": "P"} for left in MARKS]
    expected = [f"T{TABLE[left][MARKS.index(right)]} P" for left in MARKS]
    assert citations(way.format(right), items, [[{"id": str(number)}] for number in range(1, 7)]) == expected


@pytest.mark.parametrize(("left", "right", "both"), [pair for pair in PAIRS if pair[0] != pair[1]])
def test_one_mark_remains_or_both(left: str, right: str, both: str) -> None:
    assert merged(left, right) == (both if len(both) == 1 else None)


def test_the_marks_that_meet() -> None:
    assert set(MARKS) == PUNCTUATION


NEVER_DOUBLED = {
    "a suffix and a delimiter": (
        '<group delimiter="{0} "><text variable="title" suffix="{0}"/><text variable="publisher"/></group>',
        "T{0} P",
    ),
    "a suffix and a prefix": (
        '<text variable="title" suffix="{0}"/><text variable="publisher" prefix="{0} "/>',
        "T{0} P",
    ),
    "the suffix of a group and of its last element": (
        '<group suffix="{0}"><text variable="title" suffix="{0}"/></group><text value=" P"/>',
        "T{0} P",
    ),
    "three levels": (
        '<group suffix="{0}"><group suffix="{0}"><text variable="title" suffix="{0}"/></group></group>'
        '<text value=" P"/>',
        "T{0} P",
    ),
    "an empty element between": (
        '<group delimiter="{0} "><text variable="title" suffix="{0}"/><text variable="DOI"/>'
        '<text variable="publisher"/></group>',
        "T{0} P",
    ),
    "a term": ('<text value="T{0}" suffix="{0}"/><text value=" P"/>', "T{0} P"),
    "formatted text": ('<text variable="title" font-style="italic" suffix="{0}"/><text value=" P"/>', "T{0} P"),
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(("inside", "printed"), NEVER_DOUBLED.values(), ids=NEVER_DOUBLED)
def test_no_mark_is_doubled(inside: str, printed: str, mark: str) -> None:
    for title in ("T", f"T{mark}"):
        assert cite(inside.format(mark), {"title": title, "publisher": "P"}) == printed.format(mark)


def test_the_end_of_a_layout() -> None:
    around = Around(layout='suffix="."')
    printed = [("T", "T."), ("T.", "T."), ("T?", "T?"), ("T!", "T!"), ("etc.", "etc.")]
    for title, made in printed:
        assert cite('<text variable="title"/>', {"title": title}, around) == made


KEPT = ["...", "T...", "a...b", "Mr. & Mrs.", "What?!", "2:3", "a.,b", "U.S.A."]


@pytest.mark.parametrize("title", KEPT)
def test_what_stands_in_a_field_stays(title: str) -> None:
    assert cite('<text variable="title"/>', {"title": title}) == title


SPACES = {
    "a suffix and a prefix": '<text variable="title" suffix=" "/><text variable="publisher" prefix=" "/>',
    "and a delimiter": (
        '<group delimiter=" "><text variable="title" suffix=" "/><text variable="publisher" prefix=" "/></group>'
    ),
    "the suffix of a group": (
        '<group suffix=" "><text variable="title" suffix=" "/></group><text variable="publisher"/>'
    ),
    "the prefix of a group": (
        '<text variable="title" suffix=" "/><group prefix=" "><text variable="publisher"/></group>'
    ),
    "nothing between": (
        '<group delimiter=" "><text variable="title"/><text variable="DOI" prefix=" " suffix=" "/>'
        '<text variable="publisher"/></group>'
    ),
}


@pytest.mark.parametrize("inside", SPACES.values(), ids=SPACES)
def test_spaces_that_meet_are_one(inside: str) -> None:
    assert cite(inside, {"title": "T", "publisher": "P"}) == "T P"


@pytest.mark.parametrize(("suffix", "printed"), [(", ", "T, P"), ("; ", "T; P"), (". ", "T. P"), (" – ", "T – P")])
def test_a_suffix_that_ends_in_a_space_and_a_delimiter_that_is_one(suffix: str, printed: str) -> None:
    inside = f'<group delimiter=" "><text variable="title" suffix="{suffix}"/><text variable="publisher"/></group>'
    assert cite(inside, {"title": "T", "publisher": "P"}) == printed


# Punctuation in quotes: "an adjoining comma or period"; what other marks do, the specification leaves open.
IN_QUOTES = [
    # mark, inside where the locale asks for it, outside where it does not
    (".", "“T.” P", "“T”. P"),
    (",", "“T,” P", "“T”, P"),
    (";", "“T”; P", "“T”; P"),
    (":", "“T”: P", "“T”: P"),
]
QUOTED_WAYS = {
    "a suffix": '<text variable="title" quotes="true" suffix="{} "/><text variable="publisher"/>',
    "a prefix": '<text variable="title" quotes="true"/><text variable="publisher" prefix="{} "/>',
    "a delimiter": (
        '<group delimiter="{} "><text variable="title" quotes="true"/><text variable="publisher"/></group>'
    ),
    "the suffix of a group": (
        '<group suffix="{} "><text variable="title" quotes="true"/></group><text variable="publisher"/>'
    ),
}


def option(inside: bool) -> Around:
    return Around(locales=f'<locale><style-options punctuation-in-quote="{str(inside).lower()}"/></locale>')


@pytest.mark.parametrize("way", QUOTED_WAYS.values(), ids=QUOTED_WAYS)
@pytest.mark.parametrize(("mark", "within", "without"), IN_QUOTES)
def test_punctuation_at_quotation_marks(way: str, mark: str, within: str, without: str) -> None:
    item = {"title": "T", "publisher": "P"}
    assert cite(way.format(mark), item, option(True)) == within
    assert cite(way.format(mark), item, option(False)) == without


AT_THE_END = {
    # title: with a full stop behind it, inside and outside
    "a quotation": ('On "T"', "“On ‘T.’”", "“On ‘T’”."),
    "italics": ("On <i>T</i>", "“On T.”", "“On T”."),
    "a bracket": ("On (T)", "“On (T).”", "“On (T)”."),
}


@pytest.mark.parametrize(("title", "within", "without"), AT_THE_END.values(), ids=AT_THE_END)
def test_a_full_stop_behind_a_quoted_title(title: str, within: str, without: str) -> None:
    inside = '<text variable="title" quotes="true" suffix="."/>'
    assert cite(inside, {"title": title}, option(True)) == within
    assert cite(inside, {"title": title}, option(False)) == without


@pytest.mark.parametrize("mark", ".?!")
def test_a_quoted_title_that_ends_its_own_sentence(mark: str) -> None:
    assert cite('<text variable="title" quotes="true" suffix="."/>', {"title": f"T{mark}"}) == f"“T{mark}”"


def test_the_locale_decides() -> None:
    inside = '<text variable="title" quotes="true" suffix=", "/><text variable="publisher"/>'
    made = [cite(inside, {"title": "T", "publisher": "P"}, locale=language) for language in ("en-US", "en-GB", "de-DE")]
    assert made == ["“T,” P", "‘T’, P", "„T“, P"]


QUOTATIONS = {
    # title: printed as it is, printed in quotation marks
    "none": ("Anora", "Anora", "“Anora”"),
    "double": ('On "Anora"', "On “Anora”", "“On ‘Anora’”"),
    "single": ("On 'Anora'", "On “Anora”", "“On ‘Anora’”"),
    "curly": ("On “Anora”", "On “Anora”", "“On ‘Anora’”"),
    "curly single": ("On ‘Anora’", "On ‘Anora’", "“On ‘Anora’”"),
    "two": ('"A" and "B"', "“A” and “B”", "“‘A’ and ‘B’”"),
    "nested": ("On \"the 'old' Anora\"", "On “the ‘old’ Anora”", "“On ‘the “old” Anora’”"),
    "an apostrophe": ("Don't Look", "Don’t Look", "“Don’t Look”"),
    "apostrophes in a quotation": ("Say 'don't'", "Say “don’t”", "“Say ‘don’t’”"),
    "years": ("The '70s", "The ’70s", "“The ’70s”"),
    "a mark of inches": ('12" Records', '12" Records', '“12" Records”'),
}


@pytest.mark.parametrize(("title", "plain", "quoted"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_quotation_marks_flip(title: str, plain: str, quoted: str) -> None:
    assert cite('<text variable="title"/>', {"title": title}) == plain
    assert cite('<text variable="title" quotes="true"/>', {"title": title}) == quoted


FILM = {"title": "Tangerine", "publisher": "Magnolia", "issued": {"date-parts": [[2015]]}}
YEAR = '<date variable="issued" {}><date-part name="year"/></date>'
IN_MARKS = {
    # What begins or ends inside formatting, and the same without formatting.
    "a space at its end": (
        '<group {}><text variable="title" suffix=" "/></group>' + YEAR.format('prefix=" "'),
        "<i>Tangerine </i> 2015",
        "Tangerine 2015",
    ),
    "a space at its end, and a delimiter": (
        '<group delimiter=" "><group {}><text variable="title" suffix=" "/></group><text variable="publisher"/>'
        "</group>",
        "<i>Tangerine </i> Magnolia",
        "Tangerine Magnolia",
    ),
    "a space at its beginning": (
        '<text variable="title" suffix=" "/><group {}>' + YEAR.format('prefix=" (" suffix=")"') + "</group>",
        "Tangerine <i> (2015)</i>",
        "Tangerine (2015)",
    ),
    "a full stop at its beginning": (
        '<text variable="title" suffix="."/><group {}><text variable="publisher" prefix=". "/></group>',
        "Tangerine.<i>. Magnolia</i>",
        "Tangerine. Magnolia",
    ),
    "a space after its own prefix": (
        '<text variable="title"/><group prefix=" " {}>' + YEAR.format('prefix=" (" suffix=")"') + "</group>",
        "Tangerine <i>(2015)</i>",
        "Tangerine (2015)",
    ),
}


@pytest.mark.parametrize(("inside", "formatted", "plain"), IN_MARKS.values(), ids=IN_MARKS)
def test_what_stands_inside_formatting_does_not_meet_what_stands_outside(
    inside: str, formatted: str, plain: str
) -> None:
    assert cite(inside.format('font-style="italic"'), FILM, to="html") == formatted
    assert cite(inside.format(""), FILM, to="html") == plain


AFTER_PREFIX = [
    # prefix of the group, prefix of the title in it, printed: only a space falls, and only beside a space
    (": ", " ", "A: Tangerine"),
    (".", ". ", "A.. Tangerine"),
    (",", ", ", "A,, Tangerine"),
    (":", ". ", "A:. Tangerine"),
]


@pytest.mark.parametrize(("outer", "inner", "printed"), AFTER_PREFIX)
def test_only_a_space_falls_after_the_prefix_of_an_element(outer: str, inner: str, printed: str) -> None:
    inside = f'<text value="A"/><group prefix="{outer}"><text variable="title" prefix="{inner}"/></group>'
    assert cite(inside, FILM) == printed


SURROUNDING = [
    # suffix of the title, suffix of the group around it: plain, in quotation marks that take marks in, and in others
    (";", ".", "cinéma.;", "“cinéma.”;", "“cinéma.”;"),
    (";", "?", "cinéma?;", "“cinéma?”;", "“cinéma?”;"),
    (":", ".", "cinéma.:", "“cinéma.”:", "“cinéma.”:"),
    (";", ";", "cinéma;", "“cinéma”;", "“cinéma”;"),
    (";", ",", "cinéma;,", "“cinéma,”;", "“cinéma”;,"),
    (")", ".", "cinéma).", "“cinéma.”)", "“cinéma”)."),
]


@pytest.mark.parametrize(("own", "around", "plain", "within", "without"), SURROUNDING)
def test_the_mark_of_a_surrounding_suffix_goes_before_that_of_the_field(
    own: str, around: str, plain: str, within: str, without: str
) -> None:
    inside = f'<group suffix="{around}"><text variable="title" {{}} suffix="{own}"/></group>'
    item = {"title": "cinéma"}
    assert cite(inside.format(""), item) == plain
    quoted = inside.format('quotes="true"')
    assert [cite(quoted, item, option(moves)) for moves in (True, False)] == [within, without]


MOVED_OUT = [
    # title, mark behind it, printed: a mark that moves out of quotation marks is as one that stood there
    ("Anora;", ".", "“Anora”; P"),
    ("Anora:", ".", "“Anora”: P"),
    ("Anora:", "?", "“Anora”? P"),
    ("Anora,", ",", "“Anora”, P"),
    ("Anora,", ".", "“Anora”,. P"),
    ("Anora!", ".", "“Anora!”. P"),
]


@pytest.mark.parametrize(("title", "mark", "printed"), MOVED_OUT)
def test_a_mark_moved_out_of_quotation_marks_merges(title: str, mark: str, printed: str) -> None:
    inside = f'<text variable="title" quotes="true" suffix="{mark} "/><text variable="publisher"/>'
    assert cite(inside, {"title": title, "publisher": "P"}, option(False)) == printed
