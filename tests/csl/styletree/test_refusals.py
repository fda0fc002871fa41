"""What no style may be is refused in one error, at its line in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.csl import Processor, Style
from anora_bib.errors import InputError
from tests.csl.snippets import NS, Around, style

PARENT = '<link rel="independent-parent" href="http://www.zotero.org/styles/{}"/>'


def refusal(xml: str, folder: Path) -> tuple[int | None, str]:
    """The line and message of the error that a style in a file is."""
    file = folder / "own.csl"
    file.write_text(xml, "utf-8")
    with pytest.raises(InputError) as caught:
        Processor(Style.load(file), [])
    assert caught.value.path == str(file)
    return caught.value.line, caught.value.message


def whole(inside: str, **around: str) -> str:
    """A style in which everything that ``inside`` says is on the lines after the first."""
    return style(f"\n{inside}", Around(**around))


ELEMENTS = {
    "in a layout": ("<blink/>", 2, "<blink>", "<layout>"),
    "in a group": ('<group>\n<text value="a"/>\n<tetx value="b"/></group>', 4, "<tetx>", "<group>"),
    "in a branch": ('<choose><if type="book">\n<b/></if></choose>', 3, "<b>", "<if>"),
    "in a choice": ('<choose>\n<elseif type="book"/></choose>', 3, "<elseif>", "<choose>"),
    "in names": ('<names variable="author">\n<nam/></names>', 3, "<nam>", "<names>"),
    "in substitute": ('<names variable="author"><substitute>\n<c/></substitute></names>', 3, "<c>", "<substitute>"),
    "in a date": ('<date variable="issued">\n<datepart name="year"/></date>', 3, "<datepart>", "<date>"),
    "a part alone": ('<date-part name="year"/>', 2, "<date-part>", "<layout>"),
    "a name alone": ("<name/>", 2, "<name>", "<layout>"),
    "a layout in a layout": ('<layout><text value="x"/></layout>', 2, "<layout>", "<layout>"),
}


@pytest.mark.parametrize(("inside", "line", "element", "where"), ELEMENTS.values(), ids=ELEMENTS)
def test_an_unknown_element(inside: str, line: int, element: str, where: str, tmp_path: Path) -> None:
    found, message = refusal(whole(inside), tmp_path)
    assert found == line
    assert message.startswith(f"has an element {element}")
    assert message.endswith(f"in {where}")


MISSING = {
    "a text of nothing": ("<text/>", 2, "<text>"),
    "a text of a form only": ('<group>\n<text form="short"/></group>', 3, "<text>"),
    "a number of nothing": ("<number/>", 2, "'variable'"),
    "a number of an empty name": ('<number variable=""/>', 2, "'variable'"),
    "a label of nothing": ('<label form="short"/>', 2, "'variable'"),
    "a date of nothing": ('<date form="text"/>', 2, "'variable'"),
}


@pytest.mark.parametrize(("inside", "line", "message"), MISSING.values(), ids=MISSING)
def test_an_element_without_what_it_must_say(inside: str, line: int, message: str, tmp_path: Path) -> None:
    found, text = refusal(whole(inside), tmp_path)
    assert found == line
    assert message in text


ROOTS = {
    "an element beside the macros": (
        f'<style xmlns="{NS}">\n<citations/><citation><layout><text value="x"/></layout></citation></style>',
        2,
        "<citations>",
    ),
    "no citation": (f'<style xmlns="{NS}">\n<info/></style>', 1, "no <citation>"),
    "no layout": (f'<style xmlns="{NS}"><info/>\n<citation/></style>', 2, "no <layout> in <citation>"),
    "no layout in the bibliography": (
        f'<style xmlns="{NS}"><citation><layout><text value="x"/></layout></citation>\n<bibliography/></style>',
        2,
        "no <layout> in <bibliography>",
    ),
    "a macro without a name": (
        f'<style xmlns="{NS}"><info/>\n<macro/><citation><layout><text value="x"/></layout></citation></style>',
        2,
        "<macro> without a name",
    ),
    "the namespace forgotten": ('<style class="note"><citation/></style>', 1, "not a CSL style"),
    "another root": (f'<locale xmlns="{NS}"/>', 1, "its root is <locale>"),
}


@pytest.mark.parametrize(("xml", "line", "message"), ROOTS.values(), ids=ROOTS)
def test_a_style_without_its_parts(xml: str, line: int, message: str, tmp_path: Path) -> None:
    found, text = refusal(xml, tmp_path)
    assert found == line
    assert message in text


SORTS = {
    "another element": ("<sort>\n<kye variable='title'/></sort>", 2, "<kye>"),
    "a key of nothing": ("<sort><key variable='title'/>\n<key sort='descending'/></sort>", 2, "<key>"),
    "a key of a macro that is missing": ("<sort>\n<key macro='who'/></sort>", 2, "'who'"),
}


@pytest.mark.parametrize(("sort", "line", "message"), SORTS.values(), ids=SORTS)
def test_a_sort_key_that_is_none(sort: str, line: int, message: str, tmp_path: Path) -> None:
    found, text = refusal(style('<text value="x"/>', Around(sort=sort)), tmp_path)
    assert found == line
    assert message in text


MACROS = {
    "itself": ('<macro name="a">\n<text macro="a"/></macro>', 2, "a → a"),
    "in a group": ('<macro name="a"><group>\n<text macro="a"/></group></macro>', 2, "a → a"),
    "in a branch": (
        '<macro name="a"><choose><if type="map"/><else>\n<text macro="a"/></else></choose></macro>',
        2,
        "a → a",
    ),
    "in a substitute": (
        '<macro name="a"><names variable="author"><substitute>\n<text macro="a"/></substitute></names></macro>',
        2,
        "a → a",
    ),
    "through another": (
        '<macro name="a"><text macro="b"/></macro><macro name="b">\n<text macro="a"/></macro>',
        2,
        "a → b → a",
    ),
    "through two": (
        '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="c"/></macro>\n'
        '<macro name="c">\n<text macro="a"/></macro>',
        3,
        "a → b → c → a",
    ),
    "another that is called": (
        '<macro name="a"><text macro="b"/></macro><macro name="b">\n<text macro="b"/></macro>',
        2,
        "b → b",
    ),
}


@pytest.mark.parametrize(("macros", "line", "way"), MACROS.values(), ids=MACROS)
@pytest.mark.parametrize("inside", ['<text macro="a"/>', '<text value="uncalled"/>'])
def test_a_macro_that_calls_itself(macros: str, line: int, way: str, inside: str, tmp_path: Path) -> None:
    found, message = refusal(style(inside, Around(macros=macros)), tmp_path)
    assert (found, message) == (line, f"has a macro that calls itself: {way}")


def test_macros_that_share_a_macro_call_nobody_twice() -> None:
    macros = "".join(
        f'<macro name="m{number}"><text macro="m{number + 1}"/><text macro="m{number + 1}"/></macro>'
        for number in range(40)
    )
    made = style('<text value="x"/>', Around(macros=f'{macros}<macro name="m40"><text value="end"/></macro>'))
    assert Processor(Style.load(made), [{"id": "a"}], to="text").bibliography()[0].text == "x"


CALLS = {
    "a layout": ('\n<text macro="no"/>', "", 2),
    "a group": ('<group>\n<text macro="no"/></group>', "", 2),
    "a macro": ('<text macro="a"/>', '<macro name="a">\n<text macro="no"/></macro>', 2),
    "a macro nobody calls": ('<text value="x"/>', '\n\n<macro name="a"><text macro="no"/></macro>', 3),
    "a substitute": (
        '<names variable="author"><substitute>\n<text macro="no"/></substitute></names>',
        "",
        2,
    ),
}


@pytest.mark.parametrize(("inside", "macros", "line"), CALLS.values(), ids=CALLS)
def test_a_macro_that_does_not_exist(inside: str, macros: str, line: int, tmp_path: Path) -> None:
    found, message = refusal(style(inside, Around(macros=macros)), tmp_path)
    assert (found, message) == (line, "calls the macro 'no', which does not exist")


@pytest.mark.parametrize("parent", ["no-such-style", "../../etc/passwd", "no/such/one", "a b"])
def test_a_parent_that_does_not_exist(parent: str, tmp_path: Path) -> None:
    xml = f'<style xmlns="{NS}"><info>\n<title>O</title>\n{PARENT.format(parent)}</info></style>'
    found, message = refusal(xml, tmp_path)
    assert found == 3
    assert message.startswith("depends on the style '")


def test_a_dependent_style_takes_its_parent_and_keeps_its_own_locale(tmp_path: Path) -> None:
    file = tmp_path / "child.csl"
    head = f"<info><title>Child</title>{PARENT.format('apa')}</info>"
    file.write_text(f'<style xmlns="{NS}" default-locale="de-DE">{head}</style>', "utf-8")
    made = Style.load(file)
    assert (made.title, made.parent, made.default_locale, made.kind) == ("Child", "apa", "de-DE", "in-text")
    item = {"id": "a", "type": "chapter", "title": "T", "editor": [{"family": "Doe"}], "container-title": "B"}
    (entry,) = Processor(made, [item], to="text").bibliography()
    assert "Hrsg." in entry.text


def test_a_parent_that_depends_on_another_is_no_parent(tmp_path: Path) -> None:
    xml = f'<style xmlns="{NS}"><info>\n{PARENT.format("new-review-of-film-and-television-studies")}</info></style>'
    found, message = refusal(xml, tmp_path)
    assert found == 2
    assert "depends on another" in message


def test_text_that_is_no_file_is_called_a_style() -> None:
    with pytest.raises(InputError) as caught:
        Processor(Style.load(style("\n<blink/>")), [])
    assert str(caught.value).startswith("style:2:")


VALUES = {
    "a formatting": ('<text value="x"\nfont-style="wavy"/>', 2, "font-style='wavy'", "<text>"),
    "a text case": ('<text value="x" text-case="camel"/>', 2, "text-case='camel'", "<text>"),
    "a text case of a part of names": (
        '<names variable="author"><name>\n<name-part name="family" text-case="upper"/></name></names>',
        3, "text-case='upper'", "<name-part>",
    ),
    "a text case of a date": ('<date variable="issued" form="text" text-case="Title"/>', 2, "text-case=", "<date>"),
    "a flag": ('<text value="x" quotes="yes"/>', 2, "quotes='yes'", "<text>"),
    "a display": ('<text value="x" display="sideways"/>', 2, "display='sideways'", "<text>"),
    "a form of a number": ('<number variable="volume" form="dozens"/>', 2, "form='dozens'", "<number>"),
    "a form of a date": ('<date variable="issued" form="long"/>', 2, "form='long'", "<date>"),
    "a count": ('<names variable="editor"><name et-al-min="few"/></names>', 2, "et-al-min='few'", "<name>"),
    "a count below zero": ('<names variable="editor"><name et-al-min="-1"/></names>', 2, "et-al-min='-1'", "<name>"),
    "a match": ('<choose><if type="book" match="some"><text value="x"/></if></choose>', 2, "match='some'", "<if>"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "line", "said", "where"), VALUES.values(), ids=VALUES)
def test_a_value_that_csl_does_not_know(inside: str, line: int, said: str, where: str, tmp_path: Path) -> None:
    found, message = refusal(whole(inside), tmp_path)
    assert found == line
    assert message.startswith(f"has {said}")
    assert f" in {where}: it must be " in message


def test_a_value_in_a_locale_of_the_style(tmp_path: Path) -> None:
    terms = '\n<locale><terms><term name="page" form="tiny">p</term></terms></locale>'
    found, message = refusal(style('<text value="x"/>', Around(locales=terms)), tmp_path)
    assert (found, message.partition(":")[0]) == (2, "has form='tiny' in <term>")


NEXT = '<text macro="m{}"/>'


def bomb(levels: int, calls: int, inside: str = "{}") -> str:
    """A style of a few lines whose macros each call the next several times."""
    called = "".join(
        f'<macro name="m{level}">{inside.format(NEXT.format(level + 1)) * calls}</macro>' for level in range(levels)
    )
    last = f'<macro name="m{levels}"><text variable="title"/></macro>'
    return style('<text macro="m0"/>', Around(macros=called + last))


BOMBS = {
    "wide": bomb(9, 10),
    "deep": bomb(30, 2),
    "in groups": bomb(20, 2, "<group>{}</group>"),
    "in substitutes": bomb(20, 2, '<names variable="author"><substitute>{}</substitute></names>'),
    "in branches": bomb(20, 2, '<choose><if type="book">{}</if></choose>'),
    "in the keys of a sort": style(
        '<text variable="title"/>',
        Around(
            macros="".join(f'<macro name="m{at}">{NEXT.format(at + 1) * 9}</macro>' for at in range(8))
            + '<macro name="m8"><text value="x"/></macro>',
            sort='<sort><key macro="m0"/></sort>',
        ),
    ),
}


@pytest.mark.parametrize("xml", BOMBS.values(), ids=BOMBS)
@pytest.mark.timeout(10)
def test_macros_that_call_macros_beyond_all_measure(xml: str, tmp_path: Path) -> None:
    _line, message = refusal(xml, tmp_path)
    assert message == "prints more than 20000 elements for one item, those of its macros counted"


def test_branches_of_which_one_is_taken_count_as_one() -> None:
    branches = "".join(f'<else-if type="t{at}"><text value="{at}"/></else-if>' for at in range(30_000))
    xml = style(f'<choose><if type="book"><text value="x"/></if>{branches}</choose>')
    assert Processor(Style.load(xml), [{"id": "a", "type": "book"}], to="text").bibliography()[0].text == "x"


# What says nothing to a reader of CSL 1.0.2 may be of another vocabulary, or of a later version.
BEARABLE = {
    "an attribute nobody knows": '<text value="x" colour="red"/>',
    "an empty value": '<text value="x" font-style=""/>',
    "a number with spaces around it": '<text value="x"/><names variable="editor"><name et-al-min=" 3 "/></names>',
    "a term nobody knows": '<group><text value="x"/><text term="no such term"/></group>',
    "a variable nobody knows": '<text value="x"/><text variable="no-such-variable"/>',
}


@pytest.mark.parametrize("inside", BEARABLE.values(), ids=BEARABLE)
def test_what_nobody_knows_is_as_if_it_was_not_said(inside: str) -> None:
    item = {"id": "a", "type": "book", "volume": "3", "issued": {"date-parts": [[2001]]}}
    (made,) = Processor(Style.load(style(inside)), [item], to="html").bibliography()
    assert "x" in made.text.removeprefix('<div class="csl-entry">')
