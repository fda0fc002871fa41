"""The parser in which rules and labeller work together: rules read what is exact, the labeller judges the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model.values.item_types import LAW
from anora_bib.parser.draft import Draft, Rule
from anora_bib.parser.judging.types import GUESSED, LEARNED
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.honest.confidences import Confidences
from anora_bib.parser.learned.labeller import Tagged
from anora_bib.parser.learned.models import Models, shipped
from anora_bib.parser.learned.reading import explanations, tokens_of
from anora_bib.parser.learned.roles import OF_EITHER
from anora_bib.parser.pipeline import RULES, explain
from anora_bib.parser.rule_parser import Read, RuleParser, read_by
from anora_bib.parser.rules.containers import find_where
from anora_bib.parser.rules.works.kinds import find_kinds
from anora_bib.parser.text.words import FILM_HOUSE_WORDS

BEHIND: Final = find_kinds
"""The rule that the labels come behind: what has a word or a shape of its own is read exactly."""
_GUESS: Final = find_where
"""The rule that makes a container or publisher of what is left. Behind labels it finds scraps."""
EXACT_TYPES: Final = frozenset(
    "motion_picture song graphic broadcast post performance personal_communication interview".split()
)
"""Types with forms of their own (credits, media, roles in brackets), which rules read better than a labeller does."""
_EXACT_CUES: Final = frozenset(
    "film song sung object photo museum audio broadcast episode video performed post weblog letter interview".split()
)
_EXACT_WORDS: Final = FILM_HOUSE_WORDS.union(
    word for word, role in language.roles().items() if role not in ("editor", "translator", "interviewer", "compiler")
)
_BOOK_HOUSES: Final = language.vocabulary("book_houses")
_MOVING: Final = frozenset(("film", "motion", "picture", "movies"))
"""Words of the houses of films, which others have as well."""
_CHANCE: Final = 0.05
"""Of a reference that is of an exact type with less probability than this, the rules need not be asked."""
_LEAST_CHANCE: Final = 0.01
"""Nor of one that has a word of such a type, with less than this: "(dir.)" of an editor, "interview" in a title."""
_DOUBTED: Final = 0.3
"""From this probability on they are asked of one without a cue for such a type that the labels read as another."""
_LIKELY: Final = 0.6
"""From this probability on the type that the labels tell is believed; below it the fields tell it better."""
_TRACE: Final = 0.05
"""Less than this part unexplained is next to nothing."""


class _Labelled(NamedTuple):
    """What the models say of a draft: the labels of its words, and what it is.

    ``type`` is the cue for the likeliest type; ``exact`` the probability that it is of an exact type.
    """

    tagged: Tagged
    type: str
    exact: float


class HybridReader:
    """A :class:`~anora_bib.parser.rule_parser.Reader` by rules and labels.

    The rules up to ``BEHIND`` read first. What all rules make of a text stands where it is of a type that is theirs.
    Elsewhere the labels explain the rest, and the other rules what these leave.
    """

    def __init__(self, rules: Iterable[Rule], models: Callable[[], Models]) -> None:
        ordered = tuple(rules)
        at = ordered.index(BEHIND) + 1 if BEHIND in ordered else len(ordered)
        self._exact, self._others = ordered[:at], ordered[at:]
        self._behind_labels = tuple(rule for rule in self._others if rule is not _GUESS)
        self._models = models

    def read(self, drafts: Sequence[Draft]) -> Iterator[Read | None]:
        """What each draft says, in order. A text of an essay may be anything: what the rules hold for none is none."""
        for draft in drafts:
            explain(draft, self._exact)
        firsts = [self._by_rules(draft) if draft.hint else None for draft in drafts]
        references = [draft for draft, first in zip(drafts, firsts, strict=True) if first or draft.hint is None]
        labelled = iter(self._labelled(references))
        honesty = self._models().honesty
        for draft, first in zip(drafts, firsts, strict=True):
            if draft.hint is None:
                yield _honest(self._reference(draft, next(labelled)), honesty.alone)
            else:
                yield _honest(first and self._reference(draft, next(labelled), first), honesty.essay)

    def _reference(self, draft: Draft, labelled: _Labelled, first: Read | None = None) -> Read | None:
        """A text that is held for a reference; ``first`` is what the rules made of it, if they were asked."""
        second = self._by_labels(draft, labelled)
        if _may_be_exact(draft, labelled, second):
            first = first or self._by_rules(draft)
            if first and _is_edited(first, draft, labelled):
                return self._by_labels(_edited(draft), labelled._replace(type=f"{LEARNED}book"))
            if first and first.entry.type in EXACT_TYPES:
                return first
        if second and (second.entry.creators() or second.entry.type in LAW):
            return second
        return _better(first or self._by_rules(draft), second)

    def _by_rules(self, draft: Draft) -> Read | None:
        return read_by(draft.copy(), self._others)

    def _by_labels(self, draft: Draft, labelled: _Labelled) -> Read | None:
        other = draft.copy()
        other.add(explanations(other, labelled.tagged, labelled.type))
        return read_by(other, () if _is_explained(other) else self._behind_labels)

    def _labelled(self, drafts: Sequence[Draft]) -> Iterator[_Labelled]:
        if drafts:
            labeller, types, _ = self._models()
            tokens = [tokens_of(draft) for draft in drafts]
            labelled = list(labeller.label(tokens))
            shares = types.shares([(tagged, one.italic) for tagged, one in zip(labelled, tokens, strict=True)])
            exact = [at for at, type in enumerate(types.types) if type in EXACT_TYPES]
            for tagged, row in zip(labelled, shares, strict=True):
                most = max(row)
                type = f"{LEARNED if most >= _LIKELY else GUESSED}{types.types[row.index(most)]}"
                yield _Labelled(tagged, type, sum([row[at] for at in exact]))


def _honest(read: Read | None, confidences: Confidences) -> Read | None:
    """What was read, with the confidence that it deserves."""
    return read and read._replace(entry=confidences.of(read.entry))


def _is_explained(draft: Draft) -> bool:
    """Whether next to nothing is left for the rules; the words of marks are no residue, and may be nothing's yet."""
    if draft.residue >= _TRACE:
        return False
    if not draft.marks:
        return True
    values = [item.cover for item in draft.explanations if item.variable]
    return all(any(cover.contains(mark.inner) for cover in values) for mark in draft.marks)


def _may_be_exact(draft: Draft, labelled: _Labelled, second: Read | None) -> bool:
    """Whether the rules might find a type that is theirs; ``second`` is what the labels made of the draft."""
    has_cue = not _EXACT_CUES.isdisjoint(draft.cues)
    if second and second.entry.type not in EXACT_TYPES:
        return labelled.exact >= (_CHANCE if has_cue else _DOUBTED)
    if labelled.exact >= _CHANCE:
        return True
    return labelled.exact >= _LEAST_CHANCE and (has_cue or not _EXACT_WORDS.isdisjoint(draft.seen.words))


def _is_edited(first: Read, draft: Draft, labelled: _Labelled) -> bool:
    """Whether a "film" that somebody directed, "(dir.)", is a book that somebody edited, as in the Romance languages.

    It was printed somewhere by a house, and nothing says that it is a film.
    """
    if first.entry.type != "motion_picture" or OF_EITHER.isdisjoint(draft.seen.words):
        return False
    labels = set(labelled.tagged.labels)
    house = {word.strip(".,") for word in first.entry.string("publisher").casefold().split()}
    printed = {Label.PLACE, Label.PUBLISHER} <= labels or labelled.type.endswith("=book") or house & _BOOK_HOUSES
    film = first.entry.string("medium") or house & (FILM_HOUSE_WORDS | _MOVING)
    return bool(printed) and not film and Label.KIND not in labels


def _edited(draft: Draft) -> Draft:
    """The draft of a book, in which those who direct it are its editors."""
    other = draft.copy()
    other.explanations = [
        item._replace(variable="editor", cue="") if item.variable == "director" else item for item in draft.explanations
    ]
    other.cues.discard("film")
    other.by_variable = {item.variable: item for item in reversed(other.explanations) if item.variable}
    return other


def _better(first: Read | None, second: Read | None) -> Read | None:
    """The second reading, unless it names nobody where the first does: it has taken names for something else.

    The law has no authors; what rules hold for one there are the parties of a case, or the words of an act.
    """
    return first if second is None or (first and first.entry.creators()) else second


class LearnedParser(RuleParser):
    """A :class:`~anora_bib.parser.base.Parser` that labels the words of a reference where rules are in doubt.

    ``rules`` are those it begins with, the built-in ones if none are given.
    """

    name = "learned"

    def __init__(self, rules: Iterable[Rule] | None = None, models: Callable[[], Models] = shipped) -> None:
        known = tuple(part.item for part in RULES) if rules is None else tuple(rules)
        super().__init__(reader=HybridReader(known, models))
