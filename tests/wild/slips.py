"""How many slips, made up and put into essays, ``check`` finds.

``python -m tests.wild.slips FOLDER`` takes each essay under ``FOLDER``, makes copies of it with one slip each, of each
kind that the essay has a place for, and prints the share that is found, by kind and in all. A slip is found if the copy
has a finding of a rule for its kind that the essay has not. ``--pedantic`` runs all rules, ``--list`` prints what was
missed, ``--copies`` says how many of a kind are made of one essay, ``--only`` names one kind. The same seed makes the
same slips.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import anora_bib as ab
from anora_bib.documents.document import UneditableError
from anora_bib.errors import AnoraBibError
from anora_bib.model import Apparatus
from anora_bib.model.essay import pieces
from anora_bib.text.characters import fold
from anora_bib.text.spans import Edit, Span, apply_edits
from tests.wild.run import ENDINGS

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_URL: Final = re.compile(r"https?://[^\s<>()\[\]\"']{8,200}")
_ARCHIVED: Final = re.compile(
    r"web\.archive\.org/web/\d{8,14}/https?://[^\s<>()\[\]\"'/]{4,80}/(?P<path>[^\s<>()\[\]\"']{3,200})"
)
_DOI: Final = re.compile(r"10\.\d{4,9}/[^\s<>()\[\]\"',;]{4,60}")
_CLOSER: Final = re.compile(r"(?<=[\w.,!?])[”\"](?=[\s,.;(])")
_QUOTED: Final = re.compile(r"“[^“”\n]{40,300}”")
_LETTERS: Final = "abcdefghiklmnoprstuvwxyz"


class Slip(NamedTuple):
    """Edits of the text that make a slip, and the words that they are about."""

    edits: tuple[Edit, ...]
    words: str


Maker = Callable[[Apparatus, random.Random], Iterator[Slip]]


def _misspelt(word: str, chance: random.Random) -> str:
    """The word with one letter changed, dropped or doubled, or two in the other order; never the first."""
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + chance.choice([char for char in _LETTERS if char != word[at]]) + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] if word[at] != word[at + 1] else word[:at] + word[at + 1 :]
    )


def _cited(apparatus: Apparatus) -> list[Span]:
    return sorted({*(note.span for note in apparatus.notes), *(work.span for work in apparatus.works_cited)})


def _replaced(apparatus: Apparatus, at: Span, words: str) -> Slip:
    return Slip((Edit(at, words),), at.of(apparatus.essay.text))


def name(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A letter of a family name that stands elsewhere as well, in a note or a listed work."""
    text = apparatus.essay.text
    counts = Counter(_WORD.findall(text))
    for reference in apparatus.references:
        field = reference.entry.fields.get("author")
        if reference.short or not field or not field.span:
            continue
        for one in reference.entry.names("author")[:1]:
            at = text.find(one.family, field.span.start, field.span.end)
            if len(one.family) >= 5 and at >= 0 and counts[one.family] > 1 and one.family.isalpha():
                span = Span(at, at + len(one.family))
                yield _replaced(apparatus, span, _misspelt(one.family, chance))


def name_in_prose(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A letter of a name in the running text that a note or the list has."""
    text = apparatus.essay.text
    families = {one.family for ref in apparatus.references for one in ref.entry.names("author") if len(one.family) > 4}
    for span in apparatus.body:
        for match in _WORD.finditer(text, span.start, span.end):
            if match[0] in families:
                yield _replaced(apparatus, Span(*match.span()), _misspelt(match[0], chance))


def title_word(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A letter of the title of a work that is cited in full twice."""
    text = apparatus.essay.text
    full = [ref for ref in apparatus.references if not ref.short and len(ref.entry.string("title")) > 12]
    titles = Counter(fold(ref.entry.string("title")) for ref in full)
    for reference in full:
        field = reference.entry.fields["title"]
        if titles[fold(reference.entry.string("title"))] > 1 and field.span:
            words = [match for match in _WORD.finditer(text, *field.span) if len(match[0]) > 5]
            if words:
                match = chance.choice(words)
                yield _replaced(apparatus, Span(*match.span()), _misspelt(match[0], chance))


def short_title(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A letter of a short title."""
    text = apparatus.essay.text
    for note in apparatus.notes:
        for piece in note.pieces:
            if isinstance(piece, pieces.ShortForm) and len(piece.title) > 8:
                at = text.find(piece.title, *piece.words)
                words = [match for match in _WORD.finditer(text, at, at + len(piece.title)) if len(match[0]) > 5]
                if at >= 0 and words:
                    match = chance.choice(words)
                    yield _replaced(apparatus, Span(*match.span()), _misspelt(match[0], chance))


def short_title_of_another(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A short title with another word in it."""
    text = apparatus.essay.text
    for note in apparatus.notes:
        for piece in note.pieces:
            if isinstance(piece, pieces.ShortForm) and len(piece.title.split()) > 1:
                at = text.find(piece.title, *piece.words)
                words = [match for match in _WORD.finditer(text, at, at + len(piece.title)) if len(match[0]) > 4]
                if at >= 0 and words:
                    other = chance.choice(["Morning", "Garden", "Winter", "Theory", "Letters"])
                    yield _replaced(apparatus, Span(*chance.choice(words).span()), other)


def year(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """The year of one of two references to a work, spelled out."""
    full = [ref for ref in apparatus.references if not ref.short and len(ref.entry.string("title")) > 12]
    titles = Counter(fold(ref.entry.string("title")) for ref in full)
    for reference in full:
        field = reference.entry.fields.get("issued")
        if titles[fold(reference.entry.string("title"))] > 1 and field and field.span:
            yield from _other_year(apparatus, field.span, chance)


def year_in_parenthesis(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """The year of a citation by author and year."""
    for citation in apparatus.citations:
        if citation.place == "parenthesis":
            yield from _other_year(apparatus, citation.span, chance)


def _other_year(apparatus: Apparatus, within: Span, chance: random.Random) -> Iterator[Slip]:
    found = _YEAR.search(apparatus.essay.text, *within)
    if found:
        at = Span(*found.span())
        yield _replaced(apparatus, at, str(int(found[0]) - chance.choice([1, 2, 10])))


def ibid(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """ "Ibid." behind a note with two sources, and in the first note."""
    for index, note in enumerate(apparatus.notes):
        before = apparatus.notes[index - 1] if index else None
        sources = 0 if before is None else sum(isinstance(piece, pieces.Reference) for piece in before.pieces)
        if (before is None or sources > 1) and len(note.text) < 300:
            yield _replaced(apparatus, note.span, "Ibid., 12.")


def named_ibid(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """ "Roe, ibid." behind a note of another author."""
    for before, note in zip(apparatus.notes, apparatus.notes[1:], strict=False):
        for piece in note.pieces[:1]:
            if isinstance(piece, pieces.ShortForm) and piece.names and piece.kind in ("short-title", "op-cit"):
                family = piece.names[0].family
                if family and family not in before.text:
                    yield _replaced(apparatus, note.span, f"{family}, ibid., 12.")


def removed_marker(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A marker that is no longer there."""
    counts = Counter(marker.label for marker in apparatus.markers)
    for marker in apparatus.markers:
        if counts[marker.label] == 1 and any(note.label == marker.label for note in apparatus.notes):
            yield Slip((Edit(marker.span, ""),), marker.label)


def removed_note(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A note that is no longer there."""
    for note in apparatus.notes:
        if any(marker.label == note.label for marker in apparatus.markers):
            yield Slip((Edit(note.outer, ""),), note.label)


def removed_text(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A note whose text is no longer there."""
    for note in apparatus.notes:
        yield Slip((Edit(note.span, ""),), note.label)


def closing_mark(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """The quotation mark that closes a title in a note or a listed work."""
    yield from _without(apparatus, _CLOSER, _cited(apparatus))


def closing_mark_in_prose(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """The quotation mark that closes words in the running text."""
    yield from _without(apparatus, _CLOSER, apparatus.body)


def parenthesis(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """The parenthesis that closes the imprint."""
    yield from _without(apparatus, re.compile(r"(?<=\d\d\d\d)\)(?=[,.;: ])"), _cited(apparatus))


def _without(apparatus: Apparatus, sign: re.Pattern[str], spans: tuple[Span, ...] | list[Span]) -> Iterator[Slip]:
    text = apparatus.essay.text
    for span in spans:
        for match in sign.finditer(text, span.start, span.end):
            yield Slip((Edit(Span(*match.span()), ""),), text[max(span.start, match.start() - 20) : match.start()])


def merged(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """Two sources of one note without the sign between them."""
    text = apparatus.essay.text
    for note in apparatus.notes:
        for one, other in zip(note.pieces, note.pieces[1:], strict=False):
            if isinstance(one, pieces.Reference) and isinstance(other, pieces.Reference) and other.joint.strip() == ";":
                at = text.find(";", one.words.end - 1, other.words.start)
                if at >= 0 and not other.signal:
                    yield Slip((Edit(Span(at, at + 1), ""),), other.words.of(text)[:30])


def merged_notes(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """The source of one note behind that of another, without a sign between them."""
    text = apparatus.essay.text
    for one, other in zip(apparatus.notes, apparatus.notes[1:], strict=False):
        alone = all(len(note.pieces) == 1 and isinstance(note.pieces[0], pieces.Reference) for note in (one, other))
        if alone and len(one.text) + len(other.text) < 500 and "\n" not in one.text + other.text:
            end = one.span.start + len(one.text.rstrip(" ."))
            yield Slip((Edit(Span(end, one.span.end), f" {other.span.of(text)}"),), other.text[:30])


def split(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A note that goes on in a paragraph or line of its own."""
    text = apparatus.essay.text
    for note in apparatus.notes:
        at = text.find(" ", note.span.start + len(note.text) // 2, note.span.end)
        if at >= 0 and len(note.text) > 60 and text[at - 1] not in ".;" and "\n" not in note.text:
            yield Slip((Edit(Span(at, at + 1), "\n\n"),), text[at + 1 : at + 30])


def split_item(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A listed work that goes on in another item."""
    text = apparatus.essay.text
    for work in apparatus.works_cited:
        at = text.find(" ", work.span.start + len(work.text) // 2, work.span.end)
        line = text[text.rfind("\n", 0, work.span.start) + 1 : work.span.start]
        if at >= 0 and len(work.text) > 60 and text[at - 1] not in ".;" and "\n" not in work.text:
            yield Slip((Edit(Span(at, at + 1), f"\n\n{line}"),), text[at + 1 : at + 30])


def address(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """An address that is cut off in its host, or has a sign lost or a space in it."""
    for span in _cited(apparatus):
        for match in _URL.finditer(apparatus.essay.text, span.start, span.end):
            url = match[0]
            host = url.split("/")[2]
            broken = chance.choice(
                [url.replace("://", ":/", 1), url.replace("://", "//", 1), url.replace(host, host.split(".")[0], 1)]
            )
            yield _replaced(apparatus, Span(*match.span()), broken)


def archived(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A copy in an archive of another page than the one that is cited beside it."""
    text = apparatus.essay.text
    for span in _cited(apparatus):
        for match in _ARCHIVED.finditer(text, span.start, span.end):
            if text.count(match["path"], span.start, span.end) > 1:
                yield _replaced(apparatus, Span(*match.span("path")), "about/contact.html")


def doi(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A DOI without its last part."""
    for span in _cited(apparatus):
        for match in _DOI.finditer(apparatus.essay.text, span.start, span.end):
            bare = match[0].rstrip(".")
            parts = re.split(r"(?=[.\-/])", bare)
            if len(parts) > 2:
                cut = len(bare) - len(parts[-1]) if len(parts) > 3 else len(bare) - 3
                yield _replaced(apparatus, Span(match.start(), match.start() + len(bare)), bare[:cut])


def listed_twice(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A listed work that stands again behind the next one, without its place."""
    text = apparatus.essay.text
    for one, other in zip(apparatus.works_cited, apparatus.works_cited[1:], strict=False):
        line = text[text.rfind("\n", 0, other.span.start) + 1 : other.span.start]
        between = text[one.span.end : text.rfind("\n", 0, other.span.start) + 1]
        if "\n" in between and len(one.text) > 40:
            again = one.text if chance.random() < 0.5 else one.text.replace(",", "", 1)
            yield Slip((Edit(Span(other.span.end, other.span.end), f"{between}{line}{again}"),), one.text[:30])


def quotation(apparatus: Apparatus, chance: random.Random) -> Iterator[Slip]:
    """A quotation that stands again in another paragraph, with one of its words otherwise."""
    text = apparatus.essay.text
    for span in apparatus.body:
        for match in _QUOTED.finditer(text, span.start, span.end):
            words = [word for word in _WORD.finditer(match[0]) if word[0].islower()]
            if len(words) > 4 and text[span.end : span.end + 2] == "\n\n":
                word = chance.choice(words[2:-1])
                again = match[0][: word.start()] + _misspelt(word[0], chance) + match[0][word.end() :]
                added = f"\n\nThis is worth saying again: {again} Nobody has said it better."
                yield Slip((Edit(Span(span.end, span.end), added),), word[0])


def date(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A year with a digit too many, or of the next century."""
    for reference in apparatus.references:
        field = reference.entry.fields.get("issued")
        found = field and field.span and not reference.short and _YEAR.search(apparatus.essay.text, *field.span)
        if found:
            yield _replaced(apparatus, Span(*found.span()), f"{found[0]}{found[0][-1]}")


def uncited(apparatus: Apparatus, _chance: random.Random) -> Iterator[Slip]:
    """A work in parentheses that the list does not have."""
    text = apparatus.essay.text
    for citation in apparatus.citations:
        if citation.place == "parenthesis" and (found := _WORD.search(text, *citation.span)):
            yield _replaced(apparatus, Span(*found.span()), "Quimbleton")


KINDS: Final[dict[str, tuple[Maker, tuple[str, ...]]]] = {
    "name in a reference": (name, ("A", "W004", "W006", "W008", "W010", "W016", "W002")),
    "name in the text": (name_in_prose, ("A", "W006", "W010", "W008", "W016", "W002")),
    "word of a title": (title_word, ("A", "W004", "W006", "W009")),
    "letter of a short title": (short_title, ("W007", "W014", "N021", "W006", "W009")),
    "word of a short title": (short_title_of_another, ("W007", "W014", "N021", "W006")),
    "year of one of two": (year, ("W005", "A", "D")),
    "year in parentheses": (year_in_parenthesis, ("W008", "W002")),
    "year": (date, ("D",)),
    "ibid. of no one source": (ibid, ("N007", "N011")),
    "named ibid.": (named_ibid, ("N007", "N011")),
    "marker removed": (removed_marker, ("N001", "M", "N012")),
    "note removed": (removed_note, ("M", "N012")),
    "words of a note removed": (removed_text, ("N004", "M")),
    "closing mark in a reference": (closing_mark, ("Q",)),
    "closing mark in the text": (closing_mark_in_prose, ("Q",)),
    "closing parenthesis": (parenthesis, ("N014",)),
    "two sources run together": (merged, ("N002",)),
    "two notes run together": (merged_notes, ("N002",)),
    "note split": (split, ("N013", "W011", "N002")),
    "listed work split": (split_item, ("W011", "N013")),
    "address broken": (address, ("N009", "N018", "N022")),
    "copy of another page": (archived, ("N010",)),
    "DOI cut off": (doi, ("N017",)),
    "listed twice": (listed_twice, ("W003",)),
    "quotation worded otherwise": (quotation, ("C005",)),
    "cited and not listed": (uncited, ("W002", "W008", "W016")),
}
"""What is made up, and the rules that may find it."""


def _copy(essay: ab.Essay, slip: Slip) -> ab.Essay | None:
    """The essay with the slip in it; None where its file cannot be edited so."""
    document = essay.document
    try:
        if document.source_map is None:
            source = document.edited(slip.edits)
        else:
            source = apply_edits(document.source, [document.source_edit(edit) for edit in slip.edits])
    except UneditableError:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(essay.path).name
        path.write_bytes(source.encode(document.encoding, "replace"))
        return ab.read(path)


def _told(apparatus: Apparatus, pedantic: bool) -> Counter[tuple[str, str]]:
    return Counter((one.code, re.sub(r"\d+", "", one.message)) for one in ab.check(apparatus, pedantic=pedantic))


def _is_found(new: Counter[tuple[str, str]], codes: tuple[str, ...]) -> bool:
    return any(code.startswith(codes) for code, _ in new)


def _slips(apparatus: Apparatus, name: str, only: str | None, copies: int) -> Iterator[tuple[str, Slip]]:
    """The slips to be made in one essay, with their kinds; the same each time."""
    for kind, (make, _) in KINDS.items():
        if not only or kind == only:
            chance = random.Random(f"{name} {kind}")  # noqa: S311 - nothing secret
            slips = list(make(apparatus, chance))
            for slip in chance.sample(slips, min(copies, len(slips))):
                yield kind, slip


def _essays(folder: Path) -> Iterator[ab.Essay]:
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()):
        with contextlib.suppress(AnoraBibError):
            yield ab.read(path)


def main() -> None:
    """Print the share of the made-up slips that is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pedantic", action="store_true", help="run the pedantic rules as well")
    parser.add_argument("--list", action="store_true", help="print what was missed")
    parser.add_argument("--copies", type=int, default=1, help="how many of each kind are made of one essay")
    parser.add_argument("--only", help="one kind")
    options = parser.parse_args()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for essay in _essays(options.folder):
        apparatus = ab.apparatus(essay)
        before = _told(apparatus, options.pedantic)
        for kind, slip in _slips(apparatus, Path(essay.path).name, options.only, options.copies):
            copy = _copy(essay, slip)
            if copy is None:
                continue
            there[kind] += 1
            if _is_found(_told(ab.apparatus(copy), options.pedantic) - before, KINDS[kind][1]):
                found[kind] += 1
            elif options.list:
                line, put = essay.line(slip.edits[0].span), slip.edits[0].replacement[:60]
                sys.stdout.write(f"missed  {kind}: {essay.path}:{line}: {slip.words!r} -> {put!r}\n")
    for kind in KINDS:
        if there[kind]:
            sys.stdout.write(f"{kind:<28} {found[kind]:>3} of {there[kind]}\n")
    sys.stdout.write(f"together {found.total()} of {there.total()}: {found.total() / max(1, there.total()):.2f}\n")


if __name__ == "__main__":
    main()
