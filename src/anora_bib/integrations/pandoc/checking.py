"""What is wrong with the citations of a document: keys that nothing has, and faults of the entries that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from anora_bib.checking.examine import examine_bibliography
from anora_bib.diagnostics import Diagnostic
from anora_bib.documents.document import Document
from anora_bib.inputs.keyed_documents import Libraries
from anora_bib.inputs.opening import Bibliography, Opener
from anora_bib.integrations.pandoc.tree import Found
from anora_bib.lint.checker import check_citations
from anora_bib.lint.citing import Citing, KnownLibrary
from anora_bib.lint.rule import Documented
from anora_bib.model.essay.keyed import CitationKey, KeyedText
from anora_bib.text.spans import TextSpan

DOCUMENT = "document"
"""What the document is called where it is not known which file pandoc has read."""


def known_libraries(files: Sequence[Bibliography], opener: Opener) -> list[KnownLibrary]:
    """The keys of bibliographies that are read."""
    libraries = Libraries(opener, files)
    return [known for file in files if (known := libraries.at(Path(file.path))) is not None]


def keys_of(cites: Sequence[Found]) -> list[str]:
    """The keys of citations, each once."""
    return list(dict.fromkeys(str(one["citationId"]) for found in cites for one in found.citations))


def findings(
    cited: Sequence[str],
    sources: Sequence[KeyedText],
    files: Sequence[Bibliography],
    opener: Opener,
    rules: Sequence[Documented],
) -> Iterator[Diagnostic]:
    """The diagnostics of a document, then those of the entries that it cites, file by file.

    ``sources`` are the files that it was read from, as far as they are known.
    """
    libraries = known_libraries(files, opener)
    placed = {one.key for source in sources for one in source.keys}
    elsewhere = [key for key in cited if key not in placed]
    texts = (*sources, _keyed(elsewhere)) if elsewhere else tuple(sources)
    yield from check_citations([Citing(texts, tuple(libraries))], rules)
    for file in files:
        known = next((one for one in libraries if one.document.path == file.path), None)
        if known is not None and known.file is not None:
            yield from _of_entries(examine_bibliography(file, rules).diagnostics, known, cited)


def _keyed(cited: Sequence[str]) -> KeyedText:
    """Keys as a text that has one a line, since their places are not known."""
    text, keys = "", []
    for key in cited:
        keys.append(CitationKey(key, TextSpan(len(text), len(text) + len(key))))
        text += f"{key}\n"
    return KeyedText(Document(DOCUMENT, text), tuple(keys))


def _of_entries(found: Iterable[Diagnostic], library: KnownLibrary, cited: Sequence[str]) -> Iterator[Diagnostic]:
    """Those of the diagnostics that are about entries which are cited."""
    source = library.document
    begins = sorted(
        (source.source.rfind("@", 0, source.source_span(entry.span).start), {entry.key, *entry.aliases})
        for entry in library.entries
    )
    wanted = set(cited)
    for one in found:
        keys: set[str] = set()
        for start, names in begins:
            if start > one.span.start:
                break
            keys = names
        if keys & wanted:
            yield one
