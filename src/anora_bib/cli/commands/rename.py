"""``anora-bib fix --rename-keys``: other citation keys in documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from anora_bib.cli.changes import show_change
from anora_bib.cli.output import say
from anora_bib.cli.session import Session
from anora_bib.errors import InputError
from anora_bib.system.files import read_bytes, write_bytes


def rename(session: Session, paths: Sequence[str], keys: str, *, diff: bool) -> None:
    """Put the new keys of a map into each document; with ``diff`` show the change, and exit with 1 if there is one.

    Raises:
        InputError: the map cannot be read.
    """
    from anora_bib import api
    from anora_bib.live.renaming import LATEX

    renamed = _map(Path(keys))
    differs = False
    for name in paths:
        path = Path(name)
        try:
            data = read_bytes(path)
            # Bytes that are no UTF-8 stay what they are.
            text = data.decode("utf-8", "surrogateescape")
            after = api.rename_keys(text, renamed, latex=path.suffix.lower() in LATEX)
            if diff:
                differs |= show_change(text, after, name, None)
            elif after != text:
                write_bytes(path, after.encode("utf-8", "surrogateescape"), expected=data)
            say(f"{name}: {'keys change' if after != text else 'no key of the map'}")
        except InputError as error:
            session.report([error])
    session.exit(findings=differs)


def _map(path: Path) -> dict[str, str]:
    """Old keys and new ones: an object of them, or of such objects by file, as merge writes it."""
    try:
        data = json.loads(read_bytes(path))
    except ValueError as error:
        raise InputError(f"is no map of keys: {error}", path=str(path)) from None
    flat: dict[str, str] = {}
    for old, new in data.items() if isinstance(data, dict) else ():
        for key, other in new.items() if isinstance(new, dict) else [(old, new)]:
            if flat.setdefault(key, str(other)) != str(other):
                message = f"{path}: the key {key!r} is given two new ones; name a map of one library"
                raise click.UsageError(message)
    return flat
