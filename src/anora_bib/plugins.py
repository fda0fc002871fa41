"""All the parts at hand, built-in and foreign, collected through the hooks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pluggy

from anora_bib import builtins, hookspecs
from anora_bib.errors import PluginError
from anora_bib.registry import Registry

if TYPE_CHECKING:
    from anora_bib.csl.engine import Engine
    from anora_bib.formats.base import Format
    from anora_bib.lint.rule import Rule
    from anora_bib.lookup.base import Lookup
    from anora_bib.readers.base import Reader
    from anora_bib.workflow import Stage

T = TypeVar("T")


class Installed(NamedTuple):
    """A plugin that came with a distribution, under an entry point of that name."""

    name: str
    distribution: str


class Plugins:
    """The registries, each filled through its hook when it is first asked for."""

    def __init__(self, manager: pluggy.PluginManager, installed: Iterable[Installed] = ()) -> None:
        self._manager = manager
        self.installed = tuple(installed)

    @cached_property
    def readers(self) -> Registry[Reader]:
        return self._fill(Registry("reader"), self._manager.hook.register_readers)

    @cached_property
    def formats(self) -> Registry[Format]:
        return self._fill(Registry("format"), self._manager.hook.register_formats)

    @cached_property
    def engines(self) -> Registry[Engine]:
        return self._fill(Registry("engine"), self._manager.hook.register_engines)

    @cached_property
    def rules(self) -> Registry[Rule]:
        return self._fill(Registry("rule"), self._manager.hook.register_rules)

    @cached_property
    def lookups(self) -> Registry[Lookup]:
        return self._fill(Registry("lookup"), self._manager.hook.register_lookups)

    @cached_property
    def stages(self) -> Registry[Stage]:
        return self._fill(Registry("stage"), self._manager.hook.register_stages)

    @staticmethod
    def _fill(registry: Registry[T], hook: pluggy.HookCaller) -> Registry[T]:
        hook(registry=registry)
        return registry


def load_plugins(extra: Iterable[object] = (), *, installed: bool = True) -> Plugins:
    """The built-in parts, then those of the plugins that are installed (if asked for) and of ``extra``.

    Raises:
        PluginError: a plugin cannot be imported, or a hook of it does not fit.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for plugin in extra:
        _register(manager, plugin, None)
    foreign = []
    for entry_point in entry_points(group=hookspecs.PROJECT) if installed else ():
        _register(manager, _load(entry_point), entry_point.name)
        dist = entry_point.dist
        foreign.append(Installed(entry_point.name, f"{dist.name} {dist.version}" if dist else ""))
    # pluggy asks the last one first: a plugin then finds the built-in parts in place and can name one as neighbour.
    manager.register(builtins, "builtins")
    return Plugins(manager, sorted(foreign))


def _load(entry_point: EntryPoint) -> object:
    try:
        return entry_point.load()
    except Exception as error:  # foreign code: whatever it raises, the person must learn which plugin it was
        raise PluginError(f"the plugin {entry_point.name!r} ({entry_point.value}) cannot be loaded: {error}") from error


def _register(manager: pluggy.PluginManager, plugin: object, name: str | None) -> None:
    try:
        manager.register(plugin, name)
    except (ValueError, pluggy.PluginValidationError) as error:
        raise PluginError(f"the plugin {name or plugin!r} cannot be registered: {error}") from error
    for unknown in _unknown_hooks(manager, plugin):
        raise PluginError(f"the plugin {name or plugin!r} implements {unknown!r}, which is no hook of anora-bib")


def _unknown_hooks(manager: pluggy.PluginManager, plugin: object) -> list[str]:
    callers = manager.get_hookcallers(plugin) or []
    return [caller.name for caller in callers if not caller.has_spec()]
