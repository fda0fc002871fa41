"""What the metadata of a document says of its citations, in the fields that pandoc's own citeproc reads.

https://pandoc.org/MANUAL.html#citations
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from anora_bib.csl.styles import Style
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.inputs.opening import Bibliography, Input, Opener
from anora_bib.integrations.pandoc.tree import Nodes, Tree, tag
from anora_bib.integrations.pandoc.words import Words

_ADDRESS: Final = ("http://", "https://")
_OURS: Final = "anora-bib"
EVERYTHING: Final = "*"


@dataclass(frozen=True)
class Metadata:
    """The fields, read. ``words`` holds what in them is more than text."""

    fields: Mapping[str, Any]
    words: Words

    def text(self, name: str) -> str:
        """The words of a field, "" if it is not there."""
        value = self._plain(self.fields.get(name))
        return value.strip() if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """The words of each item of a field that is a list, or of the field."""
        return _listed(self._plain(self.fields.get(name)))

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A field that is true or false."""
        return _truth(self._plain(self.fields.get(name)), default)

    def own_flag(self, name: str) -> bool:
        """The same for a field of ``anora-bib:``."""
        return _truth(self._own(name), default=False)

    def own_texts(self, name: str) -> list[str]:
        """The words of each item of a field of ``anora-bib:``, or of the field."""
        return _listed(self._own(name))

    def _own(self, name: str) -> Any:
        ours = self._plain(self.fields.get(_OURS))
        return ours.get(name) if isinstance(ours, dict) else None

    def inlines(self, name: str) -> Nodes:
        """A field as the inlines that it has."""
        value = self.fields.get(name)
        if tag(value) == "MetaInlines":
            return list(value["c"]) if isinstance(value, dict) else []
        text = self.text(name)
        return [{"t": "Str", "c": text}] if text else []

    def _plain(self, value: object) -> Any:
        """A value as text, list, mapping or truth."""
        kind, content = tag(value), value.get("c") if isinstance(value, dict) else None
        if kind == "MetaMap" and isinstance(content, dict):
            return {name: self._plain(one) for name, one in content.items()}
        if kind == "MetaList" and isinstance(content, list):
            return [self._plain(one) for one in content]
        if kind == "MetaInlines" and isinstance(content, list):
            return self.words.rich(content)
        if kind == "MetaBlocks" and isinstance(content, list):
            return "\n\n".join(self.words.rich(block["c"]) for block in content if tag(block) in ("Para", "Plain"))
        return content

    @property
    def uncited(self) -> list[str]:
        """The keys of ``nocite``; :data:`EVERYTHING` among them stands for all entries."""
        found = Tree({}, [{"t": "Div", "c": self.fields.get("nocite", {})}], None).cites()
        return [str(one.get("citationId", "")) for cite in found for one in cite.citations]

    def libraries(self, opener: Opener) -> list[Bibliography]:
        """The bibliographies that the document names, and the one in its ``references:``.

        Raises:
            InputError: one cannot be read, is no bibliography, or is on a server.
        """
        paths = self.texts("bibliography")
        inputs: Iterator[Input] = (opener.open(Path(_local(path))) for path in paths)
        libraries = [_bibliography(one) for one in inputs]
        if references := self._plain(self.fields.get("references")):
            text = json.dumps({"references": references}, ensure_ascii=False)
            libraries.append(_bibliography(opener.decode(text.encode(), "references", format="yaml")))
        return libraries

    def style(self, otherwise: str) -> Style:
        """The style that ``csl`` (or ``citation-style``) names: a file, one of pandoc's folder, or any style we have.

        Raises:
            InputError: it is on a server, or no style.
            UnknownNameError: there is none.
        """
        named = _local(self.text("csl") or self.text("citation-style") or otherwise)
        for folder in (Path(), *_folders()):
            for path in (folder / named, folder / f"{named}.csl"):
                if path.is_file():
                    return Style.load(path)
        try:
            return Style.load(Path(named).name.removesuffix(".csl"))
        except UnknownNameError as error:
            if named.endswith(".csl"):
                hint = error.args[0] if error.args else ""
                raise InputError("is not there", path=named, hint=str(hint)) from error
            raise


def _listed(value: object) -> list[str]:
    return [str(one).strip() for one in (value if isinstance(value, list) else [value]) if one]


def _truth(value: object, default: bool) -> bool:
    if value is None:
        return default
    return value if isinstance(value, bool) else str(value).strip().lower() in ("true", "yes", "on", "1")


def _local(path: str) -> str:
    """A path that is no address.

    Raises:
        InputError: it is one; nothing is fetched.
    """
    if path.lower().startswith(_ADDRESS):
        raise InputError("is on a server, and nothing is fetched", path=path, hint="download it, and name the file")
    return path


def _bibliography(opened: Input) -> Bibliography:
    if isinstance(opened, Bibliography):
        return opened
    raise InputError("is an essay, no bibliography", path=opened.path)


def _folders() -> Iterator[Path]:
    """The folders in which pandoc looks for styles."""
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111 - a home may be missing
    yield Path(data) / "pandoc" / "csl"
    yield Path(os.path.expanduser("~/.csl"))  # noqa: PTH111
