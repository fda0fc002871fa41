"""Entries as a data frame of pandas or polars, whichever is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from anora_bib.errors import UnknownNameError, UnsupportedError
from anora_bib.model.bibliography.entries import Entry

LIBRARIES: Final = ("pandas", "polars")


def data_frame(entries: Sequence[Entry], library: str = "") -> Any:
    """The data frame, made by ``library``, or else by the first of :data:`LIBRARIES` that is installed.

    Raises:
        UnknownNameError: ``library`` is none of those.
        UnsupportedError: it is not installed.
    """
    if library and library not in LIBRARIES:
        raise UnknownNameError("library of data frames", library, known=LIBRARIES)
    wanted = (library,) if library else LIBRARIES
    for name in wanted:
        if find_spec(name) is not None:
            return import_module(name).DataFrame(columns(entries))
    hint = f"install it with: pip install {wanted[0]}"
    raise UnsupportedError(f"a data frame needs {' or '.join(wanted)}", hint=hint)


def columns(entries: Sequence[Entry]) -> Mapping[str, list[str | None]]:
    """The columns: ``id`` and ``type``, then each variable in the order in which entries first have it."""
    variables = dict.fromkeys(name for entry in entries for name in entry.fields)
    return {
        "id": [entry.key or None for entry in entries],
        "type": [entry.type for entry in entries],
        **{name: [entry.string(name) if name in entry.fields else None for entry in entries] for name in variables},
    }
