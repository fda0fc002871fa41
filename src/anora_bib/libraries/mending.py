"""``.bib`` files repaired: what their reader and the rules found wrong, and not a byte besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.inputs.opening import Bibliography, Opener, bib_file
from anora_bib.lint.checker import check_bibliography
from anora_bib.lint.fixer import FixResult, settle
from anora_bib.lint.rule import Documented
from anora_bib.system.files import read_bytes

_ENCODINGS: Final = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1")


def mend(file: Bibliography, opener: Opener, rules: Iterable[Documented], *, unsafe: bool) -> FixResult:
    """A bibliography file with the fixes applied, as text and as bytes in the encoding it was in.

    Raises:
        InputError: the file cannot be read any more, or it is in an encoding that is not written.
    """
    chosen = list(rules)
    encoding = _encoding(read_bytes(Path(file.path)), file)

    def diagnose(given: Bibliography) -> Sequence[Diagnostic]:
        return [*given.diagnostics, *check_bibliography(bib_file(given), chosen)]

    def again(text: str) -> Sequence[Diagnostic]:
        read = opener.decode(text.encode("utf-8"), file.path, format=file.format)
        return diagnose(read) if isinstance(read, Bibliography) else ()

    text, applied, remaining = settle(file.text, diagnose(file), again, unsafe=unsafe)
    return FixResult(text, text.encode(encoding, "xmlcharrefreplace"), applied, remaining)


def _encoding(data: bytes, file: Bibliography) -> str:
    """The encoding in which the text of the file is the bytes of the file."""
    for name in _ENCODINGS:
        try:
            if file.text.encode(name) == data:
                return name
        except UnicodeEncodeError:
            continue
    raise InputError("is in an encoding that is not written", path=file.path, hint="save it as UTF-8")
