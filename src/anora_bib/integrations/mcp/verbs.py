"""What an assistant may ask for. Every verb reads files of one folder, and none writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from anora_bib import api
from anora_bib.assembly.workspace import Workspace
from anora_bib.checking.files import check_file
from anora_bib.csl.styles import search_styles
from anora_bib.errors import InputError
from anora_bib.graph.writers import table
from anora_bib.inputs.exclusions import Exclusions
from anora_bib.inputs.opening import Input
from anora_bib.integrations.mcp.confined import Folder
from anora_bib.lint.explained import described, page
from anora_bib.lint.select import select as choose
from anora_bib.model import Essay
from anora_bib.reports.diff import unified_diff
from anora_bib.shelf import Shelf

NAMES: Final = ("check", "format", "parse", "cite", "export", "graph", "explain", "rules", "styles", "fix_diff")
"""The verbs, in the order in which they are offered."""
MOST: Final = 200
"""Findings, entries or places in one answer; more are counted."""


@dataclass(frozen=True)
class Verbs:
    """The verbs, on the files of a folder.

    Each raises :class:`AnoraBibError` for what cannot be done, among them every path that leads out of the folder.
    """

    workspace: Workspace
    folder: Folder
    exclusions: Exclusions

    def check(
        self,
        paths: Sequence[str],
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        pedantic: bool = False,
        libraries: Sequence[str] = (),
    ) -> dict[str, Any]:
        """What is wrong with essays, bibliography files and citation keys, with evidence and fixes.

        Args:
            paths: files, or folders of them, seen from the working folder.
            select: only these rules, by code ("N001"), beginning of a code ("N") or name.
            ignore: all rules but these.
            pedantic: tell as well what is a matter of taste, or often wrong.
            libraries: bibliography files against which citation keys are held.
        """
        rules = choose(self.workspace.plugins.rules, tuple(select), tuple(ignore), pedantic=pedantic)
        known = [self.folder.inside(path) for path in libraries]
        found: list[Mapping[str, object]] = []
        unread: list[str] = []
        for file in self.folder.files(paths, self.workspace.opener, self.exclusions):
            try:
                self.folder.refuse_libraries_outside(file.path, self.workspace.opener, known)
                found += (
                    one.to_json() for one in check_file(file.path, self.workspace, rules, known, pedantic=pedantic)
                )
            except InputError as error:
                if file.named:
                    raise
                unread.append(str(error))
        return _most(found) | ({"unread": unread} if unread else {})

    def format(
        self, paths: Sequence[str], style: str = "mla", to: str = "text", locale: str = "", mentions: bool = False
    ) -> str:
        """The bibliography of what essays cite, or of the entries of bibliography files, in a CSL style.

        Args:
            paths: files, or folders of them.
            style: a name ("apa", "chicago", "ieee", any of the CSL repository) or the path of a .csl file.
            to: text, html, markdown, latex, rtf or rst.
            locale: a language in place of the style's own, "fr-FR".
            mentions: count works that are only named in the prose as well.
        """
        library = self._shelf(paths, mentions=mentions).library()
        return api.format(library, style=self._style(style), to=to, locale=locale or None, workspace=self.workspace)

    def parse(self, references: Sequence[str]) -> dict[str, Any]:
        """Reference strings as they are typed, as items of CSL-JSON; [] for what is no reference.

        Args:
            references: the strings, one reference or note each.
        """
        parsed = api.parse_all(references, workspace=self.workspace)
        made = zip(references, parsed, strict=True)
        return _most([{"text": text, "items": [one.to_csl() for one in entries]} for text, entries in made])

    def cite(
        self,
        keys: Sequence[str],
        paths: Sequence[str],
        style: str = "mla",
        locator: str = "",
        mode: str = "",
        to: str = "text",
    ) -> str:
        """One citation of entries by their keys, as the style prints it in the text or in a note.

        Args:
            keys: the keys of the entries.
            paths: the files that have them.
            style: a name, or the path of a .csl file.
            locator: the place cited by the first, "p. 12", "chap. 4".
            mode: "author-only", "suppress-author" or "composite".
            to: text, html, markdown, latex, rtf or rst.
        """
        library = self._shelf(paths).library()
        return api.cite(
            library, list(keys), style=self._style(style), locator=locator, mode=mode, to=to, workspace=self.workspace
        )

    def export(self, paths: Sequence[str], to: str = "csl-json") -> str:
        """The sources of essays, or the entries of bibliography files, in a bibliography format.

        Args:
            paths: files, or folders of them.
            to: bibtex, biblatex, csl-json, ris, yaml and others.
        """
        return api.dump(self._shelf(paths).library(), to=to, workspace=self.workspace)

    def graph(self, paths: Sequence[str], source: str = "") -> dict[str, Any]:
        """Who cites whom: each place with its line and words.

        Args:
            paths: essays, or folders of them.
            source: only places that cite this one: words of a name or a title.
        """
        graph = api.cross_reference(self._shelf(paths).apparatuses, workspace=self.workspace)
        wanted = graph.citing(source) if source else graph
        return _most([dict(zip(table.PLACES, row, strict=True)) for row in table.places(wanted)])

    def explain(self, code: str) -> str:
        """What a rule or a code of a finding means, why it matters, and how it is fixed.

        Args:
            code: "N001", or the name of the rule.
        """
        return page(described(code, self.workspace.plugins.rules))

    def rules(self, words: str = "") -> dict[str, Any]:
        """The rules that `check` holds against files, with their codes; those marked pedantic run only if asked for.

        Args:
            words: only rules that have all these words in their code, name or summary.
        """
        meant = [rule for rule in self.workspace.plugins.rules if rule.has(words)]
        return _most(
            [
                {
                    "code": one.code,
                    "name": one.name,
                    "finds": one.summary,
                    "pedantic": one.pedantic,
                    "fix": str(one.availability),
                }
                for one in meant
            ]
        )

    def styles(self, query: str = "") -> dict[str, Any]:
        """The CSL styles by name: the usual ones, or with a query all of the CSL repository whose title has its words.

        Args:
            query: words of a name or title, "chicago notes".
        """
        found = search_styles(query)
        return _most([{"name": one.name, "title": one.title, "kind": one.kind} for one in found])

    def fix_diff(self, path: str, unsafe: bool = False) -> dict[str, Any]:
        """What repairing an essay or .bib file would change, as a unified diff. The file stays as it is.

        Args:
            path: the file.
            unsafe: show repairs as well that change what is said.
        """
        at = self.folder.inside(path)
        before = self.workspace.opener.open(at)
        result = api.fix(at, unsafe=unsafe, workspace=self.workspace)
        source = before.source if isinstance(before, Essay) else before.text
        return {
            "diff": unified_diff(source, result.text, str(at)),
            "fixed": len(result.applied),
            "remaining": [one.to_json() for one in result.remaining][:MOST],
        }

    def _shelf(self, paths: Sequence[str], *, mentions: bool = False) -> Shelf:
        return Shelf.of(self.workspace, self._inputs(paths), mentions=mentions)

    def _inputs(self, paths: Sequence[str]) -> Iterable[Input]:
        for file in self.folder.files(paths, self.workspace.opener, self.exclusions):
            try:
                yield self.workspace.opener.open(file.path, named=file.named)
            except InputError:
                if file.named:
                    raise  # what a folder holds beside essays and bibliographies is passed over

    def _style(self, style: str) -> str:
        """A style by name, or a file of the folder."""
        if style.lower().endswith((".csl", ".xml")) or "/" in style or "\\" in style:
            return str(self.folder.path.resolve() / self.folder.inside(style))
        if "<" in style:
            raise InputError("is no name and no path", path="style", hint="`anora-bib styles` lists the names")
        return style


def _most(found: Sequence[Mapping[str, object]]) -> dict[str, Any]:
    """The first of many, and how many there are."""
    return {"total": len(found), "results": list(found[:MOST])}
