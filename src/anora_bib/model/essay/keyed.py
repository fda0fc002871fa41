"""A document that cites by keys: which keys, and which files it names; nothing else of it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from anora_bib.documents.document import Document
from anora_bib.text.spans import TextSpan


@dataclass(frozen=True, slots=True)
class CitationKey:
    r"""A key where it is cited.

    ``sure`` is false where the words may be no citation: a command of the author's own, a name with ``@`` in prose.
    """

    key: str
    span: TextSpan
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file as the document names it, often without its ending."""

    name: str
    span: TextSpan


@dataclass(frozen=True)
class KeyedText:
    r"""What the text of a document says of its citations.

    ``own`` are the keys that it defines itself (``\bibitem``, ``references:`` of front matter, labels of Typst), and
    ``everything`` is true if it asks for all entries (``\nocite{*}``). ``hidden`` is true where it draws on a library
    that its text does not tell: one on a server, or one named by a command.
    """

    document: Document
    keys: tuple[CitationKey, ...] = ()
    libraries: tuple[NamedFile, ...] = ()
    parts: tuple[NamedFile, ...] = ()
    own: frozenset[str] = field(default_factory=frozenset)
    everything: bool = False
    hidden: bool = False

    @property
    def cites(self) -> bool:
        """True if it cites anything by a key."""
        return bool(self.keys) or self.everything
