"""What a CSL engine is: the door through which our own and foreign processors are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.runs import FormattedText, Run, runs
from anora_bib.csl.styles import Style
from anora_bib.errors import UnsupportedError
from anora_bib.model.bibliography.entries import Item

Cluster = Mapping[str, object]
"""One citation, in the shape citeproc-js takes:
``{"citationItems": [{"id", "locator", "label", "prefix", "suffix"}], "properties": {"noteIndex": 1}}``."""


@dataclass(frozen=True, slots=True)
class FormattedEntry:
    """One line of a bibliography: the item's id and its text in the output format."""

    id: str
    text: str

    @property
    def runs(self) -> list[Run]:
        """The text as typed runs, which know the variable that each comes from; one run if its engine tells none."""
        return list(self.text.runs) if isinstance(self.text, FormattedText) else runs(self.text)


class Formatter(Protocol):
    """Formats one set of items in one style. ``problems`` has a sentence for each item that could not be formatted."""

    problems: list[str]

    def citations(self, clusters: Sequence[Cluster]) -> list[str]:
        """The text of each citation; clusters come in document order."""
        ...

    def bibliography(self) -> list[FormattedEntry]:
        """All items in the order of the style; [] if the style has no bibliography."""
        ...

    @property
    def arrangement(self) -> Arrangement | None:
        """How the style sets out the bibliography that was made last; None if the engine does not tell."""


class Capability(StrEnum):
    """What an engine may or may not be able to do. Whoever asks one for what it cannot do is told."""

    LINKS = "links"
    """It makes links of DOIs and web addresses."""
    MODES = "modes"
    """It prints citations in their modes, and what stands around all their cites."""
    PARTS = "parts"
    """It prints parts of a bibliography and annotations, and takes short forms from lists: see ``Processor``."""


class Engine(Protocol):
    """Makes processors."""

    @property
    def name(self) -> str:
        """The name by which it is chosen."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What it can do beyond formatting."""

    def processor(
        self,
        style: Style,
        items: Sequence[Item],
        *,
        locale: str | None = None,
        to: str | Format = "text",
        links: bool = False,
    ) -> Formatter:
        """A processor for the items. ``locale`` overrides the style's own ("fr-FR").

        ``to`` is an output or the name of a built-in one. ``links`` asks for links of DOIs and web addresses, where
        the output has links; it is given only to an engine with :attr:`Capability.LINKS`, so that another may do
        without this argument.

        Raises:
            InputError: the style cannot be used, or two items have one id.
            UnknownNameError: no such locale or output.
            UnsupportedError: the engine makes no links.
        """
        ...


def no_links(engine: str) -> UnsupportedError:
    """What an engine raises that is asked for links and makes none."""
    return UnsupportedError(f"the engine {engine!r} makes no links", hint="ask for none, or take the engine 'anora'")
