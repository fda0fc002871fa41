"""Roles and a directive, the citations of all documents rendered together once all are read, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from anora_bib.about import VERSION
from anora_bib.csl.output.formats import RUNS
from anora_bib.csl.output.runs import runs
from anora_bib.csl.process.cites.asking import COMPOSITE
from anora_bib.errors import AnoraBibError
from anora_bib.integrations.shared.groups import Cite, cluster, keys_of, read_cites
from anora_bib.integrations.shared.library import ProjectLibrary
from anora_bib.integrations.shared.notes import capital
from anora_bib.integrations.sphinx.nodes import PendingBibliography, PendingCitation, nodes_of

_LOG = logging.getLogger(__name__)
_NAME: Final = "cite"
Place = tuple[str, int]
"""A document, and the number of a citation in it."""


class _Citation(SphinxRole):
    """``:cite:p:`doe2001``` in brackets, ``:cite:t:`doe2001``` with the author in the text."""

    def __init__(self, mode: str) -> None:
        self.mode = mode

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A node that stands for the citation."""
        place = self.env.docname, self.env.new_serialno(_NAME)
        node = PendingCitation(self.rawtext, words=self.text, mode=self.mode, place=place)
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
    """The texts of all citations of a project, by their places, and the entries of its bibliography.

    A place is a document and a number in it: what is written may be one document (a page of HTML) or all together (a
    book of LaTeX).
    """

    def __init__(self, app: Sphinx) -> None:
        folder = Path(app.confdir)
        named, style, locale = (getattr(app.config, f"anora_bib_{one}") for one in ("bibliography", "style", "locale"))
        try:
            self.library = ProjectLibrary.load([folder / path for path in named], folder, style, locale)
        except AnoraBibError as error:
            raise ConfigError(f"anora_bib: {error}") from error
        self.check = bool(app.config.anora_bib_check)
        self.texts: dict[Place, str] = {}
        self.entries: list[Any] = []
        self.written: set[str] = set()
        """The documents that have a citation or a bibliography."""

    def render(self, env: BuildEnvironment) -> None:
        """Render the citations of all documents, in the order of the table of contents."""
        asked: dict[Place, Mapping[str, Any]] = {}
        everything = False
        for docname in _in_order(env):
            tree = env.get_doctree(docname)
            for place in tree.findall(PendingBibliography):
                self.written.add(docname)
                everything = everything or place["everything"]
            for number, node in enumerate(tree.findall(PendingCitation), 1):
                self.written.add(docname)
                if cites := self._known(node):
                    notes = self.library.notes
                    mode = "" if notes else node["mode"]
                    asked[node["place"]] = cluster(cites, mode=mode, note=number if notes else 0)
        clusters = [*asked.values()]
        processor, texts = self.library.rendered(clusters, RUNS, everything=everything)
        self.texts = dict(zip(asked, texts, strict=True))
        self.entries = processor.bibliography() if clusters or everything else []
        for problem in processor.problems:
            _LOG.warning(problem, type="anora_bib")
        cited = self.library.entries if everything else keys_of(clusters)
        for fault in (*self.library.broken, *(self.library.faults(cited) if self.check else ())):
            where = f"{fault.path}:{fault.start.line}"
            _LOG.warning(f"{fault.code} {fault.message}", location=where, type="anora_bib")

    def _known(self, node: PendingCitation) -> list[Cite]:
        """The cites of a citation, with a warning for each key that nothing has; none, if one is unknown."""
        cites = read_cites(node["words"], self.library.language)
        unknown = [cite["id"] for cite in cites if cite["id"] not in self.library.entries]
        for key in unknown:
            _LOG.warning(self.library.unknown(key), location=node, type="anora_bib")
        if not cites:
            _LOG.warning(f"“{node['words']}” cites nothing", location=node, type="anora_bib")
        return [] if unknown else cites

    def resolve(self, tree: nodes.document) -> None:
        """Put the texts into a document; in a style of notes, a note for each citation behind those of its own."""
        before = [int(label) for one in tree.findall(nodes.footnote) if (label := one[0].astext()).isdigit()]
        number = max(before, default=0)
        listed: list[nodes.Node] = []
        for node in [*tree.findall(PendingCitation)]:
            text = self.texts.get(node["place"])
            if text is None:
                node.replace_self(nodes.strong("", f"{node['words']}?"))
            elif not self.library.notes:
                node.replace_self(nodes_of(runs(text)))
            else:
                number += 1
                sign, note = _note(number, nodes_of(capital(runs(text))), node["place"][0])
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


def _note(number: int, words: list[nodes.Node], docname: str) -> tuple[nodes.Node, nodes.Node]:
    """The sign of a note, and the note."""
    sign, note = f"cite-sign-{number}", f"cite-note-{number}"
    reference = nodes.footnote_reference("", str(number), refid=note, ids=[sign], auto=1, docname=docname)
    label, paragraph = nodes.label("", str(number)), nodes.paragraph("", "", *words)
    return reference, nodes.footnote("", label, paragraph, ids=[note], backrefs=[sign], auto=1, docname=docname)


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

    def resolving(self) -> type[SphinxPostTransform]:
        """What puts the texts into a document, before a builder moves footnotes to where it wants them."""
        build = self

        class Resolving(SphinxPostTransform):
            """Citations and bibliographies in the place of the nodes that stand for them."""

            default_priority = 5

            def run(self, **_: Any) -> None:
                build.project.resolve(self.document)

        return Resolving


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the roles, the directive and the settings.

    ``anora_bib_bibliography`` has the bibliography files, seen from the folder of ``conf.py``; ``anora_bib_style`` is
    a name or a ``.csl`` file there; ``anora_bib_locale`` a language in place of the style's own; with
    ``anora_bib_check`` the entries that are cited are checked as well.
    """
    app.add_config_value("anora_bib_bibliography", [], "env")
    app.add_config_value("anora_bib_style", "mla", "env")
    app.add_config_value("anora_bib_locale", "", "env")
    app.add_config_value("anora_bib_check", False, "env")
    app.add_node(PendingCitation)
    app.add_node(PendingBibliography)
    app.add_domain(_Domain)
    app.add_directive("bibliography", _Bibliography)
    build = _Build()
    app.connect("env-updated", build.updated)
    app.add_post_transform(build.resolving())
    return {"version": VERSION, "parallel_read_safe": True, "parallel_write_safe": True}
