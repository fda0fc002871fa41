"""How well sources named in prose, and the speakers of quotations, are found in essays labelled by hand.

``python -m tests.wild.attributions FOLDER`` prints precision, recall and F1 of attributions, and how many quotations
got the speaker they have, or none where they have none. ``FOLDER/owner+name/path`` holds the essays, which are not
part of the project: ``labels/*.jsonl`` names the repository, the path, the commit and the SHA-256 of each. With
``--list`` what was missed and what was wrong is printed as well.

A label has the place in the file, the name, and what the essay does with the source: "attributes" (gives a thought,
a finding, a word to it), "quotes", or "discusses" (names it without leaning on it, which may be found or not). What is
found to be only discussed is not counted. A quotation is labelled with its speaker, or with "" where nobody is said to
speak: titles, terms, scare quotes.

The set ``development`` is what the finding was made with. The others were labelled before anything was found in them,
one after the other, and gave when first run: ``unseen`` F1 0.77, ``fresh`` 0.72, ``last`` 0.81, ``further`` 0.69,
``sealed`` 0.72, ``newest`` 0.77, ``met`` 0.59, ``kept`` 0.78, ``learned`` 0.68, ``later`` 0.70, ``reported`` 0.67,
``soon`` 0.41, ``opened`` 0.71, ``since`` 0.81 (quotations 0.77, 0.67, 0.80, 0.68, 0.77, 0.67, 0.77, 0.90, 0.73, 0.62,
0.53, 0.69, 0.77, 0.73); what each showed has been used since. ``further``, ``sealed`` and ``newest`` have quotations
set off as blocks and parentheses that name the speaker; ``further``, ``sealed``, ``met`` and ``kept`` have essays in
German, French and Spanish, of which the last two are made for the most part; ``learned`` and ``later`` have Italian
as well. ``reported`` has news with many who are interviewed, and an essay with citation keys; ``soon`` has three
texts in which bodies argue: an institute, a board of appeal; ``opened`` has a column, a report, and essays in
English, German, Spanish and French, and ``since`` a column and a report.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import anora_bib as ab
from anora_bib.model import Attribution, Essay, Relation
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

LABELS = Path(__file__).parent / "labels"
_NEAR = 30
"""How many characters a phrase may stand beside the labelled one: an apposition, the name behind the verb."""


@dataclass(frozen=True)
class Labelled:
    """An essay and its labels, whose places count in the file."""

    repository: str
    path: str
    sha256: str
    set: str
    language: str
    attributions: Sequence[tuple[int, int, str, str]]
    quotations: Sequence[tuple[int, int, str]]


@dataclass
class Counts:
    """Right, wrong and missed attributions; quotations with a speaker and without, and those found so."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    spoken: int = 0
    spoken_right: int = 0
    silent: int = 0
    silent_right: int = 0
    remarks: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        for name in ("right", "wrong", "missed", "spoken", "spoken_right", "silent", "silent_right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        quoted = (self.spoken_right + self.silent_right) / max(1, self.spoken + self.silent)
        return (
            f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f}"
            f" ({self.right} right, {self.wrong} wrong, {self.missed} missed)   quotations {quoted:.2f}:"
            f" speaker {self.spoken_right}/{self.spoken}, none {self.silent_right}/{self.silent}"
        )


def read_labels(paths: Iterable[Path]) -> Iterator[Labelled]:
    """The labelled essays of some files."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            places = [(start, end, name, relation) for start, end, name, relation in row["attributions"]]
            quotations = [(start, end, speaker) for start, end, speaker in row["quotations"]]
            yield Labelled(
                row["repository"], row["path"], row["sha256"], row["set"], row["language"], places, quotations
            )


def judge(labelled: Labelled, text: str) -> Counts:
    """What is found in the text of an essay, against its labels."""
    essay = ab.read_text(text, reader="markdown")
    apparatus = ab.apparatus(essay)
    counts = Counts()
    found = [one for one in apparatus.attributions if one.span != one.quotation]
    met: set[int] = set()
    for one in found:
        near = [
            index
            for index, (start, end, name, _) in enumerate(labelled.attributions)
            if _touches(essay, one, start, end) and _agree(name, one.name, one.speaker)
        ]
        met.update(near)
        if not near and one.relation is not Relation.DISCUSSES:
            counts.wrong += 1
            line = _line(text, essay.source_span(one.span).start)
            counts.remarks.append(f"wrong   {line}: {one.name} | {' '.join(one.text.split())}")
    for index, (start, end, name, relation) in enumerate(labelled.attributions):
        if relation == "discusses":
            continue
        if index in met:
            counts.right += 1
        else:
            counts.missed += 1
            counts.remarks.append(f"missed  {_line(text, start)}: {name} | {' '.join(text[start:end].split())}")
    for start, end, speaker in labelled.quotations:
        given = {
            word
            for one in apparatus.attributions
            if one.quotation and _overlap(essay, one.quotation, start, end)
            for word in (one.speaker or one.name,)
        }
        if speaker:
            counts.spoken += 1
            good = any(_agree(speaker, name) for name in given)
            counts.spoken_right += good
        else:
            counts.silent += 1
            good = not given
            counts.silent_right += good
        if not good:
            words = " ".join(text[start:end].split())[:70]
            counts.remarks.append(f"speaker {_line(text, start)}: {speaker or 'none'}, not {given or 'none'} | {words}")
    return counts


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _touches(essay: Essay, one: Attribution, start: int, end: int) -> bool:
    span = essay.source_span(one.span)
    return span.start < end + _NEAR and start - _NEAR < span.end


def _overlap(essay: Essay, quotation: Span, start: int, end: int) -> bool:
    span = essay.source_span(quotation)
    return span.start < end and start < span.end


def _agree(name: str, *others: str) -> bool:
    """True if the names share a word of more than two letters."""
    words = {word for word in fold(name).split() if len(word) > 2}
    return any(words & set(fold(other).split()) for other in others)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path, nargs="*", default=sorted(LABELS.glob("*.jsonl")))
    parser.add_argument("--list", action="store_true", help="print what was missed and what was wrong")
    options = parser.parse_args()
    totals: dict[str, Counts] = {}
    for labelled in read_labels(options.labels):
        path = options.folder / labelled.repository.replace("/", "+", 1) / labelled.path
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != labelled.sha256:
            raise SystemExit(f"{path} is not the file that was labelled")
        counts = judge(labelled, content.decode())
        totals.setdefault(labelled.set, Counts()).add(counts)
        sys.stdout.write(f"{labelled.path.rsplit('/', 1)[-1][:40]:<40} {counts}\n")
        for remark in counts.remarks if options.list else ():
            sys.stdout.write(f"    {remark}\n")
    for name, counts in totals.items():
        sys.stdout.write(f"{name}: {counts}\n")


if __name__ == "__main__":
    main()
