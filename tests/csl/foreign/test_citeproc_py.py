"""The engine behind citeproc-py: what goes in comes out, in every format, and nothing breaks it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl import RUNS, Run, Style, runs
from anora_bib.csl.foreign import formatter
from anora_bib.csl.foreign.citeproc_py import CiteprocPy, CiteprocPyProcessor
from anora_bib.csl.foreign.marks import segments
from anora_bib.csl.output.formats import FORMATS, format_named
from anora_bib.csl.output.runs import NO_SOURCE, FormattedText
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.model import Date, Entry, Name
from anora_bib.model.values.csl import TYPES
from tests.csl.markup_readers import READ, WORDS, same

ENGINE = CiteprocPy()
BOOK = Entry.of(
    "book", key="Fisher", author=(Name("Fisher", "Mark"),), title="Capitalist Realism", issued=Date.of(2009)
)
HOSTILE = 'A <script>alert(1)</script> & \\input{x} *b* {c} $d$ "e" <i>Anora</i>'

STYLES = {name: Style.load(name) for name in ("mla", "chicago-author-date", "film-essay")}


def text(entry: Entry, style: str = "mla", to: str = "text", locale: str | None = None) -> str:
    """The one line of a bibliography, or the citation in a style that has none."""
    processor = ENGINE.processor(Style.load(style), [entry.to_csl()], locale=locale, to=to)
    lines = [line.text for line in processor.bibliography()]
    return (lines or processor.citations([{"citationItems": [{"id": entry.key}]}]))[0]


def test_given_names_stay_whole_where_the_style_says_so() -> None:
    assert text(BOOK) == "Fisher, Mark. Capitalist Realism. 2009."
    assert text(BOOK, "apa") == "Fisher, M. (2009). Capitalist Realism."


ESCAPED = {
    "text": "A <script>alert(1)</script> & \\input{x} *b* {c} $d$ \"e\" Anora",
    "html": "A &#60;script&#62;alert(1)&#60;/script&#62; &#38; \\input{x} *b* {c} $d$ \"e\" Anora",
    "markdown": r'A \<script\>alert(1)\</script\> & \\input\{x\} \*b\* \{c\} \$d\$ "e" Anora',
    "latex": r"\textless{}script\textgreater{}alert(1)\textless{}/script\textgreater{} \& \textbackslash{}input\{x\}",
    "rtf": r'A <script>alert(1)</script> & \\input\{x\} *b* \{c\} $d$ "e" Anora',
    "rst": r'A \<script\>alert(1)\</script\> & \\input{x} \*b\* {c} $d$ "e" Anora',
}  # fmt: skip


@pytest.mark.parametrize("to", [output.name for output in FORMATS])
def test_nothing_in_an_item_is_markup(to: str) -> None:
    assert ESCAPED[to] in text(BOOK.with_values(title=HOSTILE), to=to)


MARKED = {
    "html": "<i>H<sub>2</sub>O, <b>Anora</b>Bis</i>",
    "markdown": "*H<sub>2</sub>O, **Anora**Bis*",
    "latex": r"\emph{H\textsubscript{2}O, \textbf{Anora}Bis}",
    "rtf": r"{\i H{\sub 2}O, {\b Anora}Bis}",
    "rst": r"*H*\ :sub:`2`\ *O,* **Anora**\ *Bis*",
}


@pytest.mark.parametrize("to", MARKED)
def test_marks_hold_inside_words_and_each_other(to: str) -> None:
    assert MARKED[to] in text(BOOK.with_values(title="H<sub>2</sub>O, <b>Anora</b>Bis"), to=to)


def test_a_mark_within_its_like_leaves_no_trace() -> None:
    italic = str(formatter.Italic(f"a {formatter.Oblique(formatter.Italic('b'))} c"))
    assert _written(italic, "latex") == r"\emph{a b c}"
    assert _written(italic, "html") == "<i>a <em>b</em> c</i>"


def test_every_mark_of_a_style_is_heard() -> None:
    (run,) = runs(_written(_wrapped("x", ["Oblique", "Bold", "Underline", "Subscript", "SmallCaps"]), "html"))
    assert run == Run("x", italic=True, bold=True, small_caps=True, underline=True, subscript=True)
    assert _written(str(formatter.Light("x")), "html") == "x"
    assert formatter.Bold(None) is None


def _written(rendered: str, to: str) -> FormattedText:
    made = segments(rendered, NO_SOURCE)
    return FormattedText.of(format_named(to).write(made), made)


def _wrapped(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = str(getattr(formatter, name)(text))
    return text


ITALIC, BOLD, RAISED = (_wrapped("x", [name]).split("x") for name in ("Italic", "Bold", "Superscript"))
# Runs that nest, cross each other, are never closed or never opened.
CROSSING = st.lists(WORDS | st.sampled_from([*ITALIC, *BOLD, *RAISED]), max_size=10).map("".join)


@pytest.mark.parametrize("to", READ)
@settings(max_examples=200)
@given(rendered=CROSSING)
def test_a_reader_sees_what_was_marked(to: str, rendered: str) -> None:
    text = _written(rendered, to)
    same(to, text, text)


TITLES = st.lists(WORDS | st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>"]), max_size=8).map("".join)


@pytest.mark.parametrize("to", READ)
@settings(max_examples=30)
@given(title=TITLES)
def test_a_reader_sees_what_an_entry_says(to: str, title: str) -> None:
    item = BOOK.to_csl() | {"title": title}
    drafts = CiteprocPyProcessor(STYLES["mla"], [item], None, RUNS).bibliography()
    written = ENGINE.processor(STYLES["mla"], [item], to=to).bibliography()
    assert len(written) == len(drafts) == 1
    same(to, written[0].text, drafts[0].text)


def test_ids_stay_as_they_are_and_must_differ() -> None:
    other = BOOK.to_csl() | {"id": "fisher"}
    processor = ENGINE.processor(Style.load("mla"), [BOOK.to_csl(), other])
    assert [line.id for line in processor.bibliography()] == ["Fisher", "fisher"]
    with pytest.raises(InputError, match="items 1 and 2 have one id, 'Fisher'"):
        ENGINE.processor(Style.load("mla"), [BOOK.to_csl(), BOOK.to_csl()])


def test_citations() -> None:
    processor = ENGINE.processor(Style.load("mla"), [BOOK.to_csl()])
    clusters = [{"citationItems": [{"id": "Fisher", "locator": "12"}]}, {"citationItems": [{"id": "nobody"}]}]
    assert processor.citations(clusters) == ["(Fisher, Capitalist Realism 12)", "((nobody?))"]
    assert getattr(processor, "problems") == ["nobody: cited, but there is no such item"]  # noqa: B009


def test_unknown_names() -> None:
    with pytest.raises(UnknownNameError, match="no output 'htm'; did you mean 'html'"):
        text(BOOK, to="htm")
    with pytest.raises(UnknownNameError, match="no locale 'xx-YY'"):
        text(BOOK, locale="xx-YY")


def test_a_locale() -> None:
    film = Entry.of("motion_picture", title="Anora", director=(Name("Baker", "Sean"),), issued=Date.of(2024))
    assert text(film, locale="fr-FR") != text(film)


def test_a_style_that_cannot_be_used() -> None:
    broken = Style.load(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note"><info><title>x</title></info></style>'
    )
    with pytest.raises(InputError, match="it has no <citation>"):
        ENGINE.processor(broken, [])


DATES = [{"date-parts": [[2024, 13]]}, {"date-parts": [[0]]}, {"date-parts": [[2024], [2024]]}, {"literal": "soon"}]
PEOPLE = [[{"family": "Mac"}], [{"given": "J"}], ["x"], [{}]]
TEXTS: list[object] = ["", "x", "1-2", "\ue000", "<i>", "xii bis", "\0", None, 3, [], {}, [[]]]
ODD: st.SearchStrategy[object] = st.sampled_from([*TEXTS, *DATES, *PEOPLE])
VARIABLES = "title author issued page volume number-of-pages language accessed director custom odd".split()
ITEM = st.builds(
    lambda kind, values: {"type": kind, **values},
    st.sampled_from([*sorted(TYPES), "nothing"]),
    st.dictionaries(st.sampled_from(VARIABLES), ODD, max_size=6),
)


@settings(max_examples=20)
@given(items=st.lists(ITEM, min_size=1, max_size=3), style=st.sampled_from(sorted(STYLES)))
def test_odd_items_never_break_it(items: list[dict[str, object]], style: str) -> None:
    numbered = [item | {"id": f"i{number}"} for number, item in enumerate(items)]
    processor = ENGINE.processor(STYLES[style], numbered)
    found = {line.id for line in processor.bibliography()}
    missing = {str(item["id"]) for item in numbered} - found
    assert all(any(problem.startswith(f"{id}:") for problem in getattr(processor, "problems")) for id in missing)  # noqa: B009
