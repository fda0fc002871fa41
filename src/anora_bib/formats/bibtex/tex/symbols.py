"""The commands of LaTeX that values hold, and what each prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from anora_bib.text.characters import CLOSING_DOUBLE, OPENING_DOUBLE

TAGS: Final[Mapping[str, str]] = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i", "mkbibitalic": "i", "textbf": "b", "mkbibbold": "b",
    "textsuperscript": "sup", "mkbibsuperscript": "sup", "textsubscript": "sub", "mkbibsubscript": "sub",
    "textsc": "sc", "mathit": "i", "mathbf": "b", "up": "sup", "fup": "sup",
}  # fmt: skip
DECLARED: Final[Mapping[str, str]] = {
    "em": "i", "it": "i", "itshape": "i", "sl": "i", "slshape": "i", "bf": "b", "bfseries": "b", "sc": "sc",
    "scshape": "sc",
}  # fmt: skip
TAG_TEXT: Final[Mapping[str, tuple[str, str]]] = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
}
SILENT: Final = frozenset(
    """textrm textsf texttt textup textmd textnormal text mathrm mathsf mathtt mbox hbox rm sf tt normalfont relax
    autocap bibsentence midsentence uppercase lowercase MakeUppercase MakeLowercase MakeTextUppercase MakeTextLowercase
    MakeSentenceCase protect small large footnotesize isdot adddot underline uline fbox mkbibacro textls lsstyle textlf
    textlining oldstylenums textlatin textgreek textcyrillic bibnamefont bibfnamefont xspace singleletter nobreak
    ignorespaces unskip sloppy raggedright displaystyle upshape mdseries selectfont
    allowbreak linebreak pagebreak noindent bgroup egroup begingroup endgroup""".split()
)
"""Commands that only say how something is set: an argument stays."""

ENCLOSED: Final[Mapping[str, tuple[str, str]]] = {
    "enquote": (OPENING_DOUBLE, CLOSING_DOUBLE), "mkbibquote": (OPENING_DOUBLE, CLOSING_DOUBLE),
    "textquote": (OPENING_DOUBLE, CLOSING_DOUBLE), "mkbibparens": ("(", ")"), "parentext": ("(", ")"),
    "mkbibbrackets": ("[", "]"), "brackettext": ("[", "]"),
}  # fmt: skip
"""Commands that print something around their argument. A quotation within another has single marks."""

DROPPED: Final[Mapping[str, int]] = {
    "noopsort": 1, "SortNoop": 1, "sortnoop": 1, "bibinfo": 1, "bibfield": 1, "texorpdfstring": 1,
    "foreignlanguage": 1, "textcolor": 1, "color": 1, "href": 1, "selectlanguage": 1, "hspace": 1,
    "vspace": 1, "label": 1, "index": 1, "fontsize": 2, "phantom": 1, "hphantom": 1, "textlang": 1, "language": 0,
    "arabic": 1, "roman": 1,
}  # fmt: skip
"""Commands of which so many arguments print nothing; what follows these does."""

VERBATIM: Final = frozenset({"url", "path", "nolinkurl", "doi"})
"""Commands whose argument is what it is, letter by letter."""

ACCENTS: Final[Mapping[str, str]] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "G": "\u030f", "h": "\u0309", "U": "\u030e",
    "textcommabelow": "\u0326", "cb": "\u0326", "textsubdot": "\u0323", "textogonekcentered": "\u0328", "t": "\u0361",
}  # fmt: skip
_SYMBOLS: Final[Mapping[str, str]] = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^",
    "textasciitilde": "~", "textless": "<", "textgreater": ">", "textbar": "|", "textasciigrave": "`",
    "textquotedbl": '"', "textquotesingle": "'", "ldots": "…", "dots": "…", "textellipsis": "…", "i": "ı", "j": "ȷ",
    "textendash": "–", "textemdash": "—", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "textunderscore": "_", "textdollar": "$", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "newline": " ", "par": " ", "space": " ", "hyp": "-", "hyphen": "-",
    "addspace": " ", "addcomma": ",", "addcolon": ":", "addsemicolon": ";", "adddotspace": ". ", "bibopenquote": "“",
    "bibclosequote": "”", "textnumero": "№", "LaTeXe": "LaTeX2e", "AmSTeX": "AmSTeX", "AmS": "AmS", "MF": "METAFONT",
    "METAFONT": "METAFONT", "MP": "METAPOST", "XeTeX": "XeTeX", "SliTeX": "SliTeX", "PiC": "PiC", "PiCTeX": "PiCTeX",
    "cprime": "ʹ", "textprime": "ʹ", "cdprime": "ʺ", "guillemotleft": "«", "guillemotright": "»", "flqq": "«",
    "frqq": "»", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "lq": "‘", "rq": "’", "ohorn": "ơ", "uhorn": "ư",
    "OHORN": "Ơ", "UHORN": "Ư", "textperiodcentered": "·", "cdot": "·", "times": "×", "cdots": "⋯", "colon": ":",
    "lt": "<", "gt": ">", "texttildelow": "˷", "textasciiacute": "´", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "addslash": "/", "copyright": "©", "pounds": "£", "S": "§", "P": "¶", "ddag": "‡", "SS": "SS",
    "degree": "°", "euro": "€", "EUR": "€", "textminus": "−", "permil": "‰", "og": "«", "fg": "»", "nobreakdash": "",
    "thinspace": " ", "nobreakspace": " ", "enspace": " ", "emspace": " ", "hfill": " ", "bibrangedash": "–",
    "textnonbreakinghyphen": "\u2011", "textprimstress": "ˈ",
}  # fmt: skip


@lru_cache(maxsize=1024)
def symbol(word: str) -> str | None:
    """What a command without arguments prints, by our table, then by pylatexenc's; None if neither has it."""
    if word in _SYMBOLS:
        return _SYMBOLS[word]
    from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

    spec = get_default_latex_context_db().get_macro_spec(word)
    found = getattr(spec, "simplify_repl", None)
    if not isinstance(found, str) or "%" in found or _PLACEHOLDER.search(found) or word == "today":
        return None
    return found


_PLACEHOLDER = re.compile(r"<[A-Za-z]")
"""Begins what pylatexenc has for commands that it cannot show: ``<cit.>`` for a citation, ``<ref>`` for a reference."""


def is_known(word: str) -> bool:
    """Whether a command is one that is read, and not kept as it stands."""
    tables = (ACCENTS, TAGS, DECLARED, SILENT, ENCLOSED, DROPPED, VERBATIM)
    return word in ("bibstring", "ensuremath") or any(word in table for table in tables) or symbol(word) is not None
