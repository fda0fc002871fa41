"""Which type and field is what in CSL, BibTeX, BibLaTeX and RIS: the tables that the formats read and write by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from anora_bib.assembly.plugins import load_plugins
from anora_bib.formats.base import Dumper, Loader
from anora_bib.formats.bibtex.tables import types as bib
from anora_bib.formats.bibtex.tables.fields import ROWS
from anora_bib.formats.tagged import tags as ris
from anora_bib.model.values.csl import TYPES
from generated.markdown import code, plain, table


def pages() -> Mapping[str, str]:
    """The pages by their paths."""
    return {"tables/formats.md": _formats(), "tables/types.md": _types(), "tables/fields.md": _fields()}


def _formats() -> str:
    rows = [
        (
            code(one.name),
            plain((type(one).__doc__ or "").partition("\n")[0]),
            "yes" if isinstance(one, Loader) else "",
            "yes" if isinstance(one, Dumper) else "",
            " ".join(map(code, one.suffixes)),
        )
        for one in load_plugins(installed=False).formats
    ]
    return (
        "# Formats that are read and written\n\n"
        "[More of each](../formats.md): what it is known by, and what is told of what it cannot hold.\n\n"
        + table(("name", "what it is", "read", "written", "endings"), rows)
    )


def _types() -> str:
    back: dict[str, list[str]] = {}
    for names, mark in ((bib.READ_AS, "@"), (ris.READ_AS, "")):
        for name, csl in names.items():
            back.setdefault(csl, []).append(f"{mark}{name}")
    rows = []
    for csl in sorted(TYPES):
        both = [f"@{bib.entry_type(csl, dialect)}" for dialect in bib.Dialect]
        tag = ris.TYPES.get(csl, "")
        others = [name for name in back.get(csl, ()) if name not in (*both, tag)]
        rows.append((code(csl), *map(code, both), code(tag), " ".join(map(code, sorted(others)))))
    return (
        "# Types of entries\n\n"
        "What an item of each CSL type is written as, and the other types that are read as it.\n\n"
        + table(("CSL", "BibTeX", "BibLaTeX", "RIS", "read as it, too"), rows)
    )


def _fields() -> str:
    rows = []
    for variable in dict.fromkeys(row.variable for row in ROWS):
        of_it = [row for row in ROWS if row.variable == variable]
        bibtex = _by_type([(row.bibtex, row.types) for row in of_it])
        biblatex = _by_type([(row.biblatex, row.types) for row in of_it])
        rows.append((code(variable), bibtex, biblatex, _tags(variable)))
    return (
        "# Fields\n\nWhat each CSL variable is written as. A variable that has no field of its own is written by its "
        "CSL name, and read back; names of types are those of CSL.\n\n"
        + table(("CSL", "BibTeX", "BibLaTeX", "RIS"), rows)
    )


def _by_type(fields: Iterable[tuple[str, frozenset[str] | None]]) -> str:
    """The fields of a variable, the general one first, the others with the types they are for."""
    of: dict[str, set[str]] = {}
    general = ""
    for field, types in fields:
        if types is None:
            general = field
        elif field:
            of.setdefault(field, set()).update(types)
    special = [f"{code(field)} ({_listed(types)})" for field, types in of.items() if field != general]
    return ", ".join([*filter(None, [code(general)]), *special])


def _tags(variable: str) -> str:
    """The tags of RIS for a variable: that of most types first."""
    of: dict[str, set[str]] = {}
    for csl in TYPES:
        tag = ris.tags(csl).get(variable)
        if tag:
            of.setdefault(tag, set()).add(csl)
    most, *others = sorted(of, key=lambda tag: -len(of[tag])) or [""]
    return ", ".join([*filter(None, [code(most)]), *(f"{code(tag)} ({_listed(of[tag])})" for tag in others)])


def _listed(types: Iterable[str]) -> str:
    """Types by name; where they are many, a few of them."""
    names = sorted(types)
    return ", ".join(names) if len(names) <= 6 else f"{', '.join(names[:5])} and {len(names) - 5} more"
