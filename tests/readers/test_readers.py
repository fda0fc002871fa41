"""What every reader promises, and what each makes of its format."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.documents.decode import decode
from anora_bib.documents.line_ends import unified
from anora_bib.errors import InputError
from anora_bib.model import Block, BlockKind, Essay, Name
from anora_bib.readers.base import Reader
from anora_bib.readers.builtin import BUILTIN
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader
from anora_bib.text.spans import Span

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"]
SIGNS = "ab [1]^*_#-.>!()\n\r\t<p>&;/“”’é4\ufeff"
TEXTS = st.text(st.sampled_from(SIGNS) | st.characters(codec="utf-8", exclude_characters="\x00"), max_size=120)
TAGS = st.lists(
    st.sampled_from(
        "<p> </p> <li> <ol> </ol> <em> </em> <h2> <a\xa0href='#fn1'> 1 </a> <sup> &amp; &#8217; &x <br> <!-- <".split()
    )
    | st.sampled_from(
        ["word ", "  two\nlines ", "<img alt='a &amp; b'>", "<blockquote>", "</blockquote>", "<pre> x\n y</pre>"]
    ),
    max_size=40,
).map(lambda parts: "".join(parts).replace("\xa0", " "))


def kinds(essay: Essay) -> list[tuple[str, str]]:
    return [(str(block.kind), block.span.of(essay.text)) for block in essay.blocks]


def read(reader: Reader, text: str) -> Essay:
    return reader.read(text.encode(), "essay.x")


def nested(before: Block, after: Block) -> bool:
    return after.kind is BlockKind.IMAGE and before.outer.contains(after.outer)


@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)
@given(text=TEXTS | TAGS)
@settings(max_examples=100)
def test_spans_lie_in_the_text_in_order(reader: Reader, text: str) -> None:
    try:
        essay = read(reader, text)
    except InputError:
        return
    assert essay.source.encode(essay.encoding) == text.encode()
    whole = Span(0, len(essay.text))
    for block in essay.blocks:
        assert whole.contains(block.outer)
        assert block.outer.contains(block.span)
    for before, after in pairwise([block for block in essay.blocks if block.kind is not BlockKind.IMAGE]):
        assert before.outer.end <= after.outer.start
    signs = [anchor.span for anchor in essay.anchors] + [emphasis.span for emphasis in essay.emphases]
    assert all(whole.contains(span) for span in signs)
    if essay.document.source_map is None:
        assert essay.text == unified(essay.source)


@given(text=TAGS | TEXTS)
@settings(max_examples=100)
def test_a_source_map_leads_to_the_same_letters(text: str) -> None:
    try:
        essay = read(HtmlReader(), text)
    except InputError:
        return
    assert essay.document.source_map is not None
    for start in range(len(essay.text)):
        span = Span(start, start + 1)
        if essay.document.source_map.is_verbatim(span):
            assert essay.source_span(span).of(essay.source) == essay.text[start]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS)
@settings(max_examples=60)
def test_decoding_goes_back_to_the_same_bytes(encoding: str, text: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    data = (mark + text).encode(encoding)
    try:
        decoded = decode(data, "essay.txt")
    except InputError:
        return
    assert decoded.text.encode(decoded.encoding) == data


def test_windows_text_is_read_as_a_last_resort() -> None:
    decoded = decode("The café’s “door”\r\n".encode("cp1252"), "essay.txt")
    assert decoded == ("The café’s “door”\r\n", "cp1252")


BAD = [
    (b"", "the file is empty"),
    (b" \r\n\t\n", "the file is empty"),
    (b"\xef\xbb\xbf", "the file is empty"),
    (b"%PDF-1.7\n", "this is a PDF, not text"),
    (b"PK\x03\x04\x14", "this is a Word, OpenDocument or ZIP file, not text"),
    (b"ab\x00\x01\x02\xff", "this is binary data, not text"),
    (b"plain\x00text", "this is binary data, not text"),
    (b"one\ntwo \x81\x8d", "the encoding is unknown"),
    (b"\xff\xfea", "its mark says utf-16-le, its bytes do not"),
]


@pytest.mark.parametrize(("data", "message"), BAD)
@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)
def test_what_is_no_text_gets_one_clear_line(reader: Reader, data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        reader.read(data, "essay.txt")
    assert caught.value.message == message
    assert caught.value.hint
    assert str(caught.value).startswith("essay.txt")


def test_an_unknown_encoding_names_the_place() -> None:
    with pytest.raises(InputError, match=r"essay\.txt:2:5: "):
        decode(b"one\ntwo \x81\x8d", "essay.txt")


PLAIN = [
    (
        "A Short Heading\n\nAnd a sentence under it.",
        [("heading", "A Short Heading"), ("paragraph", "And a sentence under it.")],
    ),
    (
        "All Is Open[1]\n\nSo it is.[1][2]\n\nSo one of them says that “all is open.”3\n\nAll of Vol.12\n\nAt 3.14",
        [
            ("heading", "All Is Open[1]"),
            ("paragraph", "So it is.[1][2]"),
            ("paragraph", "So one of them says that “all is open.”3"),
            ("paragraph", "All of Vol.12"),
            ("heading", "At 3.14"),
        ],
    ),
    ("One line ends here.\nAnother begins.", [("paragraph", "One line ends here."), ("paragraph", "Another begins.")]),
    ("- one\n* two\n3. three", [("list item", "one"), ("list item", "two"), ("list item", "three")]),
    ("* * *\n\n*\n\n-----", [("rule", "* * *"), ("rule", "*"), ("rule", "-----")]),
    ("## Notes ##\n\n**Sources**", [("heading", "Notes"), ("heading", "Sources")]),
    ("![a map[1]](https://example.org/a_(1).png)", [("image", "a map[1]")]),
    ("So ![a map](m.png) it was.", [("paragraph", "So ![a map](m.png) it was."), ("image", "a map")]),
    ("> quoted words", [("quotation", "quoted words")]),
    (
        "\ufeffFirst words of it.\r\n\r\nMore of them.",
        [("paragraph", "First words of it."), ("paragraph", "More of them.")],
    ),
    ("[^4]: Roe, Book.\n[^5]:\nDoe, Book.", [("note", "Roe, Book."), ("note", "Doe, Book.")]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_blocks_of_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(PlainReader(), text)) == expected


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    lines = [
        "The harbour was quiet that winter, and nobody who worked there had",
        "much to say about it to the people who came down from the town on",
        "Sundays.",
    ]
    text = (
        "\n".join(lines)
        + "\n\n"
        + "\n".join(lines)
        + "\n\n- Roe, Jane. The Book, which has a title that runs on to the next\n  line. 1999.\n- Doe."
    )
    essay = read(PlainReader(), text)
    assert [str(block.kind) for block in essay.blocks] == ["paragraph", "paragraph", "list item", "list item"]


MARKDOWN = [
    ("# T\n\nText\n====\n", [("heading", "T"), ("heading", "Text")]),
    (
        "1. one\n\n   more\n2. two\n   - deep",
        [("list item", "one\n\n   more"), ("list item", "two"), ("list item", "deep")],
    ),
    (
        "[^4]: https://example.org\n\n[^5]: one\n\n    more\n\nText",
        [("note", "https://example.org"), ("note", "one\n\n    more"), ("paragraph", "Text")],
    ),
    ("> a\n> b\n\n***\n\n    code", [("quotation", "a\n> b"), ("rule", "***"), ("code", "code")]),
    ("\ufeff# T\n", [("heading", "T")]),
    ("one\r\n\r\ntwo\r\n", [("paragraph", "one"), ("paragraph", "two")]),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_blocks_of_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(MarkdownReader(), text)) == expected


def test_inline_signs_of_markdown() -> None:
    essay = read(
        MarkdownReader(), "In *Tangerine* and _Anora_, **bold**, 2*3*4.[^lee-2] [4](#fn4) [↩](#fnref4) [4](#fnref4)"
    )
    assert [emphasis.span.of(essay.text) for emphasis in essay.emphases] == ["Tangerine", "Anora"]
    assert [(anchor.label, anchor.span.of(essay.text)) for anchor in essay.anchors] == [
        ("lee-2", "[^lee-2]"),
        ("4", "[4](#fn4)"),
    ]


def test_front_matter() -> None:
    essay = read(
        MarkdownReader(), '---\ntitle: "A T"\nauthors: [Jane Roe, Al Doe]\ndate: 2024-05-02T10:00:00Z\n---\nText.\n'
    )
    found = essay.metadata
    assert (found.title, found.title_span and found.title_span.of(essay.text)) == ("A T", "A T")
    assert found.authors == (Name(family="Roe", given="Jane"), Name(family="Doe", given="Al"))
    assert found.date is not None and found.date.iso == "2024-05-02"
    assert kinds(essay) == [("paragraph", "Text.")]


def test_front_matter_of_a_page() -> None:
    essay = read(HtmlReader(), "---\ntitle: A T\ntags: [lamps]\n---\n<p>Text.</p>\n")
    assert (essay.metadata.title, essay.metadata.title_span) == ("A T", None)
    assert kinds(essay) == [("paragraph", "Text.")]


def test_data_of_a_program_has_no_prose() -> None:
    sent = '1:["$","div",null,{"children":["$","p",null,{"children":"Roe\'s ‘lamp\' burns."}]}]\n'
    assert [kind for kind, _ in kinds(read(PlainReader(), sent * 9))] == ["code"]


def test_broken_front_matter_is_a_diagnostic() -> None:
    essay = read(MarkdownReader(), "---\ntitle: [a\n---\nText.\n")
    assert [(d.rule, d.start.line) for d in essay.diagnostics] == [("broken-front-matter", 2)]
    assert kinds(essay) == [("paragraph", "Text.")]


def test_a_page() -> None:
    essay = read(
        HtmlReader(),
        "<html><head><title>T | Site</title><style>p {}</style></head><body><nav>Home</nav><h1>The <em>T</em></h1>"
        "<p>By Jane Roe<p>A&nbsp;caf&eacute;\n  door<br>here.<script>x()</script><ul><li>one<li>two</ul>"
        "<figure><img alt='a &lt; b'><figcaption>Courtesy of X</figcaption></figure>"
        "<blockquote><p>Said.</p></blockquote></body></html>",
    )
    assert kinds(essay) == [
        ("heading", "The T"),
        ("paragraph", "By Jane Roe"),
        ("paragraph", "A\xa0café door\nhere."),
        ("list item", "one"),
        ("list item", "two"),
        ("image", "a < b"),
        ("image", "Courtesy of X"),
        ("quotation", "Said."),
    ]
    assert essay.metadata.title == "The T"
    assert essay.metadata.authors == (Name(family="Roe", given="Jane"),)
    door = essay.text.index("door")
    assert essay.source_span(Span(door, door + 4)).of(essay.source) == "door"


ANCHORS = [
    ('x.<sup><a href="#fn4">4</a></sup>', [("4", "4")]),
    ('x.<a href="#4">[4]</a>', [("4", "[4]")]),
    ('x.<sup>[<a href="#n4">4</a>]</sup>', [("4", "[4]")]),
    ('x.<a role="doc-noteref" href="/p.html#fn4"><sup>4</sup></a>', [("4", "4")]),
    ("the turn.<sup>4</sup>", [("4", "4")]),
    ("the turn.<sup>3, 5</sup>", [("3", "3"), ("5", "5")]),
    ("the turn.<sup>3–5</sup>", [("3", "3"), ("4", "–"), ("5", "5")]),
    ("7 km<sup>2</sup>, CO<sup>2</sup>, 10<sup>6</sup>, 1<sup>st</sup>", []),
    ('<a href="#fnref4">4</a> <a href="https://example.org/4">4</a>', []),
]


@pytest.mark.parametrize(("page", "expected"), ANCHORS)
def test_anchors_of_a_page(page: str, expected: list[tuple[str, str]]) -> None:
    essay = read(HtmlReader(), f"<p>{page}</p>")
    assert [(anchor.label, anchor.span.of(essay.text)) for anchor in essay.anchors] == expected


@pytest.mark.parametrize("sign", ["<!--", "<a ", "<a b='", "</", "<!", "<div>", "&", "![", "[", "*", "[^", "> ", "- "])
@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)
def test_signs_that_never_close_take_no_time(reader: Reader, sign: str) -> None:
    assert read(reader, "words " + sign * 5_000).source
