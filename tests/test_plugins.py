"""The plugin door: built-in parts come through it, and a plugin that breaks a promise is named."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

import anora_bib as ab
from anora_bib import plugins
from anora_bib.lint.rule import Rule
from anora_bib.plugins import load_plugins
from anora_bib.registry import Registry
from anora_bib.workflow import Stage


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


def test_every_kind_has_built_in_parts() -> None:
    loaded = load_plugins(installed=False)
    assert set(loaded.readers.names()) >= {"plain", "markdown", "html"}
    assert set(loaded.formats.names()) >= {"bibtex", "biblatex", "csl-json", "ris", "yaml"}
    assert "citeproc-py" in loaded.engines
    assert len(loaded.lookups) >= 1
    for code, rule in loaded.rules.items():
        assert rule.code == code
