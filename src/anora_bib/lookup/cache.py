"""Answers of services kept on disk, so that a question is asked once."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from anora_bib.errors import InputError
from anora_bib.system.files import write_bytes


class Cache:
    """One JSON file an address, named by the address's hash, with the moment it was fetched (seconds since 1970)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, url: str, *, since: float) -> object | None:
        """The answer kept for ``url`` if it was fetched at ``since`` or later. A file that is broken is no answer."""
        try:
            kept = json.loads(self._path(url).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(kept, dict) or kept.get("url") != url:
            return None
        fetched = kept.get("fetched")
        answer: object = kept.get("answer")
        return answer if isinstance(fetched, int | float) and fetched >= since else None

    def put(self, url: str, answer: object, *, fetched: float) -> None:
        """Keep an answer.

        Raises:
            InputError: the folder cannot be written to.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"the cache cannot be made: {error.strerror}", path=str(self.folder)) from error
        kept = {"url": url, "fetched": fetched, "answer": answer}
        write_bytes(self._path(url), json.dumps(kept, ensure_ascii=True).encode("ascii"))

    def _path(self, url: str) -> Path:
        return self.folder / f"{hashlib.sha256(url.encode('utf-8')).hexdigest()}.json"
