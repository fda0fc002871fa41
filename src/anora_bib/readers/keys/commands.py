r"""The commands of LaTeX that cite.

Sources: the manuals of LaTeX, natbib, biblatex (3.9), apacite, jurabib, harvard, chicago, REVTeX, abntex2cite,
multibib, bibentry and IEEEtran.
"""

from __future__ import annotations

import re
from typing import Final

CITES: Final = re.compile(
    r"\\(?P<name>[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}|bibentry|citation|defcitealias)\*?(?=\s{0,4}[\[({<])"
)
"""A command that may cite, by its name, before its arguments."""

_SINGLE: Final = "cite parencite footcite textcite smartcite supercite autocite fullcite footfullcite".split()
_BEGIN_A_SENTENCE: Final = """Cite Parencite Footcite Textcite Smartcite Supercite Autocite Citet Citep Citealt Citealp
    Citeauthor Notecite Pnotecite Volcite Pvolcite Fvolcite Ftvolcite Svolcite Tvolcite Avolcite""".split()
_FURTHER: Final = """nocite bibentry citation bstctlcite defcitealias citetalias citepalias footcitetext footcitetexts
    citet citep citealt citealp citeauthor citeyear citeyearpar citenum citefullauthor citetitle citedate citeurl
    citename citelist citefield notecite pnotecite fnotecite volcite pvolcite fvolcite ftvolcite svolcite tvolcite
    avolcite onlinecite inlinecite citeA citeN citeNP citeNN citeANP citeauthorNP citeyearNP fullciteA fullciteNP
    fullciteauthor fullciteauthorNP shortcite shortciteA shortciteN shortciteNP shortciteauthor shortciteauthorNP
    nocitemeta maskcite maskciteA maskciteNP masknocite citeasnoun citeaffixed possessivecite citeonline
    citeauthoronline citeyearonline citetitleonline""".split()
_KNOWN: Final = frozenset(
    [*_SINGLE, *_BEGIN_A_SENTENCE, *_FURTHER, *(f"{name}s" for name in (*_SINGLE, *_BEGIN_A_SENTENCE)), "volcites"]
)

_WITHOUT_KEY: Final = frozenset(
    """newcites setcitestyle citestyle citesetup citereset citetext AtEveryCite AtEveryCitekey AtNextCite AtNextCitekey
    AtEveryMultiCite AtNextMultiCite DeclareCiteCommand DeclareMultiCiteCommand DeclareAutoCiteCommand bibcite
    citenumfont citeleft citeright citepunct citemid citedash citeform excite excited exciting recite citecolor
    ifciteseen ifciteibid ifciteidem iffirstciteseen ifciteindex setcite""".split()
)
"""Commands with "cite" in their names that cite nothing."""

_SEVERAL: Final = re.compile(r"[A-Za-z]{0,20}(?:cites|citetexts)")

OWN: Final = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|def|NewDocumentCommand|DeclareCiteCommand|DeclareMultiCiteCommand)\*?"
    r"\s{0,4}\{?\s{0,4}\\(?P<name>[A-Za-z]{1,40})"
)
"""The definition of a command, up to its name."""

SERIES: Final = re.compile(r"\\newcites\s{0,4}\{(?P<names>[A-Za-z,\s]{0,200})\}")
r"""Names of further lists of multibib: ``\newcites{web}`` makes ``\citeweb`` and ``\bibliographyweb``."""


def is_known(name: str) -> bool:
    """True if the command of that name surely cites."""
    return name in _KNOWN


def takes_no_key(name: str) -> bool:
    """True for a command of a package that has "cite" in its name and cites nothing."""
    return name in _WITHOUT_KEY


def takes_several(name: str) -> bool:
    r"""True if it takes any number of groups, as ``\cites``."""
    return _SEVERAL.fullmatch(name) is not None


def takes_volume(name: str) -> bool:
    r"""True if the number of a volume stands before the keys, as in ``\volcite{2}{roe2001}``."""
    return name.lower().endswith(("volcite", "volcites"))
