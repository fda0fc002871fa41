"""What a reader is."""

from __future__ import annotations

from typing import Protocol

from anora_bib.model import Essay


class Reader(Protocol):
    """Reads the bytes of one format. ``suffixes`` are the file endings it answers to, with the dot, lower case."""

    @property
    def name(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, data: bytes, path: str) -> Essay:
        """The essay in ``data``. ``path`` is only for messages and the essay's name.

        Raises:
            InputError: the bytes are not of this format.
        """
        ...
