"""The lines that commands print beside their result: a problem met while reading, what a repair did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.text.characters import counted, join_names, printable_line, shortened

_NAMED: Final = 4
"""Files that a line names; of more it counts the rest."""
NO_REFERENCE: Final = "there is no reference in what was given"


def problem(diagnostic: Diagnostic) -> str:
    """The diagnostic as ``path:line:column: message``."""
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    return printable_line(f"{place}: {diagnostic.message}")


def repaired(path: str, applied: int, remaining: int, *, changed: bool) -> str:
    """How many problems of an essay were fixed (or can be, where nothing was ``changed``), and how many were not."""
    verb = "fixed" if changed else "can be fixed"
    return printable_line(f"{path}: {applied} {verb}, {remaining} left for a person")


def repaired_all(fixed: tuple[int, int], files: int, remaining: int, *, changed: bool) -> str:
    """The same of several files: how many problems were ``fixed``, and in how many of the ``files``."""
    problems, affected = fixed
    done = f"{'Fixed' if changed else 'Can fix'} {counted(problems, 'problem')}"
    return f"{done} in {affected} of {counted(files, 'file')}; {remaining} left for a person"


def kept(path: str, line: int, note: str, text: str, reason: str, *, cited: bool = False) -> str:
    """A source that stays as it is typed when an essay is made live; ``note`` is the label of its note, if any.

    With ``cited``, what stays is the note alone, and its source is cited live in it.
    """
    where = f"note {note}: " if note else ""
    how = "is made live inside its note" if cited else "stays as it is"
    return printable_line(f"{path}:{line}: {where}“{shortened(text)}” {how}, for {reason}")


def made_live(path: str, notes: tuple[int, int], in_text: tuple[int, int], *, only_citations: bool = False) -> str:
    """How many of the notes that hold a source, and of the citations in parentheses, were made live.

    ``only_citations`` if the rest of the essay is not in the syntax of its citations.
    """
    (made, holding), (cited, typed) = notes, in_text
    parts = [f"{made} of {counted(holding, 'note')}"] * bool(holding)
    parts += [f"{cited} of {counted(typed, 'parenthesis', 'parentheses')}"] * bool(typed)
    text = f"{path}: {' and '.join(parts)} made live, {holding + typed - made - cited} left"
    if not parts:
        text = f"{path}: there is no citation to make live"
    only = "only citations and notes are LaTeX: convert the rest, for example with pandoc"
    return printable_line(f"{text}; {only}" if only_citations and parts else text)


def rewritten(path: str, made: int, holding: int) -> str:
    """How many of the notes, parentheses and listed works that hold a source were printed in another style."""
    return printable_line(f"{path}: {made} of {counted(holding, 'citation')} rewritten, {holding - made} left")


def linked(path: str, markers: int, sources: int) -> str:
    """How many markers of a page lead to their notes now, and how many citations to the list of works."""
    cited = f"{counted(sources, 'citation')} linked to the list of works"
    return printable_line(f"{path}: {counted(markers, 'marker')} linked, {cited}")


def unprinted(path: str, line: int, note: str, variables: Iterable[str]) -> str:
    """What was typed of a source and a style does not print, by CSL variable; ``note`` is the label of its note."""
    where = f"note {note}: " if note else ""
    return printable_line(f"{path}:{line}: {where}the style does not print: {', '.join(variables)}")


def unsorted(path: str, works: int) -> str:
    """How many listed works were not sorted as a style asks."""
    return printable_line(f"{path}: {works} listed works stand as before, for not all of the list was understood")


def reading(example: bool, files: int) -> str:
    """What is read where no path was given."""
    if example:
        return "the current folder holds nothing; this is the example shelf that comes with anora-bib"
    return f"reading the current folder: {files} {'file' if files == 1 else 'files'}"


def passed_over(endings: Mapping[str, int]) -> str:
    """How many files of folders were not read, by their endings."""
    total = sum(endings.values())
    listed = ", ".join(f"{count} {ending}" for ending, count in sorted(endings.items()))
    what = "1 file that is" if total == 1 else f"{total} files that are"
    return printable_line(f"passed over {what} no essay and no bibliography: {listed}")


def only_keys(paths: Sequence[str]) -> str:
    """Which documents were not read as essays, but held against libraries; of many the first, and how many more."""
    return printable_line(f"checked for their citation keys only: {join_names(paths, most=_NAMED)}")


def cites_nobody(source: str | None) -> str:
    """That a graph is empty, of all that is cited or of what a ``source`` was asked for."""
    words = "nobody cites anything in what was read" if source is None else f"nobody cites {source!r}"
    return printable_line(words)


def left_out(error: InputError) -> str:
    """A file of a folder that was not read, and why; without what could be done about it."""
    return printable_line(f"passed over {error.path}: {error.message}")
