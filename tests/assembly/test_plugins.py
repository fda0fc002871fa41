"""The plugin door: built-in parts come through it, and a plugin that breaks a promise is named."""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.metadata import EntryPoint
from time import sleep
from types import ModuleType
from typing import Any

import pytest

import anora_bib as ab
from anora_bib import hookspecs
from anora_bib.assembly import builtins, plugins
from anora_bib.assembly.plugins import KINDS, Kind, load_plugins
from anora_bib.assembly.workflow import Stage, stages
from anora_bib.authority.normalize import BUILTIN as NORMALIZERS
from anora_bib.authority.normalize import Normalizer
from anora_bib.csl.output.formats import Format as Output
from anora_bib.csl.sections import Section
from anora_bib.diagnostics import Severity
from anora_bib.graph import CitationGraph
from anora_bib.graph.writers import Writer
from anora_bib.lint.rule import Rule
from anora_bib.model import Entry, Place, Records
from anora_bib.model.essay.pieces import Piece, Reference
from anora_bib.parser.base import Parser
from anora_bib.parser.draft import Draft, Explanation
from anora_bib.parser.draft import Rule as ParserRule
from anora_bib.parser.pipeline import RULES
from anora_bib.parser.rule_parser import RuleParser
from anora_bib.registry import Registry
from anora_bib.text.spans import Span
from tests import example_plugin as example


class Extra:
    """A plugin with a rule and a stage before a built-in one."""

    @ab.hookimpl
    def register_rules(self, registry: Registry[Rule]) -> None:
        registry.add(
            "X001", Rule("X001", "shouting-title", "A title in capitals.", "", lambda _apparatus, _records: iter(()))
        )

    @ab.hookimpl
    def register_stages(self, registry: Registry[Stage]) -> None:
        registry.add("extra", Stage("extra", lambda apparatus, _records: apparatus), before="link")


def test_a_plugin_adds_to_what_is_built_in() -> None:
    loaded = load_plugins([Extra()], installed=False)
    assert "X001" in loaded.rules
    assert len(loaded.rules) == len(load_plugins(installed=False).rules) + 1
    names = loaded.stages.names()
    assert names.index("extra") + 1 == names.index("link")


def test_a_taken_name_is_refused() -> None:
    class Greedy:
        @ab.hookimpl
        def register_stages(self, registry: Registry[Stage]) -> None:
            registry.add("find", Stage("find", lambda apparatus, _records: apparatus))

    with pytest.raises(ab.PluginError, match="the stage 'find' is registered already"):
        load_plugins([Greedy()], installed=False).stages  # noqa: B018


def test_an_error_in_a_hook_names_the_plugin() -> None:
    class Old:
        @ab.hookimpl
        def register_rules(self, registry: Registry[Rule]) -> None:
            self.codes  # type: ignore[attr-defined]  # noqa: B018

        def __repr__(self) -> str:
            return "<Old>"

    with pytest.raises(ab.PluginError, match="the plugin <Old> cannot register its rules: AttributeError: ") as caught:
        load_plugins([Old()], installed=False).rules  # noqa: B018
    assert isinstance(caught.value.__cause__, AttributeError)


def test_an_error_in_the_hook_of_an_installed_plugin_gives_the_name_of_its_entry_point(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("odd_parts")

    @ab.hookimpl
    def register_rules(registry: Registry[Rule]) -> None:
        raise ZeroDivisionError("by nought")

    module.register_rules = register_rules  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "odd_parts", module)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [EntryPoint("odd", "odd_parts", "anora_bib")])
    with pytest.raises(
        ab.PluginError, match="the plugin 'odd' cannot register its rules: ZeroDivisionError: by nought"
    ):
        load_plugins().rules  # noqa: B018


def test_a_fault_of_a_built_in_part_is_not_blamed_on_a_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "COMMANDS", None)
    with pytest.raises(TypeError):
        load_plugins([Extra()], installed=False).commands  # noqa: B018


def test_a_reader_that_cannot_write_is_refused() -> None:
    class ReadOnly:
        name = "old"
        suffixes = (".old",)

        def read(self, data: bytes, path: str) -> ab.Essay:
            raise NotImplementedError

    class Old:
        @ab.hookimpl
        def register_readers(self, registry: Registry[Any]) -> None:
            registry.add("old", ReadOnly())

    with pytest.raises(ab.PluginError, match=r"the plugin .*Old.* the reader 'old' has no 'write'"):
        load_plugins([Old()], installed=False).readers  # noqa: B018


def test_an_argument_that_no_hook_has_is_refused() -> None:
    class Wrong:
        @ab.hookimpl
        def register_rules(self, rules: Registry[Rule]) -> None: ...

    with pytest.raises(ab.PluginError, match=r"cannot be registered.*rules"):
        load_plugins([Wrong()], installed=False)


def test_a_hook_that_does_not_exist_is_refused() -> None:
    class Misspelt:
        @ab.hookimpl
        def register_rule(self, registry: Registry[Rule]) -> None: ...

    with pytest.raises(ab.PluginError, match="implements 'register_rule', which is no hook"):
        load_plugins([Misspelt()], installed=False)


def test_a_plugin_that_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("old", "no_such_module_of_ours", "anora_bib")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [broken])
    with pytest.raises(ab.PluginError, match=r"the plugin 'old' \(no_such_module_of_ours\) cannot be loaded"):
        load_plugins()


KIND_NAMES = [kind.name for kind in KINDS]


def test_every_hook_has_a_registry_and_every_registry_a_hook() -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("register_")]
    assert sorted(hooks) == sorted(f"register_{name}" for name in KIND_NAMES)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_has_built_in_parts_that_came_through_its_hook(kind: str) -> None:
    registry = getattr(load_plugins(installed=False), kind)
    assert len(registry) >= 1
    assert getattr(builtins, f"register_{kind}").__doc__ is None  # what a hook is for is said once, in hookspecs


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_part_that_does_not_exist_names_those_that_do(kind: str) -> None:
    registry = getattr(load_plugins(installed=False), kind)
    first = registry.names()[0]
    with pytest.raises(ab.UnknownNameError, match=f"there is no {registry.kind} 'x{first}'") as caught:
        registry.get(f"x{first}")
    assert first in caught.value.nearest


@pytest.mark.parametrize("kind", KINDS, ids=KIND_NAMES)
def test_settings_disable_a_part_of_any_kind(kind: Kind[object]) -> None:
    last = getattr(load_plugins(installed=False), kind.name).names()[-1]
    without = load_plugins(installed=False, disable=[f"{kind.setting}:{last}"])
    assert last not in getattr(without, kind.name)


@pytest.mark.parametrize("part", ["ruel:N001", "N001", "rule:", ":N001"])
def test_a_part_of_no_kind_cannot_be_disabled(part: str) -> None:
    with pytest.raises(ab.UnknownNameError, match="there is no kind of part"):
        load_plugins(installed=False, disable=[part])


def test_a_part_that_does_not_exist_cannot_be_disabled() -> None:
    loaded = load_plugins(installed=False, disable=["rule:N0001"])
    with pytest.raises(ab.UnknownNameError, match="there is no rule 'N0001'"):
        loaded.rules  # noqa: B018


ORDERED: dict[str, list[tuple[str, object, tuple[str, ...]]]] = {
    "stages": [(stage.name, stage, ()) for stage in stages(RuleParser())],
    "parser rules": [(part.name, part.item, part.needs) for part in RULES],
    "normalizers": [(part.name, part.item, part.needs) for part in NORMALIZERS],
}


@pytest.mark.parametrize("kind", ORDERED)
def test_a_part_that_comes_before_what_it_needs_is_refused_by_both_names(kind: str) -> None:
    refused = 0
    for first in ORDERED[kind]:
        registry: Registry[object] = Registry(kind)
        for name, item, needs in (first, *(part for part in ORDERED[kind] if part is not first)):
            registry.add(name, item, needs=needs)
        if needed := (*first[2], *getattr(first[1], "needs", ())):
            with pytest.raises(ab.PluginError, match=f"{first[0]!r} must come after {needed[0]!r}"):
                registry.check_order()
            refused += 1
    assert refused


class Replacing:
    """A plugin that reads every text as one book, and turns a rule off."""

    name = "book"

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        span = Span(offset, offset + len(text))
        return (Reference(span=span, words=span, entry=Entry.of("book", title=text)),)

    @ab.hookimpl
    def register_parsers(self, registry: Registry[Parser]) -> None:
        registry.add("book", self, before="learned")

    @ab.hookimpl
    def register_rules(self, registry: Registry[Rule]) -> None:
        registry.disable("N001")
        registry.replace("N002", replace(registry.get("N002"), severity=Severity.INFO))


def test_a_parser_that_is_put_first_reads_for_the_verb_and_for_the_workflow() -> None:
    here = ab.Workspace(load_plugins([Replacing()], installed=False))
    (entry,) = ab.parse("No reference at all", workspace=here)
    assert entry.string("title") == "No reference at all"
    essay = ab.read_text("So it is.[1]\n\n[1] Nothing but words.\n", workspace=here)
    (reference,) = ab.apparatus(essay, workspace=here).references
    assert reference.entry.string("title") == "Nothing but words."
    assert ab.parse("No reference at all", parser="rules", workspace=here) == []
    with pytest.raises(ab.UnknownNameError, match="no parser 'rule'; did you mean 'rules'"):
        ab.parse("x", parser="rule", workspace=here)


def test_a_plugin_disables_and_replaces_rules() -> None:
    rules = load_plugins([Replacing()], installed=False).rules
    assert "N001" not in rules
    assert rules.get("N002").severity is Severity.INFO


class Pieces:
    """A plugin with a step of the rule parser and a normalizer."""

    @ab.hookimpl
    def register_parser_rules(self, registry: Registry[ParserRule]) -> None:
        registry.add("shelf", self.shelf, before="signals")

    @ab.hookimpl
    def register_normalizers(self, registry: Registry[Normalizer]) -> None:
        registry.add("language", lambda entry, _known: entry.with_values(language="en"), after="type")

    @staticmethod
    def shelf(draft: Draft) -> Iterator[Explanation]:
        for match in re.finditer(r"\[shelf ([A-Z]\d)\]", draft.rest):
            place = Span(*match.span())
            yield Explanation("call-number", match[1], place, place, 0.9)


def test_rules_of_the_parser_and_normalizers_are_used() -> None:
    here = ab.Workspace(load_plugins([Pieces()], installed=False))
    text = "Fisher, Mark. Capitalist Realism. Zero Books. 2009. [shelf B2]"
    (entry,) = ab.parse(text, workspace=here)
    assert (entry.string("call-number"), entry.string("title")) == ("B2", "Capitalist Realism")
    library = ab.collect([ab.read_text(f"So it is.[1]\n\n[1] {text}\n", workspace=here)], workspace=here)
    assert [(entry.string("language"), entry.string("call-number")) for entry in library] == [("en", "B2")]


class Told:
    """A plugin with an output, a report, a graph writer and a live syntax."""

    @ab.hookimpl
    def register_outputs(self, registry: Registry[Output]) -> None:
        registry.add("numbered", replace(registry.get("text"), name="numbered", heading="1. {}\n"))

    @ab.hookimpl
    def register_graph_writers(self, registry: Registry[Writer]) -> None:
        registry.add("count", lambda graph: f"{len(graph.rows)} rows\n")


def test_outputs_and_graph_writers_are_used() -> None:
    plugins = load_plugins([Told()], installed=False)
    here = ab.Workspace(plugins)
    entries = ab.parse("Fisher, Mark. Capitalist Realism. Zero Books. 2009.", workspace=here)
    document = ab.api.format_sections([Section("Books", tuple(entries))], to="numbered", workspace=here)
    assert document.text.startswith("1. Books\nFisher")
    assert plugins.graph_writers.get("count")(CitationGraph()) == "0 rows\n"


def test_threads_that_ask_at_once_get_one_registry() -> None:
    calls = []

    class Slow:
        @ab.hookimpl
        def register_rules(self, registry: Registry[Rule]) -> None:
            calls.append(registry)
            sleep(0.05)

    loaded = load_plugins([Slow()], installed=False)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: loaded.rules, range(8)))
    assert len(calls) == 1
    assert all(registry is calls[0] for registry in found)


def test_plugins_pickle_by_reference() -> None:
    loaded = load_plugins([Extra(), example], installed=False, disable=["rule:N001", "live-syntax:latex"])
    again = pickle.loads(pickle.dumps(loaded))
    for kind in KIND_NAMES:
        assert getattr(again, kind).names() == getattr(loaded, kind).names()
    assert "X001" in again.rules
    assert "N001" not in again.rules


def test_a_plugin_that_another_process_cannot_find_is_named() -> None:
    class Local:
        @ab.hookimpl
        def register_rules(self, registry: Registry[Rule]) -> None: ...

    with pytest.raises(ab.PluginError, match=r"the plugin .*Local.* cannot go to another process"):
        pickle.dumps(load_plugins([Local()], installed=False))
    nowhere = ModuleType("nowhere_to_be_imported")
    with pytest.raises(ab.PluginError, match="it is no module that can be imported"):
        pickle.dumps(load_plugins([nowhere], installed=False))


def test_a_plugin_that_is_not_installed_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    here = EntryPoint("example", example.__name__, "anora_bib")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [here])
    sent = pickle.dumps(load_plugins())
    assert [plugin.name for plugin in pickle.loads(sent).installed] == ["example"]
    monkeypatch.setattr(plugins, "entry_points", lambda group: [])
    with pytest.raises(ab.PluginError, match="the plugin 'example' is not installed where this is read"):
        pickle.loads(sent)
