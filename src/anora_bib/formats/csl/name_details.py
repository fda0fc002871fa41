"""What programs say of the people of an item beyond their names: Crossref's ORCID iDs and affiliations, and more.

A name of CSL has no place for it, so that it is kept beside the names, person by person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from anora_bib.model.values.csl_json import as_json
from anora_bib.model.values.identifiers import orcid
from anora_bib.model.values.names import FLAGS, PARTS, Name

_KNOWN: Final = frozenset(
    {*PARTS, *FLAGS, "parse-names", "isInstitution", "name", "sequence", "authenticated-orcid", "creatorType"}
)
"""What is part of a name, or says no more than the order of the list."""
_ORCID: Final = ("ORCID", "orcid")


def details(values: list[object]) -> Iterator[tuple[str, str]]:
    """What is said of the names in a list: the ending of the field that keeps it, and its text.

    ``-orcid`` and ``-affiliation`` are lists of "name: value", ``-details`` is all else as JSON.
    """
    orcids: list[str] = []
    affiliations: list[str] = []
    others: list[Mapping[str, object]] = []
    for value in values:
        if not isinstance(value, Mapping) or value.keys() <= _KNOWN:
            continue
        name = Name.from_csl(value).inverted or str(value.get("name") or "")
        if not name:
            continue  # it is none, and kept whole
        number = next((value[key] for key in _ORCID if value.get(key)), None)
        if isinstance(number, str):
            orcids.append(f"{name}: {orcid(number) or number}")
        affiliation = list(_affiliations(value.get("affiliation")))
        if affiliation:
            affiliations.append(f"{name}: {', '.join(affiliation)}")
        told = _KNOWN.union(_ORCID if isinstance(number, str) else (), ("affiliation",) if affiliation else ())
        rest = {key: item for key, item in value.items() if key not in told and item not in ("", [], {}, None)}
        if rest:
            others.append({"name": name, **rest})
    for ending, listed in (("orcid", orcids), ("affiliation", affiliations)):
        if listed:
            yield ending, "; ".join(listed)
    if others:
        yield "details", as_json(others)


def _affiliations(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, str) and name.strip():
            yield name.strip()
