"""Two entries of one source made one: the fuller value of each variable, and every place where it was met."""

from __future__ import annotations

from dataclasses import replace

from anora_bib.model import Date, Entry, Field, Name, Value
from anora_bib.model.values.titles import main_key
from anora_bib.text.characters import fold

UNKNOWN_TYPE = "document"


def merge(first: Entry, other: Entry) -> Entry:
    """The first entry, completed by the other.

    Where they contradict each other the first stays; what the other printed can be read in its provenance.
    """
    fields = dict(first.fields)
    for variable, field in other.fields.items():
        old = fields.get(variable)
        if old is None or _is_fuller(field.value, old.value):
            # Its place is one in another text than the first entry's.
            fields[variable] = Field(field.value, None, field.confidence)
    return replace(
        first,
        type=other.type if first.type == UNKNOWN_TYPE else first.type,
        fields=fields,
        key=first.key or other.key,
        provenance=(*first.provenance, *other.provenance),
    )


def _is_fuller(new: Value, old: Value) -> bool:
    """True if ``new`` says all that ``old`` says, and more."""
    if isinstance(new, Date) and isinstance(old, Date):
        return len(new.parts) == len(old.parts) == 1 and _begins(new.parts[0], old.parts[0])
    if isinstance(new, tuple) and isinstance(old, tuple):
        return _more_names(new, old)
    if isinstance(new, str) and isinstance(old, str):
        return len(new) > len(old) and main_key(new) == fold(old)
    return False


def _begins(new: tuple[int, ...], old: tuple[int, ...]) -> bool:
    return len(new) > len(old) and new[: len(old)] == old


def _more_names(new: tuple[Name, ...], old: tuple[Name, ...]) -> bool:
    """All the families of the old list and others besides; or the same families with longer given names."""
    ours, theirs = [[fold(name.literal or name.full_family) for name in names] for names in (new, old)]
    if ours == theirs:
        return all(one.given.startswith(other.given.rstrip(".")) for one, other in zip(new, old, strict=True)) and (
            new != old
        )
    return len(new) > len(old) and set(theirs) <= set(ours)
