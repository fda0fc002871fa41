"""The location of the data that comes with the package; only this module knows it.

In a wheel the folders are packed beside the modules (``anora_bib/_data``); in a checkout, and so in an editable
install, they stand at its top level.
"""

from __future__ import annotations

from pathlib import Path

_PACKED = Path(__file__).parents[1] / "_data"
_CHECKOUT = Path(__file__).parents[3]


def _folder(name: str) -> Path:
    packed = _PACKED / name
    return packed if packed.is_dir() else _CHECKOUT / name


def styles() -> Path:
    """The folder of our own CSL styles."""
    return _folder("styles")


def references() -> Path:
    """The folder of authority records, YAML."""
    return _folder("references")


def shelf() -> Path:
    """The folder of example essays that commands read when no path is given."""
    return _folder("examples") / "shelf"
