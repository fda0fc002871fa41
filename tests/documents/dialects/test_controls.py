from __future__ import annotations

import pytest

from anora_bib.documents.dialects import rst, rtf
from anora_bib.documents.dialects.controls import one_line, without_controls


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        ("plain", "plain", "plain"),
        ("a\r\n\r\nb\tc", "a b c", "a\r\n\r\nb\tc"),
        ("a\x1b[31mb\x00\x9b", "a[31mb", "a[31mb"),
        ("a\u2028b\x85c", "a b c", "a\u2028b\x85c"),
        ("a\u00a0b", "a\u00a0b", "a\u00a0b"),
    ],
)
def test_control_characters(text: str, line: str, lines: str) -> None:
    assert (one_line(text), without_controls(text)) == (line, lines)


def test_rtf_is_ascii() -> None:
    assert rtf.text("{é}\\\n\x07😀") == "\\{\\u233?\\}\\\\\\line \\u-10179?\\u-8704?"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("*a* `b` c_", r"\*a\* \`b\` c\_"),
        ("javascript:x and https://a.org", "javascript\\:x and https://a.org"),
        ("- item", "\\- item"),
        ("====", "\\===="),
        ("x ::", "x :\\:"),
    ],
)
def test_rst_begins_no_block(text: str, line: str) -> None:
    assert rst.line(rst.text(text)) == line
