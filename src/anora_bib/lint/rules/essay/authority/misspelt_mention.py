"""A name in the running text that is spelt otherwise than in the authority record.

## What it finds

Names of people, papers and works in the running text that are one keystroke away from exactly one record: in a long
word, or in one word of several whose others are right. A short word, or one two keystrokes away, counts only where the
essay has the right name as well. What stands there often, or in a reference too, is taken as meant.

## Why it matters

Who is misspelt in the text cannot be found by a search, and looks like somebody else beside the list of works.

## Example

    The Florida Projct is set in a motel.

## Instead

    The Florida Project is set in a motel.

## How it is fixed

The word is spelt as in the record. Unsafe, because somebody else may bear that very name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.essay.authority import near_title
from anora_bib.lint.rules.shared.spellings import UNPARTED
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Publisher, Record, Records
from anora_bib.model.essay.passages import RunningText, references_as_printed
from anora_bib.text.characters import fold, fold_word
from anora_bib.text.spans import Edit, Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u2019\u2018'-][^\W\d_]{2,})*")

_LONE: Final = 8
"""Letters of a name of one word: among shorter ones most are one keystroke from some other word."""

_SURE: Final = 6
"""Letters from which on a misspelt word of a longer name needs nothing else to speak for it: "Marc Fisher" and "Mark
Fisher" are both journalists."""

_SHORTEST: Final = 4
_LONGEST: Final = 24

_OFTEN: Final = 2
"""Times beyond which a spelling is taken as meant."""

_ARTICLES: Final = ("the", "a", "an")


class _Form(NamedTuple):
    """A form of a record's name, its words folded and as they are written, and the place of one of them."""

    record: Record
    keys: tuple[str, ...]
    written: tuple[str, ...]
    place: int


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each word of the body that is one keystroke away from a name or title in the records."""
    text = apparatus.essay.text
    forms, vocabulary = records.derived(_forms), records.derived(_vocabulary)
    parts = [(part, _WORD.findall(text, part.start, part.end)) for part in apparatus.body]
    counts = Counter(chain.from_iterable(words for _, words in parts))
    near = {
        word: known for word in _strange(counts, forms, _listed(apparatus)) if (known := _near(fold(word), vocabulary))
    }
    wrong = [part for part, words in parts if not near.keys().isdisjoint(words)]
    findings = list(_findings(apparatus, wrong, near, forms))
    told = [finding.span for finding in apparatus.judged(near_title.findings, records)] if findings else []
    for where, finding in findings:
        if not any(where.overlaps(other) for other in told):
            yield finding


def _findings(
    apparatus: Apparatus,
    parts: Iterable[Span],
    near: Mapping[str, Sequence[tuple[str, int]]],
    forms: Mapping[str, Sequence[_Form]],
) -> Iterator[tuple[Span, Finding]]:
    """Each misspelt word of these parts of the running text, with what is wrong with it."""
    text, running = apparatus.essay.text, _Once(apparatus)
    for part in parts:
        words = list(_WORD.finditer(text, part.start, part.end))
        for index, word in enumerate(words):
            for right, keystrokes in near.get(word[0], ()):
                fitting = [form for form in forms[right] if _fits(form, words, index, text)]
                chosen = _chosen(fold(word[0]), fitting, keystrokes, running)
                if chosen:
                    yield Span(*word.span()), _finding(text, words, index, chosen)
                    break


def _strange(counts: Counter[str], forms: Mapping[str, object], listed: set[str]) -> Iterator[str]:
    """The words with a capital that are rare in the text and known neither to the records nor to the references."""
    in_any_case: Counter[str] = Counter()
    for word, times in counts.items():
        in_any_case[word.casefold()] += times
    for word, times in counts.items():
        if times <= _OFTEN and word[0].isupper() and in_any_case[word.casefold()] <= _OFTEN:
            key = fold_word(word)
            known = key in forms or key in listed or UNPARTED.search(word)
            if _SHORTEST <= len(key) <= _LONGEST and not known:
                yield word


def _listed(apparatus: Apparatus) -> set[str]:
    """The words of the references, but for those that the records call misspelt there, too."""
    text = apparatus.essay.text
    # Distinct words first: each is folded once.
    there = {word for span in references_as_printed(apparatus) for word in _WORD.findall(text, span.start, span.end)}
    wrong = {
        fold(difference.printed)
        for reference in apparatus.references
        for difference in (*(reference.match.differences if reference.match else ()), *reference.differences)
    }
    return {fold_word(word) for word in there} - wrong


class _Once:
    """The running text and the references, made ready to be asked for a name only when somebody asks."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._apparatus = apparatus
        self._text: RunningText | None = None

    def names(self, form: str) -> bool:
        if self._text is None:
            spans = [*self._apparatus.body, *references_as_printed(self._apparatus)]
            self._text = RunningText(self._apparatus.essay.text, spans)
        return self._text.names(form)


def _forms(records: Records) -> Mapping[str, Sequence[_Form]]:
    """The forms of all names by each of their words; a publisher's name is too often a common word."""
    by_word: dict[str, list[_Form]] = defaultdict(list)
    for record in records:
        if isinstance(record, Publisher):
            continue
        for form in record.forms:
            written = tuple(_WORD.findall(form))
            keys = tuple(map(fold, written))
            if len(keys) > 1 and keys[0] in _ARTICLES:
                written, keys = written[1:], keys[1:]
            for place, key in enumerate(keys):
                by_word[key].append(_Form(record, keys, written, place))
    return by_word


def _vocabulary(records: Records) -> Mapping[tuple[str, int], Sequence[str]]:
    """The words of those names that may be meant, by the first letter and the length of what is printed.

    A pen hardly ever slips at the first letter, and words of two keystrokes' difference differ by two letters at most.
    """
    by_letter: dict[tuple[str, int], list[str]] = {}
    words = (word for word in records.derived(_forms) if len(word) >= _SHORTEST)
    for word in sorted(words, key=lambda word: (len(word), word)):
        for length in range(len(word) - 2, len(word) + 3):
            by_letter.setdefault((word[0], length), []).append(word)
    return by_letter


def _near(key: str, vocabulary: Mapping[tuple[str, int], Sequence[str]]) -> list[tuple[str, int]]:
    """The known words one or two keystrokes away, nearest first; a plural is none, two need the last letter right."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = []
    known = vocabulary.get((key[0], len(key)), ())
    for word, keystrokes, _ in process.extract(key, known, scorer=OSA.distance, score_cutoff=2, limit=None):
        plural = f"{key}s" == word or f"{word}s" == key
        if not plural and (keystrokes == 1 or (keystrokes == 2 and key[-1] == word[-1])):
            near.append((word, keystrokes))
    return sorted(near, key=lambda pair: pair[1])


def _fits(form: _Form, words: Sequence[re.Match[str]], index: int, text: str) -> bool:
    """True if the words around are the others of the form, with nothing but spaces or its own signs between."""
    first = index - form.place
    if first < 0 or first + len(form.keys) > len(words):
        return False
    run = words[first : first + len(form.keys)]
    same = all(fold(word[0]) == key for word, key in zip(run, form.keys, strict=True) if word is not words[index])
    return same and "\n\n" not in text[run[0].start() : run[-1].end()] and run[-1].end() - run[0].start() < 120


def _chosen(word: str, fitting: Sequence[_Form], keystrokes: int, running: _Once) -> _Form | None:
    """The one form that is meant; None if there are several records, or too little speaks for the one."""
    if len({form.record.id for form in fitting}) != 1:
        return None
    form = max(fitting, key=lambda form: len(form.keys))
    if len(form.keys) == 1 and (word[-1] != form.keys[0][-1] or keystrokes > 1):
        return None  # what ends otherwise is most often another word: "Atlantis" and "The Atlantic"
    long = sum(map(len, form.keys)) >= _LONE
    sure = keystrokes == 1 and len(form.keys[form.place]) >= _SURE and len(form.keys) > 1
    return form if long and (sure or running.names(" ".join(form.written))) else None


def _finding(text: str, words: Sequence[re.Match[str]], index: int, form: _Form) -> Finding:
    first = index - form.place
    run = Span(words[first].start(), words[first + len(form.keys) - 1].end())
    word = Span(*words[index].span())
    written = form.written[form.place]
    right = written.upper() if word.of(text).isupper() else written
    fix = Fix(f"Write {quoted(right)}", (Edit(word, right),), Applicability.UNSAFE)
    label = form.record.label
    evidence = (f"The authority record {form.record.id} has {quoted(label)}, and no other record is near.",)
    return Finding(run, f"{quoted(run.of(text))} is nearly {quoted(label)}", evidence, fix)


RULE = Rule.documented("A005", "misspelt-mention", __doc__, check, availability=FixAvailability.ALWAYS)
