"""Libraries made of essays and of each other, and written; who cites whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING

from anora_bib.api import arguments
from anora_bib.api.arguments import Readable
from anora_bib.api.reading import apparatus
from anora_bib.assembly.workspace import Workspace
from anora_bib.inputs.live_citations import cited_entries
from anora_bib.model import Library
from anora_bib.model.bibliography.entries import Item

if TYPE_CHECKING:
    from anora_bib.authority.unite import Merged
    from anora_bib.graph.model import CitationGraph


def collect(
    essays: Readable | Iterable[Readable], *, mentions: bool = False, workspace: Workspace | None = None
) -> Library:
    """The distinct sources of the essays, normalized against the authority records, with every place each was met.

    With ``mentions``, works that are only named in the prose count as sources too, as their records have them. One
    essay alone may be given as it is.
    """
    from anora_bib.authority.collect import collect as merge

    here = arguments.workspace(workspace)
    understood = [apparatus(essay, workspace=here) for essay in arguments.essays(essays, "collect")]
    return merge(
        understood,
        here.authority.records,
        cited_entries(understood),
        mentions=mentions,
        normalizers=here.plugins.normalizers,
    )


def merge(libraries: Library | Iterable[Library], *more: Library) -> Merged:
    """Several libraries as one: entries that are one source are united, the first wins, and nothing is lost.

    They are given in a list, or one after the other.

    What was united with what is in ``Merged.unions``, field by field; ``Merged.keys`` has the new keys by file.
    """
    from anora_bib.authority.unite import unite

    return unite(arguments.libraries(libraries, more, "merge"))


def cross_reference(
    essays: Readable | Iterable[Readable],
    *,
    libraries: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    workspace: Workspace | None = None,
) -> CitationGraph:
    """Who cites whom, over one essay or a shelf.

    Keys that Markdown cites by are citations of the entries of the libraries that it names, and of ``libraries``.

    Raises:
        InputError: one of ``libraries`` cannot be read.
    """
    from anora_bib.graph.build import cross_reference as build

    here = arguments.workspace(workspace)
    given = arguments.essays(essays, "cross_reference")
    read_all = [apparatus(essay, libraries=libraries, workspace=here) for essay in given]
    return build(read_all, collect(read_all, workspace=here), here.authority.records)


def rename_keys(text: str, keys: Mapping[str, str], *, latex: bool = False) -> str:
    r"""A document with other citation keys: in ``\cite`` and its kin, or in ``[@key]`` of pandoc and Quarto."""
    from anora_bib.live.renaming import renamed
    from anora_bib.text.spans import apply_edits

    given = arguments.text(text, "rename_keys", "read the file first")
    others = arguments.mapping(keys, "rename_keys", "takes a mapping of keys", 'give {"old": "new"}')
    return apply_edits(given, renamed(given, others, latex=latex))


def dump(library: Library | Iterable[Item], *, to: str = "bibtex", workspace: Workspace | None = None) -> str:
    """The library in a bibliography format.

    Raises:
        UnknownNameError: there is no such format.
        UnsupportedError: the format is only read.
    """
    from anora_bib.formats.base import dumper

    entries = library if isinstance(library, Library) else Library(arguments.entries(library, "dump", keyed=True))
    return dumper(arguments.workspace(workspace).plugins.formats.get(to)).dump(entries)
