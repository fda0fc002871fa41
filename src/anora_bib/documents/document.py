"""A document: a file decoded, the text that a reader makes of it, and the map between the two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from anora_bib.documents.dialects import PLAIN, Dialect
from anora_bib.documents.line_ends import LineEnds
from anora_bib.documents.source_map import SourceMap
from anora_bib.text.characters import counted, printable_line
from anora_bib.text.spans import LineIndex, Position, SourceEdit, SourceSpan, TextEdit, TextSpan, apply_edits


class UneditableError(ValueError):
    """An edit of the text that cannot be made in the file. The message is a sentence that says why."""


@dataclass(frozen=True, repr=False)
class Document:
    """One file, immutable.

    ``text`` is what a person reads; ``source`` is the decoded file. Without a ``source_map`` the two are the same,
    markup included, but for the line ends (``source`` need not be given where these are the same as well).
    ``encoding`` is what the file was decoded with. ``original`` holds the bytes of a file of which ``source`` is only a
    part (a ZIP container); it is empty for a file that is all text.
    """

    path: str
    text: str
    dialect: Dialect = PLAIN
    source: str = ""
    source_map: SourceMap | None = None
    encoding: str = "utf-8"
    original: bytes = b""

    def __post_init__(self) -> None:
        if self.source_map is None and not self.source:
            object.__setattr__(self, "source", self.text)

    def __repr__(self) -> str:
        return f"Document {printable_line(self.path) or 'without a path'} ({counted(len(self.text), 'character')})"

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.source)

    @cached_property
    def _map(self) -> SourceMap | LineEnds | None:
        """From the text to the file; None where they are the same."""
        if self.source_map is None and self.source != self.text:
            return LineEnds(self.source)
        return self.source_map

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.original or self.source.encode(self.encoding)

    def source_span(self, span: TextSpan) -> SourceSpan:
        """The place in the file of a span of the text."""
        return self._map.span(span) if self._map else SourceSpan(span.start, span.end)

    def text_span(self, span: SourceSpan) -> TextSpan:
        """The place in the text of a span of the file."""
        return self._map.text_span(span) if self._map else TextSpan(span.start, span.end)

    def position(self, offset: int) -> Position:
        """Line and column, in the file, of an offset of the text."""
        return self.source_position(self._map.offset(offset) if self._map else offset)

    def source_position(self, offset: int) -> Position:
        """Line and column of an offset of the file."""
        return self._lines.position(offset)

    def source_edit(self, edit: TextEdit) -> SourceEdit:
        """An edit of the text as an edit of the file, escaped for the file's dialect and encoding.

        Raises:
            UneditableError: those characters are not written literally in the file, or it cannot hold the new ones.
        """
        if self.source_map is not None and not self.source_map.is_verbatim(edit.span):
            raise UneditableError("the file writes these words with markup or character references in between")
        as_read = edit.replacement if edit.as_written else self.written(edit.replacement)
        markup = as_read if self.source_map is None else self.dialect.escape(as_read)
        return SourceEdit(self.source_span(edit.span), self.encodable(markup))

    def written(self, words: str) -> str:
        """Words from elsewhere (an authority record) as ``text`` has them: escaped where the text itself is markup."""
        return self.dialect.escape(words) if self.source_map is None else words

    def edited(self, edits: Iterable[TextEdit]) -> str:
        """The file after edits of a text that is markup itself: they are written as they are, but for line ends."""
        return apply_edits(
            self.source, (SourceEdit(self.source_span(it.span), self.with_line_ends(it.replacement)) for it in edits)
        )

    def with_line_ends(self, markup: str) -> str:
        """The markup with the line ends of the file, where its text has others."""
        return self._map.written(markup) if isinstance(self._map, LineEnds) else markup

    def encodable(self, markup: str) -> str:
        """The markup with the line ends of the file, and references for characters that its encoding does not have.

        Raises:
            UneditableError: the file cannot hold one of them.
        """
        markup = self.with_line_ends(markup)
        if self._can_encode(markup):
            return markup
        return "".join(char if self._can_encode(char) else self._reference(char) for char in markup)

    def _reference(self, char: str) -> str:
        if self.dialect.reference is None or self.source_map is None or "\ud800" <= char <= "\udfff":
            raise UneditableError(f"the encoding of the file, {self.encoding}, has no {char!a}; save the file as UTF-8")
        return self.dialect.reference(char)

    def _can_encode(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def write_text(document: Document, source: str) -> bytes:
    """The bytes of a file that is all text, with ``source`` as its content: what most readers' ``write`` does.

    Raises:
        UnicodeEncodeError: ``source`` has a character that the encoding does not have (see ``Document.source_edit``).
    """
    return source.encode(document.encoding)
