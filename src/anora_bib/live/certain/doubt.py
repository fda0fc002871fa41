"""References that may hold words of the citing author, taken for a title or a name: "Others disagree: Roe, Jane. ...".

The parser reads what is most likely. Here it has to be certain, since a citation key would take the words away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean
from typing import Final

from anora_bib import language
from anora_bib.live.certain.cuts import is_cut_wrongly
from anora_bib.live.certain.marks import is_set_off
from anora_bib.model import Entry, Essay, Name, Reference
from anora_bib.model.essay import pieces
from anora_bib.model.essay.passages import STARTS
from anora_bib.model.essay.pieces import Citing
from anora_bib.parser.cutting.lead_ins import opens_sentence
from anora_bib.parser.rules.signals import is_mixed
from anora_bib.parser.text.words import PROSE
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

FLOOR: Final = 0.15
"""Confidence below which a reference is not replaced. The parser's is the chance that the whole entry is right; of the
references of ``tests/parser/data/development.jsonl`` below this, author and title are right in fewer than half, of
those up to twice as sure in two of three. That no word of a note gets lost is checked as well."""

_FIELD: Final = 0.7
"""The same of the fields, in the mean, where words around the source stay."""

TOO_LITTLE: Final = "it says too little of the source"
UNSURE: Final = "it is not certain enough what is author and what is title"

_LAW: Final = ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty")
"""Types whose references are read by a grammar of their own, number by number."""

_NAMED: Final = (
    "publisher",
    "publisher-place",
    "event-title",
    "event-place",
    "genre",
    "medium",
    "archive",
    "authority",
)
"""Variables that nothing sets off, so that a sentence behind the imprint may be taken for one."""

_SMALL: Final = 1
_CALLED: Final = 2

_SOURCES: Final = frozenset(
    (
        *("container-title", "publisher", "publisher-place", "event-title", "URL", "DOI", "ISBN", "archive"),
        *("archive_location", "number", "editor", "translator"),
    )
)
"""Variables of which a source has one, if it has no author."""

_ENCLOSED: Final = re.compile(r"\([^()]{0,400}(?:\)|\Z)|\[[^\[\]]{0,400}\]|https?://\S{1,400}|&#?\w{1,31};")
"""What may have a semicolon of its own: brackets, addresses, character references."""

_REMARKS: Final = language.vocabulary("remark_starts")

_PUBLISHED: Final = _SOURCES - {"container-title", "editor", "translator"} | {"issued", "volume", "original-date"}
"""Variables of which a source has one that is spelled out."""

_BEHIND_SEMICOLONS: Final = frozenset(
    ("publisher", "publisher-place", "volume", "edition", "editor", "collection-title", "page", "issued", "DOI", "URL")
)
"""Variables that chemists set behind a semicolon (ACS Style Guide)."""
_LABEL: Final = 5
"""Characters of a label before a number: "Vol. 11"."""

_PLACE: Final = re.compile(r"\d{1,4}(?:,|\s\w\b)")
"""A place in the source, taken for a house: "c. 17, n. 3", "106 y s.". Houses are called "10/18" and "4th Estate"."""
_LETTER: Final = re.compile(r"[A-Za-z](?<![ivxIVX])")
"""An abbreviation ("c. 17"), taken for a page."""

_HOST: Final = re.compile(r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,10}")

_NO_NAME: Final = frozenset('*_;:“”"()[]')
"""Signs that no name has: two sources were read as one."""


def misread(reference: Reference, piece: Citing, essay: Essay, core: Span | None = None) -> str:
    """Why a reference may not say what is printed, as a clause; "" if it is certain enough to be cited.

    Args:
        reference: as parsed, not normalized.
        piece: what the parser read.
        essay: the essay of both.
        core: the words that are held to be the source, where others of the piece are not.
    """
    sure = reference.entry.confidence >= FLOOR
    mixed = isinstance(piece, pieces.Reference) and piece.mixed
    if core:
        # The entry is less sure for what no rule explained: here those words stay.
        sure = mean(field.confidence for field in reference.entry.fields.values()) >= _FIELD
        mixed = is_mixed(core.of(essay.text))
    if _is_bare(reference.entry):
        return TOO_LITTLE
    if not sure or (isinstance(piece, pieces.Reference) and _LETTER.fullmatch(piece.locator)):
        return UNSURE
    if mixed or may_hold_prose(reference, essay, amid=core is not None):
        return "words of the citing author may have been read as a part of the source"
    return ""


def may_hold_prose(reference: Reference, essay: Essay, *, amid: bool = False) -> bool:
    """True for a name that begins like a sentence or reads like one, and for a title that nothing sets off.

    ``amid`` if words of the author stand around the source: then nothing of it is behind a semicolon.

    A title in plain letters is believed where somebody is named as its creator, or a record has it.
    """
    entry = reference.entry
    if (
        any(map(_is_phrase, _names(entry)))
        or is_cut_wrongly(entry, essay.text)
        or any(_is_sentence(entry.string(variable)) for variable in _NAMED)
    ):
        return True
    if any(_PLACE.match(entry.string(variable)) for variable in ("publisher", "publisher-place")):
        return True
    if any(isinstance(field.value, str) and field.value.count("*") % 2 for field in entry.fields.values()):
        return True  # emphasis that begins in one field ends in another
    if any(_reads_as_sentence(entry, variable, essay.text) for variable in ("title", "container-title")):
        return True
    if entry.type in _LAW:
        return False
    if _is_of_two(entry, essay.text) or _runs_into(reference, essay.text, amid=amid):
        return True
    if reference.match or tuple(entry.creators()) or _is_letter(entry):
        return False
    title = entry.fields.get("title")
    if title is None or title.span is None or _is_of_link(essay.text, title.span):
        return False
    return not is_set_off(essay.text, title.span.start)


def _is_sentence(value: str) -> bool:
    """True for more words in small letters than the name of a publisher or a place has."""
    known = language.connectives() | language.particles()
    words = value.split()
    small = [word for word in words if word[:1].islower() and fold(word) not in known]
    # "press release" and "exh. cat." are what a source is called.
    return len(small) > _SMALL and not (len(words) == len(small) <= _CALLED)


def _is_bare(entry: Entry) -> bool:
    """True where nothing tells the work but a title, as in a list of pictures, or names and a title: a short form."""
    if entry.type in _LAW:
        # "*Krieg*, p. 131" has the look of a case, and is the short title of anything.
        return entry.type == "legal_case" and entry.fields.keys() <= {"title", "page", "locator"}
    return _PUBLISHED.isdisjoint(entry.fields) or not (entry.creators() or not _SOURCES.isdisjoint(entry.fields))


def _is_of_two(entry: Entry, text: str) -> bool:
    """True where parts stand in an order that one source has not: the fields of two, or of a letter to somebody.

    Its author comes before the title, or behind it and a word such as "by"; what it appeared in comes behind it.
    """
    author, title, container = (entry.fields.get(name) for name in ("author", "title", "container-title"))
    if not (title and title.span):
        return False
    if (
        container
        and container.span
        and (container.span.start < title.span.start or fold(str(container.value)) == fold(str(title.value)))
    ):
        return True
    if not (author and author.span and title.span.end <= author.span.start):
        return False
    if not is_set_off(text, title.span.start):
        return True
    before = text[title.span.end : author.span.start].split()
    return not before or fold(before[-1]) not in language.vocabulary("lead_to_names")


def _runs_into(reference: Reference, text: str, *, amid: bool) -> bool:
    """True if another source, or a sentence, begins between the title and the last of the fields."""
    entry = reference.entry
    title = entry.fields.get("title")
    spans = [field.span for field in entry.fields.values() if field.span]
    if not (title and title.span and spans):
        return False
    behind = text[title.span.end : max(span.end for span in spans)]
    said = behind.lstrip(' .,;:*_”"’)')
    opening = said.split(None, 1)[0].casefold() if said else ""
    if any(amid or not _parts_fields(entry, text, sign) for sign in _semicolons(title.span.end, behind)):
        return True
    return opening in _REMARKS and "." in behind[: len(behind) - len(said)]


def _is_of_link(text: str, span: Span) -> bool:
    """True for the words of a link of Markdown: they name the page that it leads to."""
    return text[max(0, span.start - 1) : span.start] == "[" and text.startswith("](", span.end)


def _is_letter(entry: Entry) -> bool:
    """True for "Jane Roe to Al Doe, 3 May 1901, Roe Papers", whose title nothing sets off."""
    return entry.type == "personal_communication" and {"title", "issued", "archive"} <= entry.fields.keys()


def _semicolons(start: int, words: str) -> Iterator[int]:
    """Where the semicolons of words that begin at ``start`` stand, but for those in brackets and addresses."""
    blanked = _ENCLOSED.sub(lambda match: " " * len(match[0]), words)
    return (start + sign.start() for sign in re.finditer(";", blanked))


def _parts_fields(entry: Entry, text: str, sign: int) -> bool:
    """Whether a field of which a source has one stands right behind a semicolon: "*Lamps*; Tide Press: Hull, 1961"."""
    behind = text[sign + 1 : sign + 12]
    gap = len(behind) - len(behind.lstrip(" *_"))
    starts = {entry.fields[name].span for name in _BEHIND_SEMICOLONS & entry.fields.keys()}
    return any(span and 0 <= span.start - (sign + 1 + gap) <= _LABEL for span in starts)


def _reads_as_sentence(entry: Entry, variable: str, text: str) -> bool:
    """True for a title that nothing sets off, with something that is inside, or with words of a sentence."""
    field = entry.fields.get(variable)
    if field is None or field.span is None or is_set_off(text, field.span.start):
        return False
    words = field.span.of(text)
    if _HOST.fullmatch(words) and _is_of_link(text, field.span):
        return False
    if words[:1].islower() or words[:1] == "&":
        return True
    small = [word.strip(",;:") for word in words.split() if word[:1].islower()]
    return (
        any(sign in words for sign in "*_“")
        or len(PROSE.intersection(small)) > _SMALL
        or (opens_sentence(words) and (variable == "container-title" or not PROSE.isdisjoint(small)))
    )


def _names(entry: Entry) -> Iterator[Name]:
    """All names of an entry, in whatever part."""
    for field in entry.fields.values():
        if isinstance(field.value, tuple):
            yield from (name for name in field.value if isinstance(name, Name))


def _is_phrase(name: Name) -> bool:
    if not _NO_NAME.isdisjoint(name.display):
        return True
    words = (name.literal or name.display).split()
    known = language.connectives() | language.particles()
    return bool(words) and (
        words[0] in STARTS or (bool(name.literal) and any(word.islower() and fold(word) not in known for word in words))
    )
