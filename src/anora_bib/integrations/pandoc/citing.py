"""The citations of a document, rendered where they stand: in the text, or in notes if the style has its cites there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from anora_bib.csl.locators import leading_locator
from anora_bib.csl.output.runs import FormattedText, Run, runs
from anora_bib.csl.process.cites.asking import COMPOSITE
from anora_bib.integrations.pandoc.tree import SPACE, Found, Node, Nodes, Place, is_space, node, plain, tag
from anora_bib.integrations.pandoc.words import Words, joined
from anora_bib.integrations.shared.notes import with_text

_IN_TEXT, _SUPPRESSED = "AuthorInText", "SuppressAuthor"
_PUNCTUATION: Final = re.compile(r"[.,;:!?]{1,3}")
_INSIDE: Final = (",", ".")
"""What goes into quotation marks where a language has it so."""
_CLOSES: Final = (")", "]", ".")
_ENDS: Final = re.compile(r"[.,;:!?][\"'”’»)\]]{0,3}\Z")


def clusters(
    cites: Sequence[Found], keys: Mapping[str, str], words: Words, *, notes: bool, language: str
) -> list[Mapping[str, Any]]:
    """What the engine is asked for, a cluster for each citation.

    Args:
        cites: the citations in their order.
        keys: the entry that each known key stands for.
        words: what makes rich text of inlines.
        notes: whether the style has its cites in notes.
        language: that in which locators are typed.
    """
    made: list[Mapping[str, Any]] = []
    for found in cites:
        note = found.note or (found.before + 1 if notes else 0)
        asked = [_cite(one, keys, words, language) for one in found.citations if one["citationId"] in keys]
        # Words before a source stay where they lead on.
        properties: dict[str, object] = {"noteIndex": note, "unsorted": any(one["prefix"] for one in asked)}
        first = next(iter(found.citations), {})
        if tag(first.get("citationMode")) == _IN_TEXT and first["citationId"] in keys:
            properties["mode"] = COMPOSITE
            if notes:
                properties["infix"] = words.seam
                asked[0]["suppress-author"] = True  # it stands before the note
        made.append({"citationItems": asked, "properties": properties})
    return made


def _cite(one: Mapping[str, Any], keys: Mapping[str, str], words: Words, language: str) -> dict[str, object]:
    locator, suffix = leading_locator(words.rich(one.get("citationSuffix", ())), language)
    asked: dict[str, object] = {
        "id": keys[one["citationId"]],
        "prefix": words.rich(one.get("citationPrefix", ())),
        "suffix": suffix,
        "suppress-author": tag(one.get("citationMode")) == _SUPPRESSED,
    }
    return asked | (locator._asdict() if locator else {})


@dataclass(frozen=True)
class Rendered:
    """Rendered citations, by the element that each stands for.

    ``notes`` is true of a style that has its cites in notes, ``after`` if these stand behind punctuation, and
    ``inside`` if that goes into quotation marks. ``link`` asks for links to the bibliography.
    """

    words: Words
    texts: Mapping[int, str]
    unknown: Mapping[int, Sequence[str]]
    notes: bool
    after: bool = True
    inside: bool = False
    link: bool = False

    @classmethod
    def of(
        cls, cites: Sequence[Found], texts: Sequence[str], known: Iterable[str], words: Words, **how: bool
    ) -> Rendered:
        """The texts of citations, with the keys in each that nothing is known of."""
        keys = frozenset(known)
        unknown = {
            id(found.node): [key for one in found.citations if (key := str(one["citationId"])) not in keys]
            for found in cites
        }
        ids = [id(found.node) for found in cites]
        return cls(words, dict(zip(ids, texts, strict=True)), unknown, **how)

    def change(self, inlines: Nodes, place: Place) -> Nodes:
        """A list of inlines with its citations rendered; other lists as they are."""
        if not any(tag(inline) == "Cite" for inline in inlines):
            return inlines
        waiting = list(inlines)
        out: Nodes = []
        while waiting:
            here = place if place is not Place.NOTE_BEGINS or not out else Place.NOTE
            inline = waiting.pop(0)
            if tag(inline) != "Cite" or id(inline) not in self.texts:
                out.append(inline)
                continue
            made = self._rendered(inline, here, last=not plain(waiting).strip())
            if made and tag(made[-1]) == "Note":
                self._set_note(out, made, waiting)
            out.append(node("Cite", [inline["c"][0], made]))
        return out

    def _set_note(self, before: Nodes, made: Nodes, waiting: Nodes) -> None:
        """Put the sign of a note at its word, and behind the punctuation there."""
        if len(made) == 1 and before and is_space(before[-1]):
            before.pop()
        if not self.after or not (marks := _taken(waiting)) or _ENDS.search(plain(before + made[:-1])):
            return
        if len(made) == 1 and before and tag(before[-1]) == "Quoted" and self.inside and marks in _INSIDE:
            kind, quoted = before[-1]["c"]
            before[-1] = node("Quoted", [kind, joined([*quoted, node("Str", marks)])])
        else:
            made.insert(-1, node("Str", marks))

    def _rendered(self, cite: Node, place: Place, *, last: bool) -> Nodes:
        text = self.texts[id(cite)]
        printed = text.runs if isinstance(text, FormattedText) and self.link else runs(text)
        head, rest = _parted(printed, self.words.seam)
        shown = _with_unknown(self._inlines(rest), self.unknown[id(cite)], bracketed=not self.notes)
        if not self.notes:
            return shown
        before = self._inlines(head)
        if place is Place.TEXT:
            return [*before, node("Note", [node("Para", _capital(shown, rest))])] if shown else before
        if place is Place.NOTE_BEGINS and not head:
            return _capital(shown if last else _without_full_stop(shown), rest)
        bare = shown if last and head else _without_full_stop(shown)
        if head:
            return [*before, node("Str", ","), SPACE, *bare] if bare else before
        return joined([node("Str", "("), *bare, node("Str", ")")])

    def _inlines(self, printed: Sequence[Run]) -> Nodes:
        if not self.link:
            return self.words.inlines(printed)
        out: Nodes = []
        for item, group in groupby(printed, key=lambda run: run.item):
            inlines = self.words.inlines(group)
            out += [node("Link", [["", [], []], inlines, [f"#ref-{item}", ""]])] if item and inlines else inlines
        return out


def _with_unknown(shown: Nodes, keys: Sequence[str], *, bracketed: bool) -> Nodes:
    """A citation with the keys that nothing has, as pandoc prints them: in bold, with a question mark."""
    if not keys:
        return shown
    unknown: Nodes = []
    for key in keys:
        unknown += [*([node("Str", ";"), SPACE] if unknown else []), node("Strong", [node("Str", f"{key}?")])]
    last = shown[-1] if shown else None
    if last is None:
        return joined([node("Str", "("), *unknown, node("Str", ")")]) if bracketed else unknown
    if tag(last) == "Str" and last["c"].endswith(_CLOSES):
        word, close = last["c"][:-1], last["c"][-1:]
        return [*shown[:-1], node("Str", f"{word};"), SPACE, *unknown, node("Str", close)]
    return [*shown, node("Str", ";"), SPACE, *unknown]


def _parted(printed: Sequence[Run], seam: str) -> tuple[list[Run], list[Run]]:
    """What is printed before the seam and behind it; all is behind it where there is none."""
    for at, run in enumerate(printed):
        before, found, after = run.text.partition(seam)
        if found:
            head = [*printed[:at], with_text(run, before.rstrip())]
            rest = [with_text(run, after.lstrip()), *printed[at + 1 :]]
            return _trimmed(head), _trimmed(rest)
    return [], list(printed)


def _trimmed(printed: list[Run]) -> list[Run]:
    """Runs without white space at their ends."""
    while printed and not printed[0].text.strip():
        printed = printed[1:]
    while printed and not printed[-1].text.strip():
        printed = printed[:-1]
    if printed:
        printed[-1] = with_text(printed[-1], printed[-1].text.rstrip())
        printed[0] = with_text(printed[0], printed[0].text.lstrip())
    return printed


def _capital(inlines: Nodes, printed: Sequence[Run]) -> Nodes:
    """The words of a note with a capital, if they begin with none of an entry's: "see", "ibid."."""
    first = next((run for run in printed if run.text.strip()), None)
    if first is None or first.variable or not inlines or tag(inlines[0]) != "Str":
        return inlines
    word = inlines[0]["c"]
    return [node("Str", word[:1].upper() + word[1:]), *inlines[1:]]


def _without_full_stop(inlines: Nodes) -> Nodes:
    if inlines and tag(inlines[-1]) == "Str" and inlines[-1]["c"].endswith("."):
        return [*inlines[:-1], node("Str", inlines[-1]["c"][:-1])]
    return inlines


def _taken(waiting: Nodes) -> str:
    """The punctuation that the next words begin with, taken from them."""
    after = 1 if waiting and is_space(waiting[0]) else 0
    if len(waiting) <= after or tag(waiting[after]) != "Str":
        return ""
    word = waiting[after]["c"]
    marks = _PUNCTUATION.match(word)
    if marks is None:
        return ""
    rest = word[marks.end() :]
    waiting[: after + 1] = [node("Str", rest)] if rest else []
    return marks[0]
