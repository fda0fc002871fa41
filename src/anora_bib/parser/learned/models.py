"""The models that the learned parser reads by, as they come with the package or from a folder of one's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from pkgutil import get_data
from typing import Final, NamedTuple

from anora_bib.files import read_bytes
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.labeller import Labeller
from anora_bib.parser.learned.types import TypeModel

LABELS: Final = "labels.crf"
TYPES: Final = "types.crf"


class Models(NamedTuple):
    """What labels the tokens of a reference, and what tells its type."""

    labeller: Labeller
    types: TypeModel

    @classmethod
    def of(cls, labels: bytes, types: bytes, path: str = "") -> Models:
        """The models of two files.

        Raises:
            InputError: one is no such file, or damaged.
        """
        return cls(Labeller(Model.load(labels, f"{path}{LABELS}")), TypeModel(Model.load(types, f"{path}{TYPES}")))

    @classmethod
    def load(cls, folder: Path) -> Models:
        """The models of a folder that ``anora-bib parser train`` has filled.

        Raises:
            InputError: a file is missing, or no model.
        """
        return cls.of(read_bytes(folder / LABELS), read_bytes(folder / TYPES), f"{folder}/")


@cache
def shipped() -> Models:
    """The models that come with the package."""
    labels, types = (get_data(__name__, f"data/{name}") or b"" for name in (LABELS, TYPES))
    return Models.of(labels, types)
