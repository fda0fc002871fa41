"""Items that are called CSL-JSON and are not quite: what Crossref, DataCite, Zotero and Better BibTeX write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.formats.csl import crossref, zotero
from anora_bib.formats.csl.careless import with_variables
from anora_bib.formats.csl.zotero import NO_ITEMS
from anora_bib.model.values.csl import TYPES

__all__ = ["NO_ITEMS", "as_csl"]

_OTHER_TYPES: Final = {
    name: csl
    for csl, names in {
        "article-journal": "journalarticle journalpaper scholarlyarticle articlejournal",
        "article-magazine": "magazinearticle", "article-newspaper": "newspaperarticle newsarticle",
        "chapter": "bookchapter booksection bookpart inbook incollection booktrack",
        "entry": "referenceentry", "entry-encyclopedia": "encyclopediaarticle", "entry-dictionary": "dictionaryentry",
        "paper-conference": "proceedingsarticle conferencepaper inproceedings conferencearticle",
        "article": "postedcontent preprint", "review": "peerreview",
        "book": "monograph editedbook referencebook bookset proceedings mvbook", "collection": "bookseries",
        "thesis": "dissertation phdthesis mastersthesis", "report": "techreport reportcomponent reportseries",
        "periodical": "journal journalissue journalvolume", "dataset": "database",
        "webpage": "online website", "post-weblog": "blogpost blogposting", "post": "forumpost socialmediaposting",
        "motion_picture": "film movie videorecording motionpicture",
        "broadcast": "tvbroadcast radiobroadcast podcast", "song": "audiorecording",
        "graphic": "artwork", "legal_case": "case legalcase", "legislation": "statute", "speech": "presentation",
        "software": "computerprogram softwaresourcecode", "personal_communication": "email letter instantmessage",
        "document": "misc other component grant",
    }.items()
    for name in names.split()
} | {name.replace("-", "").replace("_", ""): name for name in TYPES}  # fmt: skip
"""The CSL type of what other vocabularies call an item, in lower case without hyphens."""


def as_csl(item: Mapping[str, object]) -> Mapping[str, object]:
    """The item as CSL has it. What has no place there is kept under the name it had."""
    data = item.get("data")
    if isinstance(data, Mapping) and "itemType" in data:  # Zotero's web API wraps each item
        item = {**data, "id": data.get("citationKey") or item.get("key")}
    if item.get("itemType") in NO_ITEMS:
        return item
    if "itemType" in item:
        return _typed(zotero.as_csl(item), str(item["itemType"]))
    item = with_variables(item)
    type = str(item.get("type") or "")
    return _typed(crossref.as_csl(item), type) if type not in TYPES or crossref.is_crossref(item) else item


def _typed(item: dict[str, object], given: str) -> dict[str, object]:
    plain = "".join(char for char in given.lower() if char.isalnum())
    type = given if given in TYPES else _OTHER_TYPES.get(plain)
    return {**item, "type": type} if type else item
