"""An entry as a citation template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.taking import Taking
from anora_bib.formats.wiki import people
from anora_bib.formats.wiki.dates import write_date
from anora_bib.formats.wiki.markup import escape, escape_address
from anora_bib.formats.wiki.templates import KEPT, PREPRINTS, parameters, screened, template_for, template_type
from anora_bib.model import Date, Entry
from anora_bib.model.values.names import OTHERS
from anora_bib.text.characters import collapse

_ROLES: Final = ("author", "contributor", "host", "editor", "translator", "interviewer")
_NOT_IN_A_NAME: Final = re.compile(r"""[\\{}\[\]<>&"'|]""")
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}


class Writing:
    """One entry while it is written. ``values`` knows what of it was not."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.values = Taking(entry)
        self.loses_type = False

    def reference(self) -> str:
        """The template, in a ``<ref>`` that has the key as its name."""
        entry = self.entry
        kept = self.values.text("wikipedia-template")
        numbers = {entry.string("eprinttype").lower(), *entry.fields}
        preprint = next((name for name in PREPRINTS if name in numbers), "")
        usual = template_for(entry.type, entry.string("genre"), "" if entry.get("container-title") else preprint)
        template = kept if kept and template_type(kept) is not None else usual
        read_as = screened(template_type(template) or entry.type, f"{entry.string('medium')} {entry.string('genre')}")
        self.loses_type = (entry.type if entry.type != "chapter" else "book") != read_as
        given = [f"{name}={text}" for name, text in self._parameters() if text]
        written = " |".join([template, *(given or ["title="])])
        key = _NOT_IN_A_NAME.sub(lambda match: f"&#{ord(match[0])};", self.values.key())
        citation = f"{{{{{written}}}}}"
        return f'<ref name="{key}">{citation}</ref>' if key else citation

    def _parameters(self) -> Iterator[tuple[str, str]]:
        yield from self._people()
        names = parameters(self.entry.type)
        if self.entry.type == "chapter":
            names = {**names, "title": "chapter", "container-title": "title"}
        for variable, parameter in names.items():
            if self.values.has(variable):
                text = self._value(variable)
                yield ("page" if parameter == "pages" and text.isalnum() else parameter), text
        yield from self._rest()

    def _value(self, variable: str) -> str:
        value = self.entry.get(variable)
        if isinstance(value, Date):
            self.values.rich(variable)
            letter = self.values.text("year-suffix") if variable == "issued" else ""
            return escape(collapse(write_date(value))) + letter
        if variable in ("URL", "archive_location") and self.values.peek(variable).startswith(("http", "//", "ftp")):
            return escape_address(self.values.text(variable))
        text = self.values.rich(variable)
        if variable == "collection-title" and self.values.has("collection-number"):
            text = f"{text}, {self.values.text('collection-number')}"
        if variable == "page":
            text = text.replace("--", "-").replace("-", "\u2013") if len(text) > 2 else text
        elif variable == "edition" and text.isdecimal():
            last = int(text[-2:])
            text += "th" if 10 <= last <= 20 else _ORDINALS.get(last % 10, "th")
        elif variable == "PMCID":
            text = text.removeprefix("PMC")
        return escape(text)

    def _people(self) -> Iterator[tuple[str, str]]:
        entry = self.entry
        roles = {role: role for role in _ROLES}
        if entry.type == "chapter" and entry.names("container-author"):
            roles = {
                "author": "contributor",
                "container-author": "author",
                "editor": "editor",
                "translator": "translator",
            }
        for variable, role in roles.items():
            given = entry.names(variable)
            known = self.values.names(variable, goes_on=role in ("author", "editor"))
            for parameter, text in people.write_names(role, known, numbered=len(known) > 1):
                yield parameter, escape(text)
            if role in ("author", "editor") and given and given[-1].literal == OTHERS:
                yield f"display-{role}s", "etal"
        listed = people.write_listed(self.values.roles())
        if listed:
            screen = entry.type in ("motion_picture", "broadcast", "song") and not entry.names("author")
            yield "people" if screen else "others", escape(listed)

    def _rest(self) -> Iterator[tuple[str, str]]:
        """Values that came from parameters without a variable, and whatever else the entry has."""
        if self.values.peek("eprinttype").lower() == "arxiv" and self.values.has("eprint"):
            self.values.text("eprinttype")
            yield "arxiv", escape(self.values.text("eprint"))
        for name in sorted(self.entry.fields):
            bare = name.removeprefix("cite-")
            if self.values.has(name) and (bare in KEPT or _is_link(bare) or name.startswith("cite-")):
                yield bare, self._value(name)


def _is_link(name: str) -> bool:
    """Whether a field is the page about a person, as in ``author-link2``."""
    part = people.part_of(name)
    return part is not None and part.part == "link"
