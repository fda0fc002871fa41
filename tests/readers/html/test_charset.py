"""Pages that declare their encoding."""

from __future__ import annotations

import pytest

from anora_bib.documents.decode import decode
from anora_bib.model import Essay
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.html.charset import codec, declared_charset

CYRILLIC = "Петрова, Анна. Двери. 2001."


def page(charset: str, words: str, encoding: str) -> bytes:
    return f'<html><head><meta charset="{charset}"></head><body><p>{words}</p></body></html>'.encode(encoding)


def read(data: bytes) -> Essay:
    return HtmlReader().read(data, "e.html")


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("<meta charset=windows-1251>", "windows-1251"),
        ("<META CHARSET = 'KOI8-R' />", "KOI8-R"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso-8859-2"),
        ('<?xml version="1.0" encoding="euc-jp"?><html>', "euc-jp"),
        ("<!-- <meta charset=koi8-r> --><meta charset=gbk>", "gbk"),
        ("<p>charset=koi8-r</p>", ""),
        (" " * 5_000 + "<meta charset=koi8-r>", ""),
        ("<meta " * 600, ""),
    ],
)
def test_where_a_page_declares_it(head: str, label: str) -> None:
    assert declared_charset(head.encode()) == label


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Windows-1251", "cp1251"), ("latin1", "cp1252"), ("us-ascii", "cp1252"), ("utf8", "utf-8"),
        ("UTF-16", "utf-8"), ("gb2312", "gb18030"), ("x-sjis", "cp932"), ("ks_c_5601-1987", "cp949"),
        ("iso-8859-9", "cp1254"), ("koi8-u", "koi8-u"), ("utf-7", ""), ("base64", ""), ("unicode_escape", ""),
        ("idna", ""), ("no-such", ""), ("", ""), ("\0", ""),
    ],
)  # fmt: skip
def test_labels_of_the_web(label: str, name: str) -> None:
    assert codec(label) == name


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("windows-1251", CYRILLIC), ("koi8-r", CYRILLIC), ("iso-8859-5", CYRILLIC),
        ("iso-8859-2", "Wiśniewska, Oława. Drzwi."), ("shift_jis", "川端康成『雪国』"), ("gbk", "鲁迅《呐喊》"),
        ("windows-1252", "“Müller”"),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_declares_and_written_alike(charset: str, words: str) -> None:
    data = page(charset, words, codec(charset))
    essay = read(data)
    assert essay.text == words
    assert essay.diagnostics == ()
    assert HtmlReader().write(essay.document, essay.source) == data


@pytest.mark.parametrize(
    ("charset", "encoding", "read_as", "message"),
    [
        ("windows-1251", "utf-8", "utf-8", "its bytes are not"),
        ("x-klingon", "utf-8", "utf-8", "no such encoding"),
        ("utf-8", "cp1252", "cp1252", "its bytes are not"),
        ("shift_jis", "cp1252", "cp1252", "its bytes are not"),
    ],
)
def test_a_page_that_declares_another_encoding_says_so(charset: str, encoding: str, read_as: str, message: str) -> None:
    essay = read(page(charset, "The film ends at a door, a café.", encoding))
    assert (essay.text, essay.encoding) == ("The film ends at a door, a café.", read_as)
    (found,) = essay.diagnostics
    assert message in found.message
    assert found.span.of(essay.source) == charset
    assert (found.start.line, found.start.column) == (1, 28)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_a_byte_order_mark_is_believed_first(charset: str) -> None:
    essay = read(page(charset, CYRILLIC, "utf-8-sig"))
    assert (essay.text, essay.encoding) == (CYRILLIC, "utf-8-sig")


def test_bytes_that_would_not_come_back_alike_are_not_believed() -> None:
    data = b"\x1b$B\x1b(B plain"  # an escape to Japanese and back with nothing in between
    assert decode(data, "e.html", "iso2022_jp").encoding == "utf-8"
