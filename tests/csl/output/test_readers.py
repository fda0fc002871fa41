"""What readers of Markdown and reStructuredText see: the text of an entry, and the marks that were asked for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from anora_bib.csl import RUNS, Processor, Style
from anora_bib.csl.output.formats import format_named
from anora_bib.csl.output.nodes import DISPLAY, FLIPPING, QUOTED, Address, Mark, Node, Output
from anora_bib.csl.output.runs import FormattedText
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.values.richtext import BOLD, ENGLISH, ITALIC
from anora_bib.csl.values.typography import Typography
from tests.csl.markup_readers import READ, WORDS, same
from tests.csl.snippets import Around, entry, framed, style

QUICK = settings(derandomize=True, deadline=None, max_examples=200)

# -- trees

MARKS: list[tuple[Mark, ...]] = [
    (("font-style", "italic"),),
    (("font-weight", "bold"),),
    (("vertical-align", "sup"),),
    (("vertical-align", "sub"),),
    (("font-variant", "small-caps"),),
    (("font-style", "italic"), ("font-weight", "bold")),
    ((FLIPPING, ITALIC),),
    ((FLIPPING, BOLD),),
    (QUOTED,),
    ((DISPLAY, "block"),),
    ((DISPLAY, "indent"),),
    ((DISPLAY, "left-margin"),),
]
ADDRESS = framed("e.org/x", data=Address("URL", "https://e.org/x?a=*_&b"), marks=MARKS[0])
AFFIXES = ["", "", "", "(", ")", ".", " ", ", ", "a", "1", ":", "“", "-"]
TREES = st.recursive(
    WORDS | st.just(ADDRESS),
    lambda inner: st.builds(
        framed,
        st.lists(inner, min_size=1, max_size=4),
        st.sampled_from(AFFIXES),
        st.sampled_from(AFFIXES),
        st.sampled_from(["", "", " ", ", "]),
        st.sampled_from([(), *MARKS]),
    ),
    max_leaves=10,
)
TYPOGRAPHY = Typography(ENGLISH, punctuation_in_quote=True)
WRITER = Writer(TYPOGRAPHY, links=True)


def leaf(text: str, *marks: int) -> Node:
    return framed(text, marks=tuple(mark for number in marks for mark in MARKS[number]))


@pytest.mark.parametrize("to", READ)
@QUICK
@given(tree=TREES)
@example(tree=framed(["H", leaf("2", 3), "O"]))
@example(tree=framed(["pre", leaf("fix", 0), "es"]))
@example(tree=framed(["pre", leaf("(fix)", 0), "es"]))
@example(tree=framed([leaf("a", 0), leaf("b", 1), leaf("c", 0)]))
@example(tree=framed(["a", leaf("b", 5), leaf("c", 1), leaf("d", 5), leaf("e", 1), "f"]))
@example(tree=framed([leaf("(", 1), leaf("(x)", 5), leaf(")", 1), "y"]))
@example(tree=framed(["Wow!", ADDRESS, "(x)"]))
@example(tree=framed([leaf("a ", 0), leaf(" ", 1), leaf(" b", 3)]))
@example(tree=framed(["1", leaf("9", 4), ".", " x"]))
@example(tree=framed(["a", framed("===", marks=MARKS[9]), framed("- x", marks=MARKS[9]), leaf("2", 2)]))
def test_a_reader_sees_what_a_tree_says(to: str, tree: Output) -> None:
    segments = WRITER.write([("", tree)])
    text = format_named(to).write(segments)
    same(to, text, FormattedText.of(text, segments))


# -- fields

TAGS = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<sc>", "</sc>", '"', "'", "“", "”", " "]
HOSTILE = ["[a](b)", "![a](b)", "<a@b.c>", "<!--", "|a|", "`a`_", "a__", "_`a`", ".. x::", "\n\n", "\n- a", "\t", "\\"]
RICH = st.lists(st.sampled_from(TAGS) | WORDS | st.sampled_from(HOSTILE), max_size=10).map("".join)
INSIDE = (
    '<text variable="citation-number"/><group delimiter=", "><text variable="title" font-style="italic"/>'
    '<text variable="container-title" font-weight="bold" quotes="true"/><text variable="publisher"/></group>'
)


@pytest.mark.parametrize("to", READ)
@pytest.mark.parametrize("around", [Around(), Around(layout='suffix="."', bibliography='second-field-align="flush"')])
@QUICK
@given(title=RICH, container=RICH, publisher=RICH)
@example(title="<i>Anora </i>again", container="", publisher="")
def test_a_reader_sees_what_an_entry_says(to: str, around: Around, title: str, container: str, publisher: str) -> None:
    item = {"title": title, "container-title": container, "publisher": publisher}
    inside = INSIDE if around.bibliography else INSIDE.partition("/>")[2]
    drafts = Processor(Style.load(style(inside, around)), [{"id": "1", **item}], to=RUNS).bibliography()
    same(to, entry(inside, item, around, to=to), drafts[0].text if drafts else "")


# -- LaTeX

LATEX = [
    r"\input{/etc/passwd} \end{document} \undefined",
    "50% of # & $x$ {a} } { x_1^2 ~ | < >",
    "a -- b --- c '' ,, `` ?` !` \"x\" “y” ‘z’ – — …",
    "a\n\nb\r\nc\td",
    "[x] <i>a <b>b <i>c</i></b></i> <sup>2\n\n3</sup><sub>4</sub> <sc>d <i>e</i></sc>",
    "-",
    "'",
]


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no pdflatex here")
def test_latex_makes_pages_of_whatever_an_item_says(tmp_path: Path) -> None:
    inside = (
        '<text variable="citation-number"/><group><text variable="title" font-style="italic" suffix="-"/>'
        '<text variable="publisher" prefix="-" vertical-align="sup" quotes="true"/><text variable="URL" prefix=" "/>'
        "</group>"
    )
    items = [
        {"id": str(number), "title": text, "publisher": text, "URL": f"https://e.org/{text}"}
        for number, text in enumerate(LATEX)
    ]
    around = Around(bibliography='second-field-align="flush"')
    made = Processor(Style.load(style(inside, around)), items, to="latex", links=True).bibliography()
    assert len(made) == len(LATEX)
    # Nothing of what stands for an address is executed: the macro only prints its second argument.
    head = "\\documentclass{article}\n\\newcommand{\\href}[2]{#2}\n\\begin{document}\n"
    body = "\n\n".join(line.text for line in made)
    (tmp_path / "all.tex").write_text(f"{head}{body}\n\\end{{document}}\n", "utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "all.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=50)
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")
    assert b"Output written" in done.stdout
    assert b"passwd)" not in done.stdout, "a file was read"
