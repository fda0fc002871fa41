"""The built-in parts, registered through the hooks that are open to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anora_bib.hookspecs import hookimpl

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

COMMANDS = (
    "format",
    "cite",
    "check",
    "fix",
    "sources",
    "export",
    "merge",
    "graph",
    "parse",
    "parser",
    "styles",
    "rules",
    "formats",
    "plugins",
    "explain",
    "server",
    "pandoc-filter",
    "mcp",
    "serve",
    "doctor",
    "completion",
    "man",
)
"""In the order of the help: what one comes for, first.

Each is ``anora_bib.cli.commands.<name>``, with a ``command``; a hyphen is an underscore there."""


@hookimpl
def register_readers(registry: Registry[Reader]) -> None:
    from anora_bib.readers.builtin import BUILTIN

    for reader in BUILTIN:
        registry.add(reader.name, reader)


@hookimpl
def register_formats(registry: Registry[Format]) -> None:
    from anora_bib.formats.builtin import BUILTIN

    for format in BUILTIN:
        registry.add(format.name, format)


@hookimpl
def register_engines(registry: Registry[Engine]) -> None:
    from anora_bib.csl.builtin import BUILTIN

    for engine in BUILTIN:
        registry.add(engine.name, engine)


@hookimpl
def register_outputs(registry: Registry[Output]) -> None:
    from anora_bib.csl.output.formats import FORMATS

    for output in FORMATS:
        registry.add(output.name, output)


@hookimpl
def register_parsers(registry: Registry[Parser], plugins: Plugins) -> None:
    from anora_bib.parser.learned.parser import LearnedParser
    from anora_bib.parser.rule_parser import RuleParser

    for parser in (LearnedParser(plugins.parser_rules), RuleParser(plugins.parser_rules)):
        registry.add(parser.name, parser)


@hookimpl
def register_parser_rules(registry: Registry[ParserRule]) -> None:
    from anora_bib.parser.pipeline import RULES

    for part in RULES:
        registry.add(part.name, part.item, needs=part.needs)


@hookimpl
def register_stages(registry: Registry[Stage], plugins: Plugins) -> None:
    from anora_bib.assembly.workflow import stages

    for stage in stages(plugins.parsers.first()):
        registry.add(stage.name, stage)


@hookimpl
def register_normalizers(registry: Registry[Normalizer]) -> None:
    from anora_bib.authority.normalize import BUILTIN

    for part in BUILTIN:
        registry.add(part.name, part.item, needs=part.needs)


@hookimpl
def register_rules(registry: Registry[Documented]) -> None:
    from anora_bib.lint.rules.builtin import BIBLIOGRAPHY, BUILTIN, LIBRARY

    rules: tuple[Documented, ...] = (*BUILTIN, *BIBLIOGRAPHY, *LIBRARY)
    for rule in rules:
        registry.add(rule.code, rule)


@hookimpl
def register_live_syntaxes(registry: Registry[Syntax]) -> None:
    from anora_bib.live.syntax import BUILTIN

    for name, syntax in BUILTIN.items():
        registry.add(name, syntax)


@hookimpl
def register_graph_writers(registry: Registry[Writer]) -> None:
    from anora_bib.graph.writers import BUILTIN

    for name, writer in BUILTIN.items():
        registry.add(name, writer)


@hookimpl
def register_reports(registry: Registry[Report]) -> None:
    from anora_bib.reports.builtin import BUILTIN

    for name, report in BUILTIN.items():
        registry.add(name, report)


@hookimpl
def register_lookups(registry: Registry[Lookup]) -> None:
    from anora_bib.lookup import builtin
    from anora_bib.lookup.http import Client

    for lookup in builtin(Client()):
        registry.add(lookup.name, lookup)


@hookimpl
def register_commands(registry: Registry[str]) -> None:
    for name in COMMANDS:
        module = name.replace("-", "_")
        registry.add(name, f"anora_bib.cli.commands.{module}:command")
