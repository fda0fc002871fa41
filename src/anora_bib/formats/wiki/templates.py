"""The templates of Citation Style 1 and their parameters: one table for reading and writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

CITATION: Final = "citation"
"""The one template for works of all kinds; its parameters tell of which."""

_READ_AS: Final = {
    name: csl
    for csl, names in {
        "article": "arxiv,biorxiv,medrxiv,ssrn,citeseerx,preprint",
        "article-journal": "journal,paper,article,pmid,doi,jstor",
        "article-magazine": "magazine,mag",
        "article-newspaper": "news,newspaper,news article,wire",
        "book": "book,ebook,manual,comic,comics,iucn",
        "broadcast": "episode,serial,podcast,tv,television,radio,series",
        "document": "document,letter,certification,q",
        "entry-dictionary": "dictionary",
        "entry-encyclopedia": "encyclopedia,encyclopaedia,encyclopædia",
        "graphic": "sign,image,artwork",
        "interview": "interview",
        "legal_case": "court,case",
        "legislation": "act,law,legislation",
        "map": "map",
        "motion_picture": "av media,video,movie,film,dvd,audio,audio-visual,youtube",
        "paper-conference": "conference,proceedings",
        "patent": "patent",
        "post": "mailing list,newsgroup,tweet,facebook,instagram,reddit,forum",
        "post-weblog": "blog",
        "report": "report,tech report,techreport,technical report,press release,pr,standard,whitepaper",
        "software": "video game,software",
        "song": "av media notes,album notes,liner notes,dvd notes,music video,song",
        "speech": "speech,lecture",
        "thesis": "thesis,dissertation",
        "webpage": "web,website,url,webpage",
    }.items()
    for name in names.split(",")
}  # fmt: skip
"""The CSL type of what stands behind "cite"."""

_WRITTEN: Final = {
    "article": "journal", "article-journal": "journal", "article-magazine": "magazine", "article-newspaper": "news",
    "book": "book", "broadcast": "episode", "chapter": "book", "classic": "book", "collection": "book",
    "dataset": "web", "entry": "encyclopedia", "entry-dictionary": "encyclopedia",
    "entry-encyclopedia": "encyclopedia", "figure": "web", "graphic": "sign", "hearing": "report",
    "interview": "interview", "legal_case": "court", "map": "map", "motion_picture": "AV media",
    "musical_score": "book", "pamphlet": "book", "paper-conference": "conference", "patent": "patent",
    "periodical": "magazine", "personal_communication": "document", "post": "web", "post-weblog": "web",
    "regulation": "report", "report": "report", "review": "journal", "review-book": "journal", "software": "web",
    "song": "AV media", "speech": "speech", "standard": "report", "thesis": "thesis", "treaty": "document",
    "webpage": "web",
}  # fmt: skip
_BY_GENRE: Final = {"press release": "press release", "podcast": "podcast", "liner notes": "AV media notes"}
_PREPRINTS: Final = {"arxiv": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv", "ssrn": "SSRN",
                     "citeseerx": "CiteSeerX"}  # fmt: skip
PREPRINTS: Final = tuple(_PREPRINTS)
"""The parameters with the number that a server for preprints gives."""
_ITS_OWN: Final = frozenset(
    """tweet,facebook,instagram,reddit,forum,video game,certification,q,iucn,act,law,legislation,newsgroup,mailing list,
    comic,comics""".replace("\n    ", "").split(",")
)
"""Templates with parameters of their own, for which no other one stands in."""
GENRES: Final = {
    "press release": "Press release", "pr": "Press release", "podcast": "Podcast", "av media notes": "Liner notes",
    "album notes": "Liner notes", "liner notes": "Liner notes", "blog": "Blog",
}  # fmt: skip
"""What a template says of the genre of a work."""

_NO_CITATION: Final = re.compile(r"needed|check|sources|quote|missing|style|cleanup|bare|span|additional|self-pub")
"""Templates that speak of citations, and are none: {{cite check}}, {{citation needed}}."""


def template_type(name: str) -> str | None:
    """The CSL type of a template by its name, "" for a citation that does not say; None for all other templates."""
    plain = " ".join(name.replace("_", " ").lower().split())
    if plain in (CITATION, "cite"):
        return ""
    kind, _, rest = plain.partition(" ")
    if kind not in ("cite", "vcite") or not rest or _NO_CITATION.search(rest):
        return None
    return _READ_AS.get(rest, "document")


def screened(type: str, medium: str) -> str:
    """The CSL type of a {{cite AV media}}, which is of films, broadcasts and recordings, by the medium."""
    low = medium.lower()
    if type == "motion_picture" and any(word in low for word in ("audio", "song", "music", "cd", "vinyl", "album")):
        return "song"
    if type == "motion_picture" and any(word in low for word in ("television", "tv ", "radio", "broadcast")):
        return "broadcast"
    return type


def kind_of(name: str) -> str:
    """What stands behind "cite" in the name of a template, in small letters."""
    return " ".join(name.replace("_", " ").lower().split()).partition(" ")[2]


def has_stand_in(name: str) -> bool:
    """Whether another template says the same as this one."""
    return is_known(name) and kind_of(name) not in _ITS_OWN


def is_known(name: str) -> bool:
    """Whether a template is one of those that we know."""
    kind = kind_of(name)
    return not kind or kind in _READ_AS


def template_for(type: str, genre: str, preprint: str = "") -> str:
    """The template that a work of a CSL type is written as; ``preprint`` is the server that has it, "" for none."""
    server = _PREPRINTS.get(preprint, "") if type == "article" else ""
    return f"cite {server or _BY_GENRE.get(genre.lower()) or _WRITTEN.get(type, 'document')}"


class _Row(NamedTuple):
    parameters: str
    variable: str
    types: tuple[str, ...] = ()


_JOURNALS: Final = ("article", "article-journal", "article-magazine", "article-newspaper", "periodical", "review",
                    "review-book")  # fmt: skip
_WEB: Final = ("webpage", "post", "post-weblog", "dataset", "software", "figure")
_SCREEN: Final = ("broadcast", "motion_picture", "song")

_ROWS: Final = (
    _Row("litigants title", "title", ("legal_case",)), _Row("title", "title"),
    _Row("journal work periodical newspaper magazine website", "container-title",
         ("article", "article-journal", "review", "review-book")),
    _Row("newspaper work journal magazine website periodical", "container-title", ("article-newspaper",)),
    _Row("magazine work journal periodical newspaper website", "container-title", ("article-magazine", "periodical")),
    _Row("website work journal newspaper magazine periodical mailing-list mailinglist newsgroup",
         "container-title", _WEB),
    _Row("encyclopedia encyclopaedia dictionary work", "container-title",
         ("entry", "entry-dictionary", "entry-encyclopedia")),
    _Row("book-title booktitle work journal encyclopedia", "container-title", ("paper-conference",)),
    _Row("series", "container-title", ("broadcast",)),
    _Row("program work journal newspaper magazine website", "container-title", ("interview",)),
    _Row("reporter", "container-title", ("legal_case",)),
    _Row("work website encyclopedia journal newspaper magazine periodical book-title", "container-title"),
    _Row("conference event", "event-title"),
    _Row("date year", "issued"), _Row("orig-date orig-year origyear", "original-date"),
    _Row("pubdate gdate", "issued", ("patent",)), _Row("fdate", "submitted", ("patent",)),
    _Row("access-date accessdate", "accessed"), _Row("archive-date archivedate", "archived"),
    _Row("archive-url archiveurl", "archive_location"),
    _Row("edition", "edition"), _Row("version", "version"), _Row("vol volume", "volume", ("legal_case",)),
    _Row("volume vol", "volume"),
    _Row("issue number", "issue", _JOURNALS), _Row("issue", "issue"), _Row("number", "number"),
    _Row("series", "collection-title"), _Row("department", "section"),
    _Row("opinion page pages", "page", ("legal_case",)), _Row("pages page p pp", "page"),
    _Row("scale", "scale", ("map",)),
    _Row("network publisher", "publisher", ("broadcast",)), _Row("publisher institution network label", "publisher"),
    _Row("court", "authority", ("legal_case",)),
    _Row("location publication-place place", "publisher-place"),
    _Row("country", "jurisdiction", ("patent",)),
    _Row("medium", "medium", _SCREEN), _Row("type degree medium", "genre"),
    _Row("language lang", "language"), _Row("doi", "DOI"), _Row("isbn", "ISBN"), _Row("issn", "ISSN"),
    _Row("pmid", "PMID"), _Row("pmc", "PMCID"), _Row("url", "URL"), _Row("via", "source"),
)  # fmt: skip
"""The parameters of a variable, first the one that is written. Of several rows the first that fits a type counts."""

KEPT: Final = frozenset(
    """agency archive-format article arxiv asin asin-tld assign1 assign2 at author-mask bibcode biorxiv chapter
    chapter-format chapter-link chapter-url chapter-url-access citeseerx city class collaboration comment contribution
    conference-format conference-url df display-authors display-contributors display-editors display-interviewers
    display-subjects display-translators doi-access doi-broken-date edition-link eissn entry ep episode-link first-aired
    format hdl hdl-access id inset interviewer-link interviewer-mask ismn jfm jstor jstor-access lay-date lay-source
    lay-url lccn lead-author map map-url medrxiv message-id minutes mode mr name-list-style no-pp no-tracking nopp oclc
    ol ol-access osti osti-access others people pinpoint pmc-embargo-date postscript publication-date quotation quote
    quote-page quote-pages ref registration rfc s2cid s2cid-access sbn script-chapter script-quote script-title season
    section sections series-link series-no seriesno sheet sheets ssrn ssrn-access station subscription time time-caption
    title-link title-note titlelink trans-chapter trans-map trans-quote trans-title transcript transcript-format
    transcript-url url-access url-status user volume-url work-link zbl""".split()
)
"""Parameters that the documentation has, and CSL no variable for: they are kept by their names."""

CHAPTERS: Final = ("chapter", "contribution", "entry", "article", "section")
"""The parameters that name a part of the work."""
_IN_WHOLES: Final = ("chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference")


def part_parameters(type: str) -> tuple[str, ...]:
    """The parameters that name what is cited, beside which the title is that of the whole."""
    return CHAPTERS if type in _IN_WHOLES else ("map",) if type == "map" else ()


@lru_cache(maxsize=128)
def variables(type: str) -> Mapping[str, str]:
    """The variable of each parameter, for a CSL type."""
    out: dict[str, str] = {}
    for row in _ROWS:
        if not row.types or type in row.types:
            for parameter in row.parameters.split():
                out.setdefault(parameter, row.variable)
    return MappingProxyType(out)


@lru_cache(maxsize=128)
def parameters(type: str) -> Mapping[str, str]:
    """The parameter of each variable, for a CSL type, in the order in which they are written."""
    read = variables(type)
    out: dict[str, str] = {}
    for row in _ROWS:
        name = row.parameters.split()[0]
        if (not row.types or type in row.types) and read[name] == row.variable:
            out.setdefault(row.variable, name)
    return MappingProxyType(out)


def parameter_name(written: str) -> str:
    """A parameter in the spelling of the documentation: ``Access_date``, ``accessdate`` and ``access-date`` are one."""
    return "-".join(written.replace("_", "-").lower().split())
