"""The hooks that a plugin may implement. The built-in parts come in through the same ones (see ``assembly.builtins``).

A plugin is any module or object with some of these functions, marked with ``@anora_bib.hookimpl`` and announced under
the entry point group ``anora_bib``. Each hook is given a :class:`anora_bib.registry.Registry`, in which the built-in
parts are registered already: a plugin may ``add`` to it (before or after another part), ``replace`` and ``disable``.
Some are given the :class:`anora_bib.assembly.plugins.Plugins` as well, for parts that are made of others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from anora_bib.assembly.plugins import Plugins
    from anora_bib.assembly.workflow import Stage
    from anora_bib.authority.normalize import Normalizer
    from anora_bib.csl.engine import Engine
    from anora_bib.csl.output.formats import Format as Output
    from anora_bib.formats.base import Format
    from anora_bib.graph.writers import Writer
    from anora_bib.lint.rule import Documented
    from anora_bib.live.syntax import Syntax
    from anora_bib.lookup.base import Lookup
    from anora_bib.parser.base import Parser
    from anora_bib.parser.draft import Rule as ParserRule
    from anora_bib.readers.base import Reader
    from anora_bib.registry import Registry
    from anora_bib.reports.base import Report

PROJECT = "anora_bib"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def register_readers(registry: Registry[Reader]) -> None:
    """Add readers of essay formats, by name."""


@hookspec
def register_formats(registry: Registry[Format]) -> None:
    """Add bibliography formats, by name."""


@hookspec
def register_engines(registry: Registry[Engine]) -> None:
    """Add CSL engines, by name; the first is the default."""


@hookspec
def register_outputs(registry: Registry[Output]) -> None:
    """Add output formats of citations and bibliographies, by name: what ``format --to`` takes."""


@hookspec
def register_parsers(registry: Registry[Parser], plugins: Plugins) -> None:
    """Add parsers of notes and listed works, by name; the first is the default, of ``parse`` as of the workflow."""


@hookspec
def register_parser_rules(registry: Registry[ParserRule]) -> None:
    """Add rules of the parser "rules", by name: functions from a half-understood reference to what they find in it."""


@hookspec
def register_stages(registry: Registry[Stage], plugins: Plugins) -> None:
    """Add stages of the workflow, by name. A stage says itself which others it ``needs``."""


@hookspec
def register_normalizers(registry: Registry[Normalizer]) -> None:
    """Add steps that correct an entry by the authority records, by name."""


@hookspec
def register_rules(registry: Registry[Documented]) -> None:
    """Add rules of ``check``, by code."""


@hookspec
def register_live_syntaxes(registry: Registry[Syntax]) -> None:
    """Add syntaxes of live citations, by name: what ``fix --live`` writes."""


@hookspec
def register_graph_writers(registry: Registry[Writer]) -> None:
    """Add formats of the citation graph, by name: functions from a graph to the text of a file."""


@hookspec
def register_reports(registry: Registry[Report]) -> None:
    """Add forms of the findings of ``check``, by name: functions from findings and rules to text.

    One that is a ``reports.base.PagedReport`` gets the files whole, and can be several files.
    """


@hookspec
def register_lookups(registry: Registry[Lookup]) -> None:
    """Add services that may know a source better than the page did, by name."""


@hookspec
def register_commands(registry: Registry[str]) -> None:
    """Add commands of ``anora-bib``, by name: each a reference to a click command, "package.module:attribute".

    The module is imported when the command is asked for, or its line of the help.
    """
