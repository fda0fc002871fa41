"""What an output format is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.runs import FormattedText, Segment


@dataclass(frozen=True, slots=True)
class Format:
    """One output format."""

    name: str
    write: Callable[[Sequence[Segment]], str]
    """Makes text of the runs of one line: of a citation, or of an entry without what is around it."""
    escape: Callable[[str], str]
    """Writes text as a line of its own that says it."""
    heading: str = "{}"
    """A template for a heading: ``{}`` is the title, ``{rule}`` a line under it as long as the title."""
    entry: tuple[str, str] = ("", "")
    """Around an entry of a bibliography."""
    between: str = "\n\n"
    """Between two entries."""
    list: tuple[str, str] = ("", "\n")
    """Around the entries of a bibliography."""
    ends: tuple[str, str] = ("", "")
    """Around a whole document."""
    arrange: Callable[[Format, Arrangement], Format] | None = None
    """Makes a format that sets the entries of a bibliography out as a style asks; None for one that cannot."""
    arranges_when_asked: bool = False
    """Whether that needs markup which is asked for: a style sheet, or an extension of the format."""

    def arranged(self, arrangement: Arrangement, *, asked: bool = False) -> Format:
        """The format for a bibliography that is set out in some way, with or without markup that is to be asked for."""
        if self.arrange is None or (self.arranges_when_asked and not asked):
            return self
        return self.arrange(self, arrangement)

    def rewritten(self, entry: str) -> str:
        """An entry that another format wrote, in this one; as it is if nothing is known of it."""
        return self.write_entry(entry.segments) if isinstance(entry, FormattedText) else entry

    def write_entry(self, segments: Sequence[Segment]) -> str:
        """The text of an entry of a bibliography."""
        before, after = self.entry
        return f"{before}{self.write(segments)}{after}".strip()

    def document(self, sections: Sequence[tuple[str, Sequence[str]]]) -> str:
        """One text of titled sections of written entries; a section without either leaves no trace."""
        parts = [part for title, entries in sections if (part := self._section(title, entries))]
        return "\n".join(parts).join(self.ends) if parts else ""

    def _section(self, title: str, entries: Sequence[str]) -> str:
        line = self.escape(title)
        head = self.heading.replace("{rule}", "=" * _columns(line)).replace("{}", line) if title else ""
        return head + (self.between.join(entries).join(self.list) if entries else "")


def _columns(text: str) -> int:
    """The columns that text takes in letters of one width, where those of East Asia take two."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text if char > "\u10ff")
