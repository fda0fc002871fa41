"""Items as Zotero has them in its own JSON: that of its web API and that of Better BibTeX.

Source of the tables: Zotero's schema (https://github.com/zotero/zotero-schema, its part "csl").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib import language

NO_ITEMS: Final = frozenset({"attachment", "note", "annotation"})
"""Types of what hangs on an item and is none itself."""

_FIELDS: Final = {
    name: variable
    for variable, names in {
        "title": "title subject nameOfAct caseName",
        "container-title": "publicationTitle bookTitle blogTitle websiteTitle forumTitle programTitle proceedingsTitle "
        "encyclopediaTitle dictionaryTitle reporter code",
        "collection-title": "series seriesTitle", "collection-number": "seriesNumber",
        "publisher": "publisher distributor label network studio university company institution repository",
        "publisher-place": "place", "event-place": "eventPlace", "authority": "court legislativeBody issuingAuthority",
        "page": "pages codePages firstPage", "volume": "volume codeVolume reporterVolume",
        "issue": "issue priorityNumbers",
        "number-of-volumes": "numberOfVolumes", "number-of-pages": "numPages", "edition": "edition",
        "version": "versionNumber", "section": "section committee", "chapter-number": "session",
        "genre": "type thesisType reportType letterType manuscriptType mapType presentationType postType websiteType "
        "genre programmingLanguage audioRecordingFormat videoRecordingFormat audioFileType",
        "medium": "medium artworkMedium interviewMedium system", "archive": "archive",
        "archive_location": "archiveLocation", "event-title": "meetingName conferenceName",
        "number": "number billNumber patentNumber docketNumber documentNumber reportNumber publicLawNumber "
        "episodeNumber archiveID", "references": "history references", "dimensions": "artworkSize runningTime",
        "scale": "scale",
        "language": "language", "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "URL": "url", "note": "extra",
        "abstract": "abstractNote", "source": "libraryCatalog", "call-number": "callNumber",
        "title-short": "shortTitle", "container-title-short": "journalAbbreviation", "status": "legalStatus",
        "license": "rights", "issued": "date dateDecided dateEnacted issueDate", "accessed": "accessDate",
        "submitted": "filingDate",
    }.items()
    for name in names.split()
}  # fmt: skip

_ROLES: Final = {
    "artist": "author", "attorneyAgent": "contributor", "bookAuthor": "container-author", "cartographer": "author",
    "castMember": "performer", "commenter": "contributor", "cosponsor": "contributor", "counsel": "contributor",
    "interviewee": "author", "inventor": "author", "podcaster": "host", "presenter": "author", "programmer": "author",
    "reviewedAuthor": "reviewed-author", "scriptwriter": "script-writer", "seriesEditor": "collection-editor",
    "sponsor": "author", "wordsBy": "contributor",
}  # fmt: skip
"""The roles that CSL calls otherwise."""

_OWN: Final = ("citationKey", "citekey", "citation-key")


def as_csl(item: Mapping[str, object]) -> dict[str, object]:
    """The item as one of CSL, without its type. A field that CSL has no variable for keeps its name."""
    out: dict[str, object] = {}
    key = next((item[name] for name in (*_OWN, "id", "itemKey", "key") if item.get(name)), None)
    if key is not None:
        out["id"] = key
    for name, value in item.items():
        if name in ("itemType", "creators", "tags", "id", *_OWN) or value in ("", [], {}, None):
            continue
        variable = _FIELDS.get(name)
        if variable is None or variable in out:
            out.setdefault(f"zotero-{name}" if name == "version" else name, value)
        else:
            out[variable] = value
    if item.get("itemType") == "presentation" and "publisher-place" in out:
        out.setdefault("event-place", out.pop("publisher-place"))
    _add_creators(out, item.get("creators"))
    _add_tags(out, item.get("tags"))
    return out


def _add_creators(out: dict[str, object], creators: object) -> None:
    if not isinstance(creators, list):
        if creators:
            out["creators"] = creators
        return
    by_role: dict[str, list[object]] = {}
    strange = []
    for creator in creators:
        if not isinstance(creator, Mapping):
            strange.append(creator)
            continue
        role = str(creator.get("creatorType") or "author")
        by_role.setdefault(_ROLES.get(role, role), []).append(_name(creator))
    out.update(by_role)
    if strange:
        out["creators"] = strange


def _name(creator: Mapping[str, object]) -> dict[str, object]:
    """A name.

    Zotero's users write "Martin Luther, Jr." as its given part, and a family name whose particle is to stay part of it
    in quotation marks; both are the ways of citeproc-js.
    """
    if creator.get("name"):
        return {"literal": creator["name"]}
    family, given = creator.get("lastName") or "", creator.get("firstName") or ""
    if not (given and isinstance(family, str) and isinstance(given, str)):
        return {"family": family, "given": given} if given else {"literal": family}
    out: dict[str, object] = {"family": family, "given": given}
    if len(family) > 2 and family[0] == family[-1] == '"':
        out |= {"family": family[1:-1], "parse-names": False}
    before, comma, last = given.rpartition(",")
    if comma and language.bare(last.strip(" !")) in language.name_suffixes():
        out |= {"given": before.rstrip(), "suffix": last.strip(" !")}
    return out


def _add_tags(out: dict[str, object], tags: object) -> None:
    if not isinstance(tags, list):
        if tags:
            out["tags"] = tags
        return
    words = [tag.get("tag") if isinstance(tag, Mapping) else tag for tag in tags]
    texts = [word for word in words if isinstance(word, str) and word]
    if texts:
        out["keyword"] = ("; " if any("," in text for text in texts) else ", ").join(texts)
