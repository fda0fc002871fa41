"""What is wrong with the citations of a document: keys that nothing has, and faults of the entries that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anora_bib.diagnostics import Diagnostic
from anora_bib.documents.document import Document
from anora_bib.inputs.opening import Bibliography, Opener
from anora_bib.integrations.pandoc.tree import Found
from anora_bib.integrations.shared.checking import known_libraries, of_cited
from anora_bib.lint.checker import check_citations
from anora_bib.lint.citing import Citing
from anora_bib.lint.rule import Documented
from anora_bib.model.essay.keyed import CitationKey, KeyedText
from anora_bib.text.spans import TextSpan

DOCUMENT = "document"
"""What the document is called where it is not known which file pandoc has read."""


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
    yield from of_cited(files, libraries, rules, cited)


def _keyed(cited: Sequence[str]) -> KeyedText:
    """Keys as a text that has one a line, since their places are not known."""
    text, keys = "", []
    for key in cited:
        keys.append(CitationKey(key, TextSpan(len(text), len(text) + len(key))))
        text += f"{key}\n"
    return KeyedText(Document(DOCUMENT, text), tuple(keys))
