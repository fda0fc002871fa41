"""Markdown: emphasis that CommonMark's rules read as it was meant, wherever it is.

Asterisks are emphasis by the characters on both sides (https://spec.commonmark.org/0.31.2/#delimiter-run). Where
a letter keeps them from it, the letter is written as a character reference, whose signs do not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats.display import lines
from anora_bib.csl.output.formats.emphasis import DelimiterRun, misread
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.words import Word, words
from anora_bib.csl.output.runs import BOLD, FORMATTINGS, ITALIC, SUBSCRIPT, SUPERSCRIPT, Segment
from anora_bib.documents.dialects import html
from anora_bib.documents.dialects import markdown as dialect

Mark = tuple[str, str]
"""Its beginning and end."""

_KEPT: Final = ITALIC | BOLD | SUPERSCRIPT | SUBSCRIPT
_LOOKS: Final = tuple(look & _KEPT for look in range(FORMATTINGS))
_ASTERISKS: Final[dict[int, Mark]] = {
    BOLD: ("**", "**"),
    ITALIC: ("*", "*"),
    SUPERSCRIPT: ("<sup>", "</sup>"),
    SUBSCRIPT: ("<sub>", "</sub>"),
}
_ONE_MARK: Final[dict[int, Mark]] = {0: ("", "")} | _ASTERISKS
_TAGS: Final[dict[int, Mark]] = _ASTERISKS | {BOLD: ("<strong>", "</strong>")}
"""For bold and italics so close together that their asterisks would be read otherwise."""

_SPACE, _SIGN, _SYMBOL, _LETTER = range(4)


def _write(segments: Sequence[Segment]) -> str:
    """The markup of runs."""
    made = [_Written(word, _text(word)(word.text)) for word in words(segments, _LOOKS, _LOOKS)]
    text = _apart(made)
    if text is None:
        line = _Line(made, _ASTERISKS)
        if line.misread():
            line = _Line(made, _TAGS)
        # An exclamation mark would make an image of the link after it.
        text = line.text().replace("![", "\\![")
    return lines(text, dialect.line)


def _text(word: Word) -> Callable[[str], str]:
    """What writes the text of a word: a link inside a link would end it."""
    return dialect.text if word.link else dialect.text_with_addresses


@dataclass(slots=True)
class _Written:
    """A word and its markup, without that of its look."""

    word: Word
    markup: str


def _apart(made: list[_Written]) -> str | None:
    """The markup of words with one mark each at most, no two of which touch; None if it is not as simple as that.

    Most entries are: no run of asterisks has others open before it, so each begins or ends a mark if only it can.
    """
    out: list[str] = []
    before: _Written | None = None
    for one in made:
        look, gap = one.word.look, one.word.gap
        if one.word.link or look not in _ONE_MARK:
            return None
        if before is not None:
            if gap:
                out.append(gap)
            elif (look and before.word.look) or not (
                _stands_apart(look, one.markup[0], before.markup[-1])
                and _stands_apart(before.word.look, before.markup[-1], one.markup[0])
            ):
                return None
        begin, end = _ONE_MARK[look]
        out += (begin, one.markup, end)
        before = one
    return "".join(out)


def _stands_apart(look: int, inside: str, outside: str) -> bool:
    """True if asterisks between these characters can be what they are meant for."""
    return not look & (ITALIC | BOLD) or _kind(inside) == _LETTER or _kind(outside) == _SIGN


@dataclass(slots=True)
class _Token:
    """A word (its number), the space between two, or the beginning or end of a mark."""

    text: str
    word: int = -1
    opens: bool = False

    @property
    def asterisks(self) -> int:
        return len(self.text) if self.text[:1] == "*" else 0


class _Line:
    """Words and the marks between them."""

    def __init__(self, made: list[_Written], marks: dict[int, Mark]) -> None:
        self.words = made
        self.tokens = _tokens(made, [_marks(one.word, marks) for one in made])
        self.heads: set[int] = set()
        self.tails: set[int] = set()
        """The words whose first or last character is written as a reference."""
        self.runs = self._runs()
        while self._refer():
            pass

    def _runs(self) -> list[tuple[int, int]]:
        """From where to where tokens are asterisks with nothing between them."""
        made: list[tuple[int, int]] = []
        for at, token in enumerate(self.tokens):
            if not token.asterisks:
                continue
            if made and made[-1][1] == at:
                made[-1] = made[-1][0], at + 1
            else:
                made.append((at, at + 1))
        return made

    def _beside(self, begin: int, end: int) -> tuple[int, int]:
        """The kinds of the characters before and after asterisks."""
        before = self._kind(begin - 1, last=True) if begin else _SPACE
        return before, self._kind(end, last=False) if end < len(self.tokens) else _SPACE

    def _kind(self, at: int, *, last: bool) -> int:
        token = self.tokens[at]
        if token.word < 0:
            return _SPACE if token.text.isspace() else _SIGN
        if token.word in (self.tails if last else self.heads):
            return _SIGN
        return _kind(self.words[token.word].markup[-last])

    def _refer(self) -> bool:
        """Write characters beside asterisks as references where they keep them from beginning or ending a mark."""
        changed = False
        for begin, end in self.runs:
            run = self.tokens[begin:end]
            before, after = self._beside(begin, end)
            opens = any(token.opens for token in run)
            closes = not all(token.opens for token in run)
            # Versions of CommonMark differ in whether a symbol counts as a punctuation sign.
            if before == _SYMBOL or (opens and before == _LETTER and after != _LETTER):
                changed |= self._refer_to(self.tokens[begin - 1].word, last=True)
            if after == _SYMBOL or (closes and after == _LETTER and before != _LETTER):
                changed |= self._refer_to(self.tokens[end].word, last=False)
        return changed

    def _refer_to(self, word: int, *, last: bool) -> bool:
        ends = (self.tails, self.heads) if last else (self.heads, self.tails)
        ends[0].add(word)
        if len(self.words[word].word.text) == 1:
            ends[1].add(word)
        return True

    def misread(self) -> bool:
        """True if a reader would pair the asterisks otherwise than they were set."""
        if len({token.asterisks for token in self.tokens if token.asterisks}) < 2:
            return False
        made = []
        for begin, end in self.runs:
            before, after = self._beside(begin, end)
            made.append(
                DelimiterRun(
                    [(token.asterisks, token.opens) for token in self.tokens[begin:end]],
                    opens=after != _SPACE and (after == _LETTER or before != _LETTER),
                    closes=before != _SPACE and (before == _LETTER or after != _LETTER),
                )
            )
        return misread(made)

    def text(self) -> str:
        return "".join([token.text if token.word < 0 else self._word(token.word) for token in self.tokens])

    def _word(self, number: int) -> str:
        text = self.words[number].word.text
        if number not in self.heads and number not in self.tails:
            return self.words[number].markup
        head = tail = ""
        if number in self.heads:
            head, text = html.reference(text[0]), text[1:]
        if number in self.tails and text:
            tail, text = html.reference(text[-1]), text[:-1]
        return f"{head}{_text(self.words[number].word)(text)}{tail}"


def _kind(char: str) -> int:
    if char.isalnum():
        return _LETTER
    if char.isascii():
        return _SIGN
    return {"P": _SIGN, "S": _SYMBOL}.get(unicodedata.category(char)[0], _LETTER)


def _marks(word: Word, marks: dict[int, Mark]) -> list[Mark]:
    """The marks of a word, in the order in which they nest if nothing speaks for another."""
    made = [marks[look] for look in marks if word.look & look] if word.look else []
    if word.link:
        made.insert(0, ("[", f"](<{html.attribute(word.link)}>)"))
    return made


def _tokens(made: list[_Written], marks: list[list[Mark]]) -> list[_Token]:
    """Words with marks that nest: those open longest that are needed longest, and white space is outside."""
    tokens: list[_Token] = []
    stack: list[Mark] = []
    for number, one in enumerate(made):
        wanted = marks[number]
        kept = 0
        while kept < len(stack) and stack[kept] in wanted:
            kept += 1
        tokens += [_Token(mark[1]) for mark in reversed(stack[kept:])]
        del stack[kept:]
        if one.word.gap and number:
            tokens.append(_Token(one.word.gap))
        new = [mark for mark in wanted if mark not in stack]
        if len(new) > 1:
            new.sort(key=lambda mark: _length(mark, marks, number), reverse=True)
        tokens += [_Token(mark[0], opens=True) for mark in new]
        stack += new
        tokens.append(_Token("", number))
    tokens += [_Token(mark[1]) for mark in reversed(stack)]
    return tokens


def _length(mark: Mark, marks: list[list[Mark]], number: int) -> int:
    """Over how many words a mark reaches."""
    end = number
    while end < len(marks) and mark in marks[end]:
        end += 1
    return end - number


def _line(text: str) -> str:
    return dialect.line(dialect.text_with_addresses(text))


def _arranged(format: Format, arrangement: Arrangement) -> Format:
    """The format with the entries in the block that pandoc makes of a bibliography, with its classes and attributes."""
    hangs = " .hanging-indent" if arrangement.hanging_indent else ""
    spacing = f' entry-spacing="{arrangement.entry_spacing}" line-spacing="{arrangement.line_spacing}"'
    return replace(format, list=(f"::: {{.references .csl-bib-body{hangs}{spacing}}}\n", "\n:::\n"))


MARKDOWN: Final = Format("markdown", _write, _line, heading="## {}\n\n", arrange=_arranged, arranges_when_asked=True)
