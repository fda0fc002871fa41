"""Roles and a directive, the citations of all documents rendered together once all are read, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from anora_bib.about import VERSION
from anora_bib.csl.output.formats import RUNS
from anora_bib.csl.output.runs import runs
from anora_bib.csl.process.cites.asking import COMPOSITE
from anora_bib.errors import AnoraBibError
from anora_bib.integrations.shared.groups import Cite, cluster, read_cites
from anora_bib.integrations.shared.library import ProjectLibrary
from anora_bib.integrations.sphinx.nodes import PendingBibliography, PendingCitation, nodes_of

_LOG = logging.getLogger(__name__)
_NAME: Final = "cite"


class _Citation(SphinxRole):
    """``:cite:p:`doe2001``` in brackets, ``:cite:t:`doe2001``` with the author in the text."""

    def __init__(self, mode: str) -> None:
        self.mode = mode

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A node that stands for the citation."""
        node = PendingCitation(self.rawtext, words=self.text, mode=self.mode)
        self.set_source_info(node)
        return [node], []


class _Bibliography(SphinxDirective):
    """``.. bibliography::``; with ``:all:`` it has what is not cited as well."""

    option_spec = {"all": directives.flag}  # noqa: RUF012 - as docutils has it

    def run(self) -> list[nodes.Node]:
        """A node that stands for the bibliography."""
        node = PendingBibliography("", everything="all" in self.options)
        self.set_source_info(node)
        return [node]


class _Domain(Domain):
    """The roles; what is cited is found again in the documents, so that there is nothing to keep."""

    name = _NAME
    label = "citations"
    roles = {"p": _Citation(""), "t": _Citation(COMPOSITE)}  # noqa: RUF012 - as Sphinx has it

    def merge_domaindata(self, docnames: Any, otherdata: Any) -> None:
        """Nothing is kept."""


class _Project:
    """The texts of all citations of a project, by document and number, and the entries of its bibliography."""

    def __init__(self, app: Sphinx) -> None:
        folder = Path(app.confdir)
        named, style, locale = (getattr(app.config, f"anora_bib_{one}") for one in ("bibliography", "style", "locale"))
        try:
            self.library = ProjectLibrary.load([folder / path for path in named], folder, style, locale)
        except AnoraBibError as error:
            raise ExtensionError(str(error)) from error
        self.texts: dict[str, list[str | None]] = {}
        self.entries: list[Any] = []
        self.written: set[str] = set()
        """The documents that have a citation or a bibliography."""

    def render(self, env: BuildEnvironment) -> None:
        """Render the citations of all documents, in the order of the table of contents."""
        clusters, owners = [], []
        everything = False
        for docname in _in_order(env):
            tree = env.get_doctree(docname)
            self.texts[docname] = []
            for place in tree.findall(PendingBibliography):
                self.written.add(docname)
                everything = everything or place["everything"]
            for number, node in enumerate(tree.findall(PendingCitation), 1):
                self.written.add(docname)
                cites = self._known(node)
                self.texts[docname].append(None)
                if cites:
                    notes = self.library.notes
                    clusters.append(cluster(cites, mode="" if notes else node["mode"], note=number if notes else 0))
                    owners.append((docname, number - 1))
        processor, texts = self.library.rendered(clusters, RUNS, everything=everything)
        for (docname, number), text in zip(owners, texts, strict=True):
            self.texts[docname][number] = text
        self.entries = processor.bibliography() if clusters or everything else []
        for problem in processor.problems:
            _LOG.warning(problem, type="anora_bib")

    def _known(self, node: PendingCitation) -> list[Cite]:
        """The cites of a citation, with a warning for each key that nothing has; none, if one is unknown."""
        cites = read_cites(node["words"], self.library.language)
        unknown = [cite["id"] for cite in cites if cite["id"] not in self.library.entries]
        for key in unknown:
            _LOG.warning(self.library.unknown(key), location=node, type="anora_bib")
        return [] if unknown else cites

    def resolve(self, tree: nodes.document, docname: str) -> None:
        """Put the texts into a document; in a style of notes, a note for each citation behind those of its own."""
        before = [int(label) for one in tree.findall(nodes.footnote) if (label := one[0].astext()).isdigit()]
        number = max(before, default=0)
        listed: list[nodes.Node] = []
        for node, text in zip([*tree.findall(PendingCitation)], self.texts.get(docname, ()), strict=True):
            if text is None:
                node.replace_self(nodes.strong("", f"{node['words']}?"))
            elif not self.library.notes:
                node.replace_self(nodes_of(runs(text)))
            else:
                number += 1
                sign, note = _note(number, nodes_of(runs(text)))
                named = self.library.author(read_cites(node["words"])[0]["id"]) if node["mode"] else ""
                node.replace_self([nodes.Text(named), sign] if named else sign)
                listed.append(note)
        tree.extend(listed)
        for place in [*tree.findall(PendingBibliography)]:
            place.replace_self(self._list())

    def _list(self) -> nodes.Node:
        paragraphs = []
        for entry in self.entries:
            words, name = nodes_of(runs(entry.text)), nodes.make_id(f"ref-{entry.id}")
            paragraphs.append(nodes.paragraph("", "", *words, classes=["csl-entry"], ids=[name]))
        return nodes.container("", *paragraphs, classes=["csl-bib-body"])


def _note(number: int, words: list[nodes.Node]) -> tuple[nodes.Node, nodes.Node]:
    """The sign of a note, and the note."""
    sign, note = f"cite-sign-{number}", f"cite-note-{number}"
    reference = nodes.footnote_reference("", str(number), refid=note, ids=[sign], auto=1)
    paragraph = nodes.paragraph("", "", *words)
    return reference, nodes.footnote("", nodes.label("", str(number)), paragraph, ids=[note], backrefs=[sign], auto=1)


def _in_order(env: BuildEnvironment) -> Iterator[str]:
    """All documents: those of the table of contents in its order, then the others by their names."""
    seen: dict[str, None] = {}

    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop(0)
        if docname not in seen and docname in env.all_docs:
            seen[docname] = None
            waiting = [*env.toctree_includes.get(docname, ()), *waiting]
    yield from seen
    yield from sorted(set(env.all_docs) - set(seen))


class _Build:
    """One build: what is rendered when all documents are read, and used when each is written."""

    project: _Project

    def updated(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Render all; every document with a citation may read otherwise, and is written again."""
        self.project = _Project(app)
        self.project.render(env)
        return [*self.project.written]

    def resolved(self, _: Sphinx, tree: nodes.document, docname: str) -> None:
        """Put the texts into a document."""
        self.project.resolve(tree, docname)


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the roles, the directive and the settings.

    ``anora_bib_bibliography`` has the bibliography files, seen from the folder of ``conf.py``; ``anora_bib_style`` is
    a name or a ``.csl`` file there; ``anora_bib_locale`` a language in place of the style's own.
    """
    app.add_config_value("anora_bib_bibliography", [], "env")
    app.add_config_value("anora_bib_style", "mla", "env")
    app.add_config_value("anora_bib_locale", "", "env")
    app.add_node(PendingCitation)
    app.add_node(PendingBibliography)
    app.add_domain(_Domain)
    app.add_directive("bibliography", _Bibliography)
    build = _Build()
    app.connect("env-updated", build.updated)
    app.connect("doctree-resolved", build.resolved)
    return {"version": VERSION, "parallel_read_safe": True, "parallel_write_safe": True}
