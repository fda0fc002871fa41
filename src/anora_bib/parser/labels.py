"""The labels of a reference: what each stretch of its text says about the source."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from anora_bib.model.values.csl import ARCHIVED, NAME_VARIABLES


class Label(StrEnum):
    """What a stretch of a reference is. Text under no label is outside: signals, labels, joining words, remarks.

    A role and an order can be learnt only if each has a label of its own: "In *Book* (ed. A. Roe, 2001)".
    """

    AUTHOR = "author"
    EDITOR = "editor"
    DIRECTOR = "director"
    TRANSLATOR = "translator"
    PERFORMER = "performer"
    CONTRIBUTOR = "contributor"
    """Names in any other role: the writer of a preface, an interviewer, a recipient."""
    TITLE = "title"
    """The title of the item with its subtitle and what stands between the two, without quotation marks around it."""
    CONTAINER = "container"
    """What the item appeared in: a journal, a newspaper, a book of chapters, a site, a programme."""
    COLLECTION = "collection"
    """A series of books or of journals ("Routledge Classics")."""
    PUBLISHER = "publisher"
    """Also the school of a thesis, a distributor, a network, a label, a museum."""
    PLACE = "place"
    DATE = "date"
    """The date of the item, however precise, with a letter that tells it apart ("2001a", "12 May 2014", "n.d.")."""
    ORIGINAL_DATE = "original-date"
    VOLUME = "volume"
    """The number alone, without "vol."; so for issue, number, edition and section."""
    ISSUE = "issue"
    NUMBER = "number"
    """The number of a report, a patent, a document, an episode, a standard."""
    EDITION = "edition"
    PAGES = "pages"
    """Where the item stands in its container, without "pp."."""
    NUMBER_OF_PAGES = "number-of-pages"
    SECTION = "section"
    LOCATOR = "locator"
    """The place cited in the source, without its label: a page, a chapter, a paragraph, a time."""
    KIND = "kind"
    """Words that say what sort of thing it is ("PhD thesis", "Film", "Review of")."""
    AUTHORITY = "authority"
    """A court, a legislature, an office that issued the item."""
    ARCHIVE = "archive"
    """An archive and where in it the item lies, one stretch each."""
    IDENTIFIER = "identifier"
    """A DOI, ISBN, ISSN, arXiv number and the like, without its label, with the resolver's address if printed so."""
    URL = "url"
    ACCESSED = "accessed"
    """The date of access."""
    ARCHIVED = "archived"
    """The address or date of an archived copy."""


VARIABLES: Final[Mapping[Label, str]] = {
    Label.AUTHOR: "author",
    Label.EDITOR: "editor",
    Label.DIRECTOR: "director",
    Label.TRANSLATOR: "translator",
    Label.PERFORMER: "performer",
    Label.TITLE: "title",
    Label.CONTAINER: "container-title",
    Label.COLLECTION: "collection-title",
    Label.PUBLISHER: "publisher",
    Label.PLACE: "publisher-place",
    Label.DATE: "issued",
    Label.ORIGINAL_DATE: "original-date",
    Label.ACCESSED: "accessed",
    Label.VOLUME: "volume",
    Label.ISSUE: "issue",
    Label.NUMBER: "number",
    Label.EDITION: "edition",
    Label.PAGES: "page",
    Label.NUMBER_OF_PAGES: "number-of-pages",
    Label.SECTION: "section",
    Label.LOCATOR: "locator",
    Label.KIND: "genre",
    Label.AUTHORITY: "authority",
    Label.ARCHIVE: "archive",
    Label.CONTRIBUTOR: "contributor",
}
"""The variable of each label that is read from its words; the others are left to the rules, which read them exactly."""


READER: Final = "labels"
"""What reads a field that labels have told."""


def label_of(variable: str) -> Label | None:
    """The label of the words that a CSL variable (or our ``archived``) is printed as; None for what is not labelled."""
    return _LABELS.get(variable)


_LABELS: Final[Mapping[str, Label]] = {
    **dict.fromkeys(NAME_VARIABLES, Label.CONTRIBUTOR),
    **{variable: label for label, variable in VARIABLES.items()},
    "editor-translator": Label.EDITOR,
    "event-title": Label.CONTAINER,
    "event-place": Label.PLACE,
    "archive-place": Label.PLACE,
    "collection-number": Label.NUMBER,
    "chapter-number": Label.SECTION,
    "medium": Label.KIND,
    "archive_location": Label.ARCHIVE,
    "archive_collection": Label.ARCHIVE,
    "call-number": Label.ARCHIVE,
    **dict.fromkeys(("DOI", "ISBN", "ISSN", "PMID", "PMCID"), Label.IDENTIFIER),
    "URL": Label.URL,
    ARCHIVED: Label.ARCHIVED,
}
