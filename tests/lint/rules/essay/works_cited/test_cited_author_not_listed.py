from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, only

LIST = """\
Arne, Tom, and Ida Wolff. *Nets*. Fjord Press, 2012.

Brandt, Olga. *Tides and Tolls*. Lantern House, 1988.

de la Cruz, Inés. *Sal*. Ría, 1999.

Halm, Grete. *The Drowned Bell*. Fjord Press, 1994.
"""
CITED = "Nets are old (Arne and Wolff 4; see also Brandt 12). The bell is not (Halm 31). Salt is dear (de la Cruz 7)."


def page(claim: str, cited: str = CITED) -> str:
    """An essay whose other citations are all listed."""
    return f"# On Bells\n\n{cited} {claim}\n\n## Works Cited\n\n{LIST}"


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("It rang (Fjell 3).", "“Fjell 3” is cited, and not listed"),
        ("It rang (Halm 4; Fjell and Dahl, pp. 3-5).", "“Fjell and Dahl, pp. 3-5” is cited, and not listed"),
        ("It rang (Fjell et al. 3).", "“Fjell et al. 3” is cited, and not listed"),
        ("It rang (Halm, “Bells of Oslo” 3).", "“Bells of Oslo” is cited as a title of Halm"),
    ],
)
def test_the_list_does_not_have_it(claim: str, words: str, reader: str) -> None:
    assert only(page(claim), "W016", reader=reader).message.startswith(words)


@pytest.mark.parametrize(
    "claim",
    [
        "It rang (Wolff 3). It rang (Halm, “Bell” 3), (Cruz 9).",
        "It rang (May 12). It rang (Figure 3), (Act 2), (Psalm 23), (NATO 4), (ibid. 7), (Ibid, 7).",
        "It was cast (Dahl, 1483), and sold (Dahl 1999).",
    ],
    ids=["listed", "no names", "years"],
)
def test_what_is_listed_or_no_author(claim: str) -> None:
    assert diagnose(page(claim), "W016") == []


def test_an_essay_that_cites_otherwise() -> None:
    assert diagnose(page("It rang (Fjell 3).", "Nets are old."), "W016") == []
    assert diagnose(page("It rang (Fjell 3; Dahl 4; Lie 5)."), "W016") == []
    assert diagnose(f"# On Bells\n\n{CITED} It rang (Fjell 3).\n", "W016") == []


def test_pages_alone_show_how_the_essay_cites() -> None:
    cited = "Halm hears a bell (31). Brandt counts (12). Arne mends nets (4)."
    assert only(page("It rang (Fjell 3).", cited), "W016")
