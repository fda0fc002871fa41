"""What stands in code, templates, addresses and citation keys is no marker."""

from __future__ import annotations

import pytest

from anora_bib.text.spans import Span
from tests.lint.pipeline import diagnose, understand

ROE, DOE = (
    "Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009.",
    "Doe, John. *Wicks*. London: Lantern House, 2010.",
)
BRACKETED = "# Lamps\n\nOne of them.[1] And two.[2] {}\n\n## Notes\n\n[1] " + f"{ROE}\n\n[2] {DOE}\n"
LIVE = "# Lamps\n\nOne of them.[^1] And two.[^2] {}\n\n" + f"[^1]: {ROE}\n[^2]: {DOE}\n"
ALONE = "# Lamps\n\nOne of them. And two. {}\n"

NO_MARKERS = [
    "The `key[0]` and `a[3]`, or ``x[^7] ` y`` and `<sup>4</sup>`, `[4](#fn4)`.",
    'See {{ items[3] }}, {% include x[4] %}, {{< ref "a[^5]" >}}, {{footnote[5]}} and <%= a[6] %>.',
    "See https://example.org/a[5]/b, <https://example.org/a[6]>, https://example.org/?x=[3] and www.example.org/[4].",
    "See [here](https://example.org/[3]) or [there](../a[4].md).",
    "As [@roe2009, 12; @doe0] says, or [see @key, [3]], or [@key [4]], or @roe [3].",
    "As [@roe2009][3] says, or [^@key3].",
    "A <span data-x='[4]'>word</span>, and <!-- [7] --> nothing.",
    "The formula $a[3] + b^4^$ and $$a_[5]$$.",
    "Let key[0] be x[0] or [[0]].",
    "See [the page][7] of it.\n\n[7]: https://example.org/\n\nAnd so on.",
    "H<sup>0</sup> and words<sup>0</sup>.",
]


@pytest.mark.parametrize("essay", [BRACKETED, LIVE, ALONE], ids=["bracketed", "live", "no notes"])
@pytest.mark.parametrize("words", NO_MARKERS)
def test_no_marker(words: str, essay: str) -> None:
    text = essay.format(words)
    assert [problem.message for problem in diagnose(text, "M001")] == []
    markers = [marker for marker in understand(text).markers if marker.span.start > text.index("two.") + 8]
    assert markers == []


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("“So `it` is.”[3] That.", "3"),
        ("See https://example.org/page.[3] That.", "3"),
        ("See (www.example.org).[3] That.", "3"),
        ("It cost $5 and more[3] than $6.", "3"),
        ("A tick ` is one[3] of them.", "3"),
        ("He is @roe on the net.[3] That.", "3"),
        ("Write to roe@example.org [3] for it.", "3"),
        ("The set {a, b}[3] of it.", "3"),
        ("If a < b then so[3] is c > d.", "3"),
        ("The [page][sic][3] of it.\n\n[sic]: https://example.org/", "3"),
    ],
)
def test_a_marker_beside_such_places(words: str, label: str) -> None:
    text = BRACKETED.format(words)
    (marker,) = [marker for marker in understand(text).markers if marker.span.start > text.index("two.") + 8]
    assert marker.label == label
    assert marker.span == Span(text.index("[3]"), text.index("[3]") + 3)


def test_a_note_may_have_an_odd_label_if_it_is_there() -> None:
    text = f"# Lamps\n\nOne of them.[^@roe2009] And two.[0]\n\n[^@roe2009]: {ROE}\n\n## Notes\n\n[0] {DOE}\n"
    assert [marker.label for marker in understand(text).markers] == ["@roe2009", "0"]
    assert diagnose(text, "M001") == []


def test_backticks_of_plain_text_are_quotation_marks() -> None:
    text = f"Lamps\n\nHe says `so'[1] and `no' twice.[2]\n\nNotes\n\n[1] {ROE}\n\n[2] {DOE}\n"
    assert [marker.label for marker in understand(text, reader="plain").markers] == ["1", "2"]
