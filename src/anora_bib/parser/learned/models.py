"""The models that the learned parser reads by, as they come with the package or from a folder of one's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from pkgutil import get_data
from typing import Final, NamedTuple

from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.honest.confidences import Honesty
from anora_bib.parser.learned.labeller import Labeller
from anora_bib.parser.learned.types import TypeModel
from anora_bib.system.files import read_bytes

LABELS: Final = "labels.crf"
TYPES: Final = "types.crf"
CONFIDENCES: Final = "confidences.json"


class Models(NamedTuple):
    """What labels the tokens of a reference, what tells its type, and how far what is read of both can be trusted."""

    labeller: Labeller
    types: TypeModel
    honesty: Honesty = Honesty()

    @classmethod
    def of(cls, labels: bytes, types: bytes, confidences: bytes | None = None, path: str = "") -> Models:
        """The models of their files; without confidences those of the models themselves stand.

        Raises:
            InputError: one is no such file, or damaged.
        """
        return cls(
            Labeller(Model.load(labels, f"{path}{LABELS}")),
            TypeModel(Model.load(types, f"{path}{TYPES}")),
            Honesty.load(confidences, f"{path}{CONFIDENCES}") if confidences is not None else Honesty(),
        )

    @classmethod
    def load(cls, folder: Path) -> Models:
        """The models of a folder that ``anora-bib parser train`` has filled.

        Raises:
            InputError: a file is missing, or no model.
        """
        confidences = folder / CONFIDENCES
        known = read_bytes(confidences) if confidences.exists() else None
        return cls.of(read_bytes(folder / LABELS), read_bytes(folder / TYPES), known, f"{folder}/")


@cache
def shipped() -> Models:
    """The models that come with the package."""
    labels, types, confidences = (get_data(__name__, f"data/{name}") or b"" for name in (LABELS, TYPES, CONFIDENCES))
    return Models.of(labels, types, confidences)
