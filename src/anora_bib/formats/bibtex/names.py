"""Names as BibTeX has them, ``von Last, Jr, First and ...``, to our names and back.

The rules are those of Nicolas Markey, "Tame the BeaST", section 11, with one difference: a particle is made only of
the small-lettered words a family name begins with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from anora_bib.formats.bibtex.tex.macros import Macros
from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.formats.bibtex.tex.writing import escape
from anora_bib.model import Name
from anora_bib.model.values.names import OTHERS
from anora_bib.system.memory import Memory

_NEEDS_BRACES = re.compile(r",|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_SEPARATOR = re.compile(r"([{}])|(\\.)|(,)|(\s+)|([^\\{},\s]+)", re.DOTALL)

_AND = re.compile(r" (?:and )++", re.IGNORECASE)
_SPACED_ACCENT = re.compile(r"(\\[bcdkruvHtG])\s++([A-Za-z])")
"""An accent with a space before its letter, which is not where a word ends."""
_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_]\.)")
_KNOWN: Final = Memory[str, Name](20_000)
_MOST_PARTS: Final = 3
"""Parts between commas that a name has at most: "von Last, Jr, First"."""

Names = tuple[Name, ...]

_BRACE_OR_MARKUP = re.compile(r"(?:\\(?:textbf|textit|textsl|textsc|emph|underline|uline)\s{0,9})?\{|\}")
_PAIR = re.compile(r"([A-Za-z][A-Za-z-]*)\s*=\s*(.*)", re.DOTALL)


def write_names(names: Iterable[Name], *, ascii_only: bool) -> str:
    """The names as the value of a field; "" if none says anything."""
    written = (_write(name, ascii_only) for name in names)
    return " and ".join(name for name in written if name)


def read_names(value: str, macros: Macros | None = None, fault: Callable[[str], None] | None = None) -> Names:
    """The names in a value, still in LaTeX. One that is empty is passed over, as is a comma at the end of one.

    ``fault`` hears of a name with more commas than a name can have. Such a name is kept in one piece.
    """
    if "{" not in value and "\\" not in value:
        return _plain_names(value, fault)
    value = _without_markup(_SPACED_ACCENT.sub(r"\1{\2}", value))
    return tuple(name for parts in _people(value) if (name := _read(parts, macros, fault)) is not None)


def _without_markup(value: str) -> str:
    r"""Names without what sets some of them apart, as lists of one's own works have it: ``\textbf{Roe, J.}``."""
    out: list[str] = []
    done = 0
    closing: list[bool] = []
    for match in _BRACE_OR_MARKUP.finditer(value):
        sign = match[0]
        if sign == "}":
            if closing and closing.pop():
                out.append(value[done : match.start()])
                done = match.end()
            continue
        marks = sign != "{"
        closing.append(marks)
        if marks:
            out.append(value[done : match.start()])
            done = match.end()
    return "".join((*out, value[done:]))


def _plain_names(value: str, fault: Callable[[str], None] | None) -> Names:
    """Names without braces and commands, which nearly all are: each is remembered."""
    out: list[Name] = []
    for text in map(str.strip, _AND.split(f" {' '.join(value.split())} ")):
        name = _KNOWN.get(text)
        if name is None:
            parts = [part.split() for part in text.split(",")]
            read = _read(parts, None, fault)
            if read is None:
                continue
            name = read if len(parts) > _MOST_PARTS else _KNOWN.keep(text, read)
        out.append(name)
    return tuple(out)


def _write(name: Name, ascii_only: bool) -> str:
    def tex(text: str) -> str:
        return escape(text, ascii_only=ascii_only)

    family, given = tex(name.family), tex(" ".join((name.given, name.dropping_particle)))
    if name.literal or not (family and (given or tex(name.suffix))):
        whole = tex(name.display)
        return whole if whole in ("", OTHERS) else f"{{{whole}}}"
    particle = name.non_dropping_particle
    if particle and not _all_small(particle):
        family, particle = tex(f"{particle} {name.family}"), ""
    last = " ".join(part for part in (tex(particle), _guarded(family, name.family)) if part)
    parts = (last, _guarded(tex(name.suffix)), _guarded(given)) if tex(name.suffix) else (last, _guarded(given))
    return ", ".join(parts)


def _guarded(latex: str, family: str = "") -> str:
    """In braces if BibTeX would split it, or take a small-lettered part of a family name for a particle."""
    if _NEEDS_BRACES.search(latex) or any(_is_small(word) for word in family.split()):
        return f"{{{latex}}}"
    return latex


def _is_small(word: str) -> bool:
    return word[:1].islower()


def _all_small(text: str) -> bool:
    return not _NEEDS_BRACES.search(text) and all(_is_small(word) for word in text.split())


_Parts = list[list[str]]
"""Of one person: the parts between commas, each a list of words in LaTeX."""


def _people(value: str) -> Iterator[_Parts]:
    """Split at "and", commas and spaces, none of which counts inside braces."""
    value += "}" * (value.count("{") - value.count("}"))
    depth, word, words, parts = 0, "", [], []  # type: int, str, list[str], _Parts
    for match in _SEPARATOR.finditer(f"{value} and "):
        brace, _, comma, space, _ = match.groups()
        if brace:
            depth = max(0, depth + (1 if brace == "{" else -1))
        if depth or not (comma or space):
            word += match[0]
            continue
        if word:
            words.append(word)
        if comma:
            parts.append(words)
            words = []
        elif word.lower() == "and":
            yield [*parts, words[:-1]]
            words, parts = [], []
        word = ""


def _read(parts: _Parts, macros: Macros | None, fault: Callable[[str], None] | None) -> Name | None:
    words = [word for part in parts for word in part]
    if not words:
        return None
    inverted = len(parts) > 1
    while not parts[-1]:  # a comma at the end, which BibTeX passes over as well
        parts = parts[:-1]

    def text(words: list[str]) -> str:
        return unescape(" ".join(words), macros=macros)

    if (extended := _extended(parts)) is not None:
        return extended
    if len(words) == 1 and len(parts) == 1:
        whole = text(words)
        return (Name(literal=whole) if _is_wrapped(words[0]) or whole == OTHERS else Name(whole)) if whole else None
    if len(parts) > _MOST_PARTS:
        whole = text([", ".join(" ".join(part) for part in parts)])
        if fault is not None:
            fault(whole)
        return Name(literal=whole)
    if not inverted:
        return _first_last(parts[0], text)
    suffix = text(parts[1]) if len(parts) > 2 else ""
    return _last_first(parts[0], [word for part in parts[2 if suffix else 1 :] for word in part], suffix, text)


def _extended(parts: _Parts) -> Name | None:
    """A name in biblatex's extended format; None for any other.

    ``family=Goethe, given={Johann W.}, prefix=von, useprefix=false``
    A prefix that is not used for sorting drops. Parts beyond those of a CSL name (initials, templates) are passed over.
    """
    pairs = [_PAIR.match(" ".join(words)) for words in parts if words]
    labelled = {pair[1].lower(): pair[2] for pair in pairs if pair}
    if len(labelled) != len(pairs) or not ("family" in labelled or "given" in labelled):
        return None
    text = {name: unescape(value.removeprefix('"').removesuffix('"')) for name, value in labelled.items()}
    family, given, prefix = (text.get(name, "") for name in ("family", "given", "prefix"))
    drops = text.get("useprefix", "").lower() == "false"
    if not family:
        return Name(literal=" ".join(part for part in (given, prefix) if part))
    return Name(family, given, prefix if drops else "", "" if drops else prefix, text.get("suffix", ""))


def _is_wrapped(word: str) -> bool:
    """True if one pair of braces holds the whole word and does more than keep an accent together."""
    if not word.startswith("{") or word.startswith("{\\"):
        return False
    depth = 0
    for match in re.finditer(r"\\.|[{}]", word, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end() == len(word)
    return False


def _first_last(words: list[str], text: Callable[[list[str]], str]) -> Name:
    """``Vincent van Gogh``: what comes before the first small-lettered word is the given name.

    There is none in "de Gaulle"; in "bell hooks", all in small letters, there is.
    """
    first = 1 if _is_small(words[-1]) else 0
    small = next((i for i, word in enumerate(words[:-1]) if i >= first and _is_small(word)), len(words) - 1)
    return _last_first(words[small:], words[:small], "", text)


def _last_first(last: list[str], first: list[str], suffix: str, text: Callable[[list[str]], str]) -> Name:
    cut = next((i for i, word in enumerate(last) if not _is_small(word)), len(last) - 1)
    # "Jean de": a small-lettered end of the given names is a particle that is dropped; a name "bell" is none.
    end = len(first)
    while end > 1 and _is_small(first[end - 1]):
        end -= 1
    particle, family = text(last[:cut]) if cut > 0 else "", text(last[max(cut, 0) :])
    given, dropping = _INITIALS.sub(r"\1. ", text(first[:end])), text(first[end:]) if end < len(first) else ""
    if not family:
        return Name(literal=" ".join(part for part in (given, dropping, particle, suffix) if part))
    return Name(family, given, dropping, particle, suffix)
