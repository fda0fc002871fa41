"""The ledger of what our engine prints otherwise than citeproc-js on purpose: where citeproc-js is wrong.

It is kept both ways: our engine prints what is listed as ours, citeproc-js what is listed as theirs.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anora_bib.csl import Processor, Style
from tests.csl.citeproc_js import answers, inside
from tests.csl.differences import folded
from tests.csl.snippets import NS, Around, Item

PATH = Path(__file__).with_name("divergences.toml")

_PLAIN = '<layout><text variable="title"/></layout>'


@dataclass(frozen=True, slots=True)
class Divergence:
    """One entry: the clause of the specification, a style and items, and what both engines print for them.

    ``citations`` are the cites of each citation; without any, ``ours`` and ``theirs`` are bibliographies.
    """

    name: str
    clause: str
    why: str
    elements: str
    around: Around
    items: Sequence[Item]
    citations: Sequence[Sequence[Item]]
    ours: Sequence[str]
    theirs: Sequence[str]

    @property
    def style(self) -> str:
        """The XML of the style. What is not asked for prints titles: citeproc-js keeps the state of its dates from
        one layout to the other, so that the same elements in both would not show what it does."""
        around = self.around
        body = f"{around.sort}<layout {around.layout}>{self.elements}</layout>"
        citation, bibliography = (body, _PLAIN) if self.citations else (_PLAIN, body)
        return (
            f'<style xmlns="{NS}" class="{around.kind}" version="1.0" '
            f'default-locale="{around.language}" {around.style}>'
            f"<info><title>{self.name}</title></info>{around.locales}{around.macros}"
            f"<citation {around.citation}>{citation}</citation>"
            f"<bibliography {around.bibliography}>{bibliography}</bibliography></style>"
        )

    @property
    def clusters(self) -> list[dict[str, Any]]:
        """The citations as both engines take them."""
        return [
            {"citationItems": list(cites), "properties": {"noteIndex": number}}
            for number, cites in enumerate(self.citations, 1)
        ]

    def printed_by_us(self) -> list[str]:
        """What our engine prints, as HTML."""
        processor = Processor(Style.load(self.style), self.items, to="html")
        if self.citations:
            return [folded(text) for text in processor.citations(self.clusters)]
        return [folded(inside(entry.text)) for entry in processor.bibliography()]

    def printed_by_citeproc_js(self) -> list[str]:
        """What citeproc-js prints, as HTML. Always asked anew: it is this very citeproc-js that the ledger is about."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"{self.name}.csl")
            path.write_text(self.style, "utf-8")
            ((_, answer),) = answers([path], self.items, self.clusters, cache=None)
        if answer.error:
            return [answer.error]
        texts = answer.citations if self.citations else [text for _, text in answer.bibliography]
        return [folded(text) for text in texts]


def read() -> list[Divergence]:
    """The entries of the ledger."""
    return [_divergence(name, entry) for name, entry in tomllib.loads(PATH.read_text("utf-8")).items()]


def _divergence(name: str, entry: dict[str, Any]) -> Divergence:
    items = [{"id": str(number), "type": "book", **item} for number, item in enumerate(entry.pop("items"), 1)]
    around = Around(**entry.pop("around", {}))
    return Divergence(name=name, items=items, around=around, citations=entry.pop("citations", []), **entry)


def gone(divergences: Iterable[Divergence]) -> list[str]:
    """What no longer is as the ledger says of citeproc-js, an entry a line."""
    asked = ((divergence, divergence.printed_by_citeproc_js()) for divergence in divergences)
    return [
        f"{divergence.name}: citeproc-js prints {printed}, not {divergence.theirs}"
        for divergence, printed in asked
        if printed != divergence.theirs
    ]
