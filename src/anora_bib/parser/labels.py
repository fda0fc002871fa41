"""The labels of a reference: what each stretch of its text says about the source."""

from __future__ import annotations

from enum import StrEnum


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
