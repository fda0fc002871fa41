"""Styles as XML: encodings, lines, and what is refused before it is looked at as CSL."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.csl import BUILTIN, Processor, Style
from anora_bib.csl.compile.style import compile_style
from anora_bib.csl.styletree import elements
from anora_bib.csl.styletree.elements import DEEPEST, read_xml
from anora_bib.errors import InputError
from tests.csl.snippets import NS, Around, style

ITEM = {"id": "a", "type": "book", "title": "T"}
SAYS_E = style('<text value="é"/>')


def printed(made: Style) -> str:
    return Processor(made, [ITEM], to="text").bibliography()[0].text


def refusal(source: str | Path) -> InputError:
    with pytest.raises(InputError) as caught:
        Processor(Style.load(source), [])
    return caught.value


ENCODED = {
    "undeclared": SAYS_E.encode(),
    "utf-8": f'<?xml version="1.0" encoding="utf-8"?>{SAYS_E}'.encode(),
    "latin-1": f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{SAYS_E}'.encode("latin-1"),
    "windows": f"<?xml version='1.0' encoding='windows-1252' standalone='yes'?>{SAYS_E}".encode("cp1252"),
    "utf-16": f'<?xml version="1.0" encoding="UTF-16"?>{SAYS_E}'.encode("utf-16"),
    "byte order mark": f'<?xml version="1.0" encoding="utf-8"?>{SAYS_E}'.encode("utf-8-sig"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_a_file_is_read_in_its_encoding(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "own.csl"
    file.write_bytes(data)
    made = Style.load(file)
    assert printed(made) == "é"
    assert BUILTIN[1].processor(made, [ITEM], to="text").bibliography()[0].text == "é"
    assert printed(Style.load(made.xml)) == "é"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "ascii"])
def test_text_has_no_encoding_whatever_it_declares(encoding: str) -> None:
    made = Style.load(f'<?xml version="1.0" encoding="{encoding}"?>\n{SAYS_E}')
    assert printed(made) == "é"
    assert "encoding" not in made.xml


UNREADABLE = {
    "another encoding": (b'<?xml version="1.0"?>\n<style>\n\xe9</style>', 3, "not utf-8"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><style/>', 1, "'klingon' is unknown"),
    "an encoding of bytes": (b'<?xml version="1.0" encoding="zlib"?><style/>', 1, "'zlib' is unknown"),
    "nothing": (b"", 1, "no element found"),
    "two roots": (b"<a/>\n<b/>", 2, "is not XML"),
    "an entity": (b"<style>\n&e;</style>", 2, "undefined entity"),
    "no end": (b"<style>\n<info>\n", 3, "is not XML"),
    "a document type": (b'\n<!DOCTYPE style SYSTEM "http://e.org/x.dtd">\n<style/>', 2, "declares a document type"),
    "entities in entities": (
        b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
        1,
        "declares a document type",
    ),
}


@pytest.mark.parametrize(("data", "line", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_xml_that_we_read(data: bytes, line: int, message: str, tmp_path: Path) -> None:
    file = tmp_path / "own.csl"
    file.write_bytes(data)
    error = refusal(file)
    assert (error.path, error.line) == (str(file), line)
    assert message in error.message


def test_text_of_half_a_character_is_no_xml() -> None:
    assert "is not XML" in refusal(f'<style xmlns="{NS}">\n\ud800</style>').message


def test_the_line_of_an_error_is_that_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "own.csl"
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!-- one\ntwo -->\n'
    file.write_text(head + style("\n<!-- three\n -->\n<blink/>"), "utf-8")
    assert refusal(file).line == 7


def test_comments_and_instructions_are_not_there() -> None:
    inside = '<!-- a --><text value="a"/><?b c?><group><!-- d --><text value="e"/></group>'
    assert printed(Style.load(style(inside))) == "ae"


def test_an_element_of_another_vocabulary_is_none_of_csl() -> None:
    error = refusal(style('\n<x:text xmlns:x="urn:x" value="a"/>'))
    assert (error.line, error.message) == (2, "has an element <{urn:x}text>, which CSL does not know in <layout>")
    other = refusal('<style xmlns="urn:x"/>')
    assert other.message == f"is not a CSL style: its root is <style> outside {NS}"


def test_text_is_what_stands_before_the_first_child() -> None:
    root = read_xml(f'<a xmlns="{NS}">one<!-- -->two<![CDATA[<&]]><b c="d">x</b>three</a>')
    assert (root.name, root.text, [child.text for child in root]) == ("a", "onetwo<&", ["x"])
    assert (root.children[0].get("c"), root.children[0].get("e", "none")) == ("d", "none")


TWICE = {
    "a number": ("&amp;#160;", "\u00a0"),
    "a number in hexadecimal": ("&amp;#xA0;", "\u00a0"),
    "by number": ("&#38;#8211;", "\u2013"),
    "a name": ("&amp;amp;", "&"),
    "an ampersand alone": ("A &amp; B", "A & B"),
    "a name nobody knows": ("&amp;nbsp;", "&nbsp;"),
}


@pytest.mark.parametrize(("written", "meant"), TWICE.values(), ids=TWICE)
def test_references_escaped_twice_are_read_as_they_are_meant(written: str, meant: str) -> None:
    root = read_xml(f'<a b="{written}"><c>{written}</c></a>')
    assert (root.get("b"), root.children[0].text) == (meant, meant)


def test_what_a_style_escapes_twice_is_printed_as_it_is_meant() -> None:
    locale = '<locale><terms><term name="page" form="short">p.&amp;#160;</term></terms></locale>'
    inside = (
        '<text term="page" form="short"/><text variable="title" prefix="5&amp;#8211;" suffix="&amp;#160;&amp;amp;"/>'
    )
    assert printed(Style.load(style(inside, Around(locales=locale)))) == "P.\u00a05–T\u00a0&"


def nested(depth: int) -> str:
    return style("<group>" * depth + '<text variable="title"/>' + "</group>" * depth)


def chained(length: int) -> str:
    links = "".join(f'<macro name="m{at}"><text macro="m{at + 1}"/></macro>' for at in range(length))
    return style(
        '<text macro="m0"/>', Around(macros=f'{links}<macro name="m{length}"><text variable="title"/></macro>')
    )


@pytest.mark.parametrize("made", [nested, chained])
def test_a_style_may_be_deep_but_not_without_end(made: object) -> None:
    assert callable(made)
    assert printed(Style.load(made(DEEPEST - 10))) == "T"
    for depth in (DEEPEST + 1, 20 * DEEPEST):
        assert f"nested more than {DEEPEST} deep" in refusal(made(depth)).message


def test_a_style_is_parsed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    read: list[str] = []

    def counted(xml: str) -> elements.XMLElement:
        read.append(xml)
        return read_xml(xml)

    monkeypatch.setattr(elements, "read_xml", counted)
    file = tmp_path / "own.csl"
    file.write_text(style('<text value="parsed but once"/>'), "utf-8")
    assert printed(Style.load(file)) == "parsed but once"
    assert len(read) == 1


def test_only_what_is_asked_for_is_compiled() -> None:
    made = Style.load(style('<text value="compiled for citations"/>'))
    compiled = compile_style(made)
    Processor(made, [ITEM]).citations([{"citationItems": [{"id": "a"}]}])
    assert "citation" in vars(compiled)
    assert "bibliography" not in vars(compiled)
