"""Diagnostics that come from reading a file, not from a rule: what each code means and what to do about it.

They cannot be selected or ignored, since what could not be read could not be checked either.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError
from anora_bib.text.spans import Position, SourceSpan


class Code(StrEnum):
    """The codes of what keeps a whole file from being read. Those of its parts are given where they are read."""

    UNREADABLE = "F001"
    NOT_TEXT = "F002"
    EMPTY = "F003"
    NOT_READ = "F004"
    TOO_LARGE = "F005"
    NOTHING_TO_READ = "F006"
    CUT_SHORT = "F007"
    BAD_BIBLIOGRAPHY = "BIB010"


class Notice(NamedTuple):
    """One such code. ``doc`` is Markdown: what it finds, and how it is fixed."""

    code: str
    name: str
    summary: str
    doc: str
    severity: Severity = Severity.ERROR


_ALL: Final = (
    Notice(
        "BIB001",
        "broken-entry",
        "An entry of a bibliography file that cannot be read",
        "The entry is not closed, lacks a sign, or is no item of its format. It is left out; all others are read."
        "\n\nMend it at the line and column given: most often a brace, a quotation mark or a comma is missing.",
    ),
    Notice(
        "BIB002",
        "duplicate-key",
        "A citation key that an earlier entry of the file has already",
        "A citation by that key could mean either entry. Both are kept, the later one under a key of its own."
        "\n\nGive one of them another key, or delete it if the two are one source.",
    ),
    Notice(
        "BIB003",
        "duplicate-field",
        "A field that an entry gives twice",
        "Programs disagree on which of the two counts. The first does, and RIS keeps the other under a name of its own."
        "\n\nDelete one of them.",
    ),
    Notice(
        "BIB004",
        "undefined-string",
        "An abbreviation that the file never defines",
        "A bare word stands where a value should, and no @string says what it is short for. It is taken as it is."
        "\n\nDefine it, or put the value in braces.",
    ),
    Notice(
        "BIB005",
        "missing-crossref",
        "A cross-reference to an entry that is not in the file",
        "The entry was to take fields over from one that is not there.\n\nAdd that entry, or correct the key.",
    ),
    Notice(
        "BIB006",
        "wrong-value",
        "A value that its field cannot hold",
        "A title that is a list, a month that is no month, a number of thousands of digits, a name without its parts."
        " What can be understood of it is read; where that is not all, the entry keeps the value as it was in a field"
        " `NAME-raw`.\n\nWrite the value the way its format has it.",
    ),
    Notice(
        "BIB007",
        "damaged-text",
        "Half a character in a text",
        "JSON and YAML can spell half of a character (`\\ud800`), which no file can hold. It is replaced by U+FFFD."
        "\n\nType the character that was meant.",
    ),
    Notice(
        "BIB008",
        "unknown-command",
        "A LaTeX command that is not known",
        "What the command would print is not known; its name and argument are kept as text."
        " `check` says so with `--pedantic` only, as documents may define the command."
        "\n\nWrite what it prints, or leave it out.",
    ),
    Notice(
        "BIB009",
        "unwritten-value",
        "A value that the chosen format has no place for",
        "The entry was written to a format that cannot hold this field, or not all of it."
        "\n\nChoose a format that can: csl-json and yaml hold everything.",
    ),
    Notice(
        "BIB010",
        "unreadable-bibliography",
        "A bibliography file of which nothing can be read",
        "The file is not what its ending says, holds nothing that is an entry, or is not UTF-8."
        "\n\nMend it at the line given, or say with --from what it is.",
    ),
    Notice(
        "BIB011",
        "malformed-entry",
        "A fault in an entry that could be read around",
        "A comma between two fields is missing, or what stands there is no field. The rest of the entry is read."
        "\n\nPut the comma in, or delete what is no field: BibTeX stops there.",
        Severity.WARNING,
    ),
    Notice(
        "BIB012",
        "malformed-name",
        "A name with more commas than a name can have",
        'Names are joined by "and"; a name has at most two commas (von Last, Jr, First). It is kept in one piece.'
        '\n\nJoin the names by "and", or put the name of a body in braces.',
        Severity.WARNING,
    ),
    Notice(
        "BIB013",
        "changed-key",
        "A citation key that the format cannot hold",
        "The entry is written under another key, and citations by the old one do not find it."
        "\n\nChange the key in the documents as the message says, or choose another format.",
        Severity.WARNING,
    ),
    Notice(
        "E001",
        "broken-front-matter",
        "Front matter of an essay that is no YAML",
        "Title, author and date are not known from it; the text itself is read."
        "\n\nMend the line given: most often a value with a colon in it needs quotation marks.",
    ),
    Notice(
        "E002",
        "misdeclared-encoding",
        "A page in another encoding than it declares",
        "The head of the page names an encoding that its bytes are not in, or that does not exist. Letters beyond ASCII"
        " may be wrong in it.\n\nSave the page as UTF-8 and declare that.",
    ),
    Notice(
        "E003",
        "half-a-character",
        "Half a character in an essay",
        "A string of a program, or a value of the front matter (`\\ud800`), can hold half of a character that is stored"
        " as a pair; no file can. It is read as U+FFFD.\n\nType the character that was meant.",
    ),
    Notice(
        "F001",
        "unreadable-file",
        "A file or folder that does not exist or may not be read",
        "Nothing is known of what is in it, so nothing could be checked.\n\nCorrect the path, or the permissions.",
    ),
    Notice(
        "F002",
        "not-text",
        "A file that is no text, or in an encoding that cannot be told",
        "Essays are read as UTF-8, as UTF-16 with a byte order mark, or as Windows-1252."
        "\n\nSave the file as UTF-8 text.",
    ),
    Notice(
        "F003",
        "empty-file",
        "A file without any text",
        "There is nothing in it to read, and so nothing that is wrong.\n\nDelete it, or write the essay.",
        Severity.INFO,
    ),
    Notice(
        "F004",
        "format-not-read",
        "A file in a format that is not read",
        "Taken for plain text it would pass every check, whatever is in it; so it is refused."
        "\n\nConvert it to Markdown, HTML or plain text, or say with --from what it is.",
    ),
    Notice(
        "F005",
        "too-large",
        "A file that is too large for an essay",
        "It holds more than the longest novels: a log, a dump, or a whole corpus."
        "\n\nSplit it into one file for each essay.",
    ),
    Notice(
        "F006",
        "nothing-to-read",
        "A folder without an essay or a bibliography",
        "No file in or below it has an ending of a format that is read.\n\nCorrect the path.",
    ),
    Notice(
        "F007",
        "check-cut-short",
        "A file whose check was cut short",
        "With `--jobs`, files are checked in processes of their own. The one that had this file in hand was ended from"
        " outside, most often because the machine ran out of memory. All other files were checked."
        "\n\nCheck the file alone, or with fewer jobs.",
    ),
    Notice(
        "REC001",
        "broken-record",
        "An authority record that cannot be used",
        "The record is no YAML, lacks something, names a person or publisher without a record, or stands there twice."
        " It is left out; all others are used.\n\nMend it as the message says; references/README.md shows the form.",
    ),
)

NOTICES: Final[Mapping[str, Notice]] = MappingProxyType({notice.code: notice for notice in _ALL})
"""By code, in their order."""


def diagnostic(error: InputError) -> Diagnostic:
    """The error that kept a file from being read, as a diagnostic; at the start of the file, if it names no place."""
    notice = NOTICES[error.code or Code.UNREADABLE]
    at = Position(error.line or 1, error.column or 1)
    message = f"{error.message}; {error.hint}" if error.hint else error.message
    return Diagnostic(notice.code, notice.name, message, error.path, SourceSpan(0, 0), at, at, notice.severity)
