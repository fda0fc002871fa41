"""Wikipedia's citation templates as a format."""

from __future__ import annotations

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Source
from anora_bib.formats.wiki.writing import Writing
from anora_bib.model import Entry, Library


class Wikipedia:
    """The citations of an article: ``{{cite book |...}}``, ``{{Citation |...}}`` and their kin.

    Reading needs mwparserfromhell, which comes with the extra ``wikipedia``; writing needs nothing.
    """

    name = "wikipedia"
    suffixes = ()

    def load(self, text: str, path: str) -> Loaded:
        """Every citation template in ``text``, wherever it stands; its key is the name of the ``<ref>`` around it.

        Raises:
            InputError: there is none, or mwparserfromhell is not installed.
        """
        try:
            from anora_bib.formats.wiki.reading import read
        except ModuleNotFoundError as error:
            if error.name != "mwparserfromhell":
                raise
            hint = "install it with: python -m pip install 'anora-bib[wikipedia]'"
            raise InputError("holds citation templates, which mwparserfromhell reads", path=path, hint=hint) from error
        source = Source(text, path)
        entries = read(source)
        if text.strip() and not entries:
            hint = "citations look like {{cite book |title=...}}"
            raise InputError("holds no citation template", path=path, line=1, column=1, hint=hint)
        return Loaded(tuple(entries), source.problems)

    def dump(self, library: Library) -> str:
        """The library as references, one a line, that can stand in an article; an entry without a key is bare."""
        return "".join(f"{Writing(entry).reference()}\n" for entry in library)

    def lacks(self, entry: Entry) -> list[str]:
        """The values that are not written."""
        writing = Writing(entry)
        writing.reference()
        type = [f"the type {entry.type}"] if writing.loses_type else []
        return [*type, *writing.values.left()]
