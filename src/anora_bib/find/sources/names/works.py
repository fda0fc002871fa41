"""Books, essays and other writings that stand in the place of a source: "*Title* argues that", "In *Title*, ..."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.find.phrases.predicates import predicate
from anora_bib.find.phrases.verbs import Kind
from anora_bib.find.prose.titles import is_title_case
from anora_bib.language import saying
from anora_bib.model import Apparatus, Records, Work
from anora_bib.model.values.titles import title_keys
from anora_bib.text.characters import fold
from anora_bib.text.intervals import starting_in
from anora_bib.text.spans import Span

_SHOWN: Final = frozenset(
    """motion_picture song broadcast performance graphic musical_score software map collection event""".split()
)
"""Types of works that show, and so say nothing by themselves."""
_KIND: Final = "|".join(saying.phrases("kinds_of_source"))
_KIND_BEFORE: Final = re.compile(rf"\b(?:{_KIND}),?\s(?:[a-z]+\s)?[\[*_\u201c\"]{{0,3}}$")
_IN: Final = re.compile(r"(?:^|[.!?]\s|[,;:]\s)(?:In|Im|Dans|Nel|En)\s(?:[^\s,.]+\s){0,4}[\[*_\u201c\"]{0,3}$")
_COMMA: Final = re.compile(r"[*_\]]{0,3}(?:\([^()\s]{0,400}\))?(?:\s\([^()\n]{1,60}\))?,\s")
_PRINTED: Final = re.compile(rf"[*_]{{1,2}}\]?\s(?:{'|'.join(sorted(saying.words('words', 'printed')))})\b")
"""Behind the name of a paper: "a *Guardian* interview"."""
_LOOK_BACK: Final = 60


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A title and the phrase it is in; ``record`` is the id of the work, or ""."""

    span: Span
    phrase: Span
    record: str


def named_works(
    apparatus: Apparatus, records: Records, emphases: Sequence[Span], *, story: bool
) -> Callable[[Span], Iterator[NamedWork]]:
    """A function that gives the works in a sentence that are its sources; in a ``story`` only those known as books."""
    text = apparatus.prose.text
    cited: dict[str, bool] = {}
    for reference in apparatus.references:
        for key in title_keys(reference.entry.string("title")):
            cited[key] = cited.get(key, False) or reference.entry.type not in _SHOWN

    def in_sentence(sentence: Span) -> Iterator[NamedWork]:
        for title in starting_in(emphases, sentence):
            if printed := _PRINTED.match(text, title.end, sentence.end):
                if title.of(text)[:1].isupper():
                    yield NamedWork(title, Span(title.start, printed.end()), "")
                continue
            said = predicate(text, title.end, sentence.end)
            claims = said is not None and said.kind is Kind.CLAIM
            opens = not claims and _COMMA.match(text, title.end) is not None
            words = title.of(text)
            if not (claims or opens) or len(words.split()) < 2 or not is_title_case(words):
                continue
            works = [record for record in records.named(words) if isinstance(record, Work)]
            written = any(work.type not in _SHOWN for work in works) if works else cited.get(fold(words))
            before = text[max(sentence.start, title.start - _LOOK_BACK) : title.start]
            known = bool(written) or (written is None and bool(_KIND_BEFORE.search(before)))
            if said and claims and (known or (written is None and not story and said.complement)):
                yield NamedWork(title, Span(title.start, said.end), works[0].id if len(works) == 1 else "")
            elif opens and known and _IN.search(before):
                yield NamedWork(title, title, works[0].id if len(works) == 1 else "")

    return in_sentence
