"""Citation keys of LaTeX and of its auxiliary files."""

from __future__ import annotations

import pytest

from anora_bib.readers.keys import read_keys

CITED = [
    (r"\cite{a}", "a"),
    (r"\citep[see][p.~3]{a, b,c}", "a b c"),
    (r"\Textcites(see)(end)[1]{a}{b}[2]{c} text {d}", "a b c"),
    (r"\volcite{2}[3]{a}", "a"),
    (r"\footcite[cf.~\textit{x}][3]{a}", "a"),
    ("\\cite{a,% the first\n  b}", "a b"),
    (r"\citeA<see>[p.~2]{a}", "a"),
    (r"\defcitealias{a}{Book I} \citetalias{a}", "a a"),
    (r"\nocite{a} \bibentry{b} \citeonline[p. 3]{c}", "a b c"),
    (r"\citetext{as \citealp{a} says}", "a"),
    (r"\newcommand{\seecite}[1]{(see \citet{#1})} \seecite{a}", "a"),
    (r"\DeclareCiteCommand{\onlytitlecite}{}{}{}{} \onlytitlecite{a}", "a"),
    (r"\newcites{web,own}{Pages,Mine} \citeweb{a} \nociteown{b}", "a b"),
    (r"% \cite{a}", ""),
    (r"90\% of \cite{a}", "a"),
    (r"\verb|\cite{a}| \lstinline!\cite{b}! \cite{c}", "c"),
    ("\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\\cite{b}", "b"),
    ("\\begin{lstlisting}[language=TeX]\n\\cite{a}\n\\end{lstlisting}", ""),
    ("\\begin{comment}\\cite{a}\\end{comment}", ""),
    (r"\iffalse \cite{a} \fi \cite{b}", "b"),
    (r"\cite{a}\end{document} \cite{b}", "a"),
    (r"\excited{a} \setcitestyle{square} \citestyle{apa} \newcites{x}{Y} \bibcite{a}{1}", ""),
    (r"\cite{\thekey} \cite{}", ""),
]


@pytest.mark.parametrize(("text", "keys"), CITED)
def test_what_is_surely_cited(text: str, keys: str) -> None:
    read = read_keys(text, "paper.tex")
    assert [key.key for key in read.keys if key.sure] == keys.split()
    assert all(text[key.span.start : key.span.end] == key.key for key in read.keys)


def test_a_command_that_nobody_knows_may_cite() -> None:
    assert [(key.key, key.sure) for key in read_keys(r"\mycite{a}", "paper.tex").keys] == [("a", False)]


def test_all_entries_are_asked_for() -> None:
    read = read_keys(r"\nocite{*}", "paper.tex")
    assert read.everything
    assert read.keys == ()


LIBRARIES = [
    (r"\bibliography{refs, more}", "refs more", False),
    (r"\addbibresource[label=x]{refs.bib}", "refs.bib", False),
    (r"\addbibresource[location=remote]{http://example.org/a.bib}", "http://example.org/a.bib", True),
    (r"\bibliography{\jobname}", "", True),
    (r"\bibliographystyle{plain}", "", False),
    ("\\begin{filecontents*}{x.bib}\n@misc{a}\n\\end{filecontents*}", "", True),
    (r"% \bibliography{refs}", "", False),
    (r"\newcites{web}{Pages} \bibliographyweb{pages}", "pages", False),
]


@pytest.mark.parametrize(("text", "names", "hidden"), LIBRARIES)
def test_libraries(text: str, names: str, hidden: bool) -> None:
    read = read_keys(text, "paper.tex")
    assert ([one.name for one in read.libraries], read.hidden) == (names.split(), hidden)


def test_parts_and_own_keys() -> None:
    text = r"\input{a} \include{b/c} \subimport{d/}{e} \input f \input{#1} \bibitem[Roe]{own} \defbibentryset{s}{x,y}"
    read = read_keys(text, "paper.tex")
    assert [part.name for part in read.parts] == ["a", "b/c", "d/e", "f"]
    assert read.own == {"own", "s"}


def test_an_auxiliary_file() -> None:
    text = "\\citation{a,b}\n\\citation{biblatex-control}\n\\abx@aux@cite{0}{c}\n\\citation{a}\n\\citation{*}\n"
    read = read_keys(text + "\\bibdata{refs,more}\n\\@input{one.aux}\n\\citation{REVTEX41Control}", "paper.aux")
    assert [key.key for key in read.keys] == ["a", "b", "c"]
    assert [one.name for one in read.libraries] == ["refs", "more"]
    assert [one.name for one in read.parts] == ["one.aux"]
    assert read.everything
