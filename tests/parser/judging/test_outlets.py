"""Types that the outlet of a piece decides, in references that print nothing else to tell them by."""

from __future__ import annotations

import pytest

from anora_bib.model.essay.pieces import Reference
from anora_bib.parser.learned.parser import LearnedParser

_PARSER = LearnedParser()


@pytest.mark.parametrize(
    ("string", "type"),
    [
        ("Ann Roe, “Tides at Wick,” Boston Globe, 4 May 2011.", "article-newspaper"),
        ("Ann Roe, “Tides at Wick,” The New Yorker, 4 May 2011.", "article-magazine"),
        ("Roe, Ann. „Ebbe in Wick“. Süddeutsche Zeitung, 4. Mai 2011.", "article-newspaper"),
        ("Ann Roe, “Tides at Wick,” Harbour Magazine, 4 May 2011.", "article-magazine"),
        ("Ann Roe, “Tides at Wick,” Lawfare, 4 May 2011, https://www.lawfareblog.com/tides.", "post-weblog"),
        ("Roe, Ann (2014). Tidal. GitHub. https://github.com/roe/tidal", "software"),
        ("Ann Roe, ‘Tides’ (4 May 2011) <www.youtube.com/watch?v=abc> accessed 2 June 2014.", "motion_picture"),
        ("https://www.theguardian.com/science/2011/may/04/tides", "webpage"),
        ("Roe, A., Moss, B. (2021). Tides of small harbours. doi:10.1101/2021.02.25.432000", "article"),
        ("Roe A. Tides of harbours. Proc. Natl. Acad. Sci. U.S.A. 103, 159–164 (2006).", "article-journal"),
        (
            "Roe, A. (2006). Tides of harbours. In Proceedings of the Fifth Symposium on Harbours, 12(1), 15–19.",
            "paper-conference",
        ),
        (
            "Roe, Ann. “Tides of Harbours.” Paper presented at the Symposium on Harbours, Wick, May 2006.",
            "speech",
        ),
        ("Ann Roe, “Against Lamps,” LessWrong, 4 May 2021, https://www.lesswrong.com/posts/abc/lamps.", "post-weblog"),
        (
            "Roe, A. (2004). Tides. In B. Moss (Ed.), Encyclopedia of Harbours (pp. 3–9). Hull: Tide Press.",
            "entry-encyclopedia",
        ),
        ("Ann Roe, Bob Doe. Lamps of deep learning. In CVPR, 2022.", "paper-conference"),
        ("Ann Roe, Bob Doe, “Lamps at scale,” in The 18th Symposium on Lamps (SOL 2018), 2018.", "paper-conference"),
        ("Wick Tide Office (WTO) (2014). Tides of the North. Hull: WTO.", "report"),
        ("Wick Harbour Board. Annual Report of the Tides. Hull: Wick Harbour Board, 2004.", "report"),
        ("Roe v Moss (1992) 116 EHRR 97", "legal_case"),
        ("Ann Roe, “Tides,” Harbour Notes, 4 May 2011.", "article-magazine"),
        ("Ann Roe, “Tides,” Harbour Notes, 4 May 2011, https://notes.example/tides.", "webpage"),
        ("Ann Roe, “Tides,” Harbour Notes, 4 May 2011, https://notes.example/blog/tides.", "post-weblog"),
        ("Roe, Ann. “Tides.” Wikipedia, 4 May 2011, https://en.wikipedia.org/wiki/Tide.", "entry-encyclopedia"),
        ("Ann Roe, Bob Doe. “Lamps at scale,” CHI 2010, April 2010.", "paper-conference"),
        ("Roe, Ann. „Ebbe“. In: Deutsche Monatsschrift, Dez. 1784, S. 481–494.", "article-journal"),
    ],
)
def test_type_by_outlet(string: str, type: str) -> None:
    [piece] = _PARSER.pieces(string)
    assert isinstance(piece, Reference)
    assert piece.entry.type == type
