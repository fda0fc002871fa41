"""All parts, built-in and from plugins, collected through the hooks."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from traceback import walk_tb
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar, overload

import pluggy

from anora_bib import hookspecs
from anora_bib.assembly import builtins
from anora_bib.errors import AnoraBibError, PluginError, UnknownNameError
from anora_bib.registry import Registry
from anora_bib.system.locks import ForkSafeLock
from anora_bib.text.characters import nearest

if TYPE_CHECKING:
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
    from anora_bib.reports.base import Report

T = TypeVar("T")


class Installed(NamedTuple):
    """A plugin that came with a distribution, under an entry point of that name."""

    name: str
    distribution: str


class Kind(Generic[T]):
    """A kind of part, as an attribute of :class:`Plugins`: its registry, filled when it is first asked for.

    The hook is called like the attribute: ``readers`` are filled by ``register_readers``. ``requires`` and
    ``named_by`` say what the registry asks of an item.
    """

    def __init__(self, noun: str, *, requires: Iterable[str] = ("__call__",), named_by: str = "") -> None:
        self.noun = noun
        self.requires = tuple(requires)
        self.named_by = named_by
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @property
    def setting(self) -> str:
        """How settings name the kind: ``disable = ["live-syntax:latex"]``."""
        return self.noun.replace(" ", "-")

    @overload
    def __get__(self, plugins: None, owner: type) -> Kind[T]: ...
    @overload
    def __get__(self, plugins: Plugins, owner: type) -> Registry[T]: ...
    def __get__(self, plugins: Plugins | None, owner: type) -> Kind[T] | Registry[T]:
        return self if plugins is None else plugins.registry(self)


class Plugins:
    """The registries, each filled through its hook when it is first asked for.

    Threads may share one. It pickles: the other process loads the same plugins again, those that are installed by
    the names of their entry points, all others by reference.
    """

    readers: Kind[Reader] = Kind("reader", requires=("name", "suffixes", "read", "write"), named_by="name")
    formats: Kind[Format] = Kind("format", requires=("name", "suffixes"), named_by="name")
    engines: Kind[Engine] = Kind("engine", requires=("name", "processor"), named_by="name")
    outputs: Kind[Output] = Kind("output", requires=("name",), named_by="name")
    parsers: Kind[Parser] = Kind("parser", requires=("name", "pieces"), named_by="name")
    parser_rules: Kind[ParserRule] = Kind("parser rule")
    stages: Kind[Stage] = Kind("stage", requires=("name", "run", "needs"), named_by="name")
    normalizers: Kind[Normalizer] = Kind("normalizer")
    rules: Kind[Documented] = Kind("rule", requires=("code", "name", "diagnose"), named_by="code")
    live_syntaxes: Kind[Syntax] = Kind("live syntax", requires=("citation", "footnote", "bibliography"))
    graph_writers: Kind[Writer] = Kind("graph writer")
    reports: Kind[Report] = Kind("report")
    lookups: Kind[Lookup] = Kind("lookup", requires=("name", "search"), named_by="name")
    commands: Kind[str] = Kind("command", requires=("partition",))

    def __init__(
        self, manager: pluggy.PluginManager, installed: Sequence[Installed], disabled: Mapping[str, Collection[str]]
    ) -> None:
        self.installed = tuple(installed)
        self._manager = manager
        self._disabled = disabled
        self._registries: dict[str, Registry[Any]] = {}
        self._filling = ForkSafeLock()

    def registry(self, kind: Kind[T]) -> Registry[T]:
        """The registry of a kind.

        Raises:
            PluginError: a plugin breaks a promise, or an item comes before one that it needs.
            UnknownNameError: a plugin or a setting names an item that does not exist.
        """
        if (known := self._registries.get(kind.name)) is not None:
            return known
        with self._filling:
            if kind.name not in self._registries:
                self._registries[kind.name] = self._filled(kind)
            return self._registries[kind.name]

    def _filled(self, kind: Kind[T]) -> Registry[T]:
        registry: Registry[T] = Registry(kind.noun, requires=kind.requires, named_by=kind.named_by)
        hook: pluggy.HookCaller = getattr(self._manager.hook, f"register_{kind.name}")
        try:
            hook(registry=registry, plugins=self)
        except Exception as error:  # foreign code: whatever it raises, the person must learn which plugin it was
            if isinstance(error, UnknownNameError) or (plugin := _raised_in(hook, error)) in (None, builtins):
                raise
            name = self._manager.get_name(plugin)
            shown = repr(name if name in {known.name for known in self.installed} else plugin)
            reason = str(error) if isinstance(error, AnoraBibError) else f"{type(error).__name__}: {error}"
            raise PluginError(f"the plugin {shown} cannot register its {kind.noun}s: {reason}") from error
        for name in self._disabled.get(kind.setting, ()):
            registry.disable(name)
        registry.check_order()
        return registry

    def __iter__(self) -> Iterator[Registry[Any]]:
        """Every registry."""
        return (self.registry(kind) for kind in KINDS)

    def __reduce__(self) -> tuple[Callable[..., Plugins], tuple[object, ...]]:
        named = {plugin.name for plugin in self.installed}
        extra = [plugin for name, plugin in self._manager.list_name_plugin() if name not in named | {BUILTIN}]
        references = [_reference(plugin) for plugin in extra]
        disable = [f"{setting}:{name}" for setting, names in self._disabled.items() for name in names]
        return _again, (references, sorted(named), disable)


KINDS: Final[tuple[Kind[Any], ...]] = tuple(kind for kind in vars(Plugins).values() if isinstance(kind, Kind))
"""Every kind of part, in the order in which they are listed."""

BUILTIN: Final = "builtins"
"""The name under which the built-in parts are registered."""


def load_plugins(extra: Iterable[object] = (), *, installed: bool = True, disable: Iterable[str] = ()) -> Plugins:
    """The built-in parts, then those of the plugins that are installed (if asked for) and of ``extra``.

    ``disable`` are parts to leave out, each as "kind:name": "rule:N001", "live-syntax:latex".

    Raises:
        PluginError: a plugin cannot be imported, or a hook of it does not fit.
        UnknownNameError: there is no such kind to disable a part of.
    """
    return _assembled(extra, entry_points(group=hookspecs.PROJECT) if installed else (), disable)


def _assembled(extra: Iterable[object], to_load: Iterable[EntryPoint], disable: Iterable[str]) -> Plugins:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for plugin in extra:
        _register(manager, plugin, None)
    loaded = []
    for entry_point in to_load:
        _register(manager, _load(entry_point), entry_point.name)
        dist = entry_point.dist
        loaded.append(Installed(entry_point.name, f"{dist.name} {dist.version}" if dist else ""))
    # pluggy asks the last one first: a plugin then finds the built-in parts in place and can name one as neighbour.
    manager.register(builtins, BUILTIN)
    return Plugins(manager, sorted(loaded), _by_kind(disable))


def _by_kind(disable: Iterable[str]) -> dict[str, list[str]]:
    settings = [kind.setting for kind in KINDS]
    disabled: dict[str, list[str]] = {}
    for part in disable:
        kind, _, name = part.partition(":")
        if kind not in settings or not name:
            raise UnknownNameError("kind of part", kind, nearest(kind, settings), hint="say for example 'rule:N001'")
        disabled.setdefault(kind, []).append(name)
    return disabled


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


def _raised_in(hook: pluggy.HookCaller, error: Exception) -> object | None:
    """The plugin whose implementation of the hook the error came out of; None if it came out of none."""
    plugins = {getattr(hookimpl.function, "__code__", None): hookimpl.plugin for hookimpl in hook.get_hookimpls()}
    codes = (frame.f_code for frame, _line in walk_tb(error.__traceback__))
    return next((plugins[code] for code in codes if code in plugins), None)


def _unknown_hooks(manager: pluggy.PluginManager, plugin: object) -> list[str]:
    callers = manager.get_hookcallers(plugin) or []
    return [caller.name for caller in callers if not caller.has_spec()]


class _Module(NamedTuple):
    """A plugin that is a module, by its name: a module itself does not pickle."""

    name: str


def _reference(plugin: object) -> object:
    """The object that represents an extra plugin in a pickle.

    Raises:
        PluginError: it is an object that another process could not find again.
    """
    if isinstance(plugin, ModuleType):
        if sys.modules.get(plugin.__name__) is not plugin:
            raise _fixed(plugin, "it is no module that can be imported")
        return _Module(plugin.__name__)
    try:
        pickle.dumps(plugin)
    except Exception as error:  # foreign code: its own way of pickling may raise anything
        raise _fixed(plugin, str(error)) from error
    return plugin


def _fixed(plugin: object, reason: str) -> PluginError:
    return PluginError(
        f"the plugin {plugin!r} cannot go to another process: {reason}; "
        "make it a module, or an instance of a class that a module defines at its top level"
    )


def _again(references: Iterable[object], installed: Iterable[str], disable: Iterable[str]) -> Plugins:
    """The same plugins in another process.

    Raises:
        PluginError: a plugin is not installed here, or cannot be imported.
    """
    extra = [import_module(plugin.name) if isinstance(plugin, _Module) else plugin for plugin in references]
    here = {entry_point.name: entry_point for entry_point in entry_points(group=hookspecs.PROJECT)}
    if missing := [name for name in installed if name not in here]:
        raise PluginError(f"the plugin {missing[0]!r} is not installed where this is read")
    return _assembled(extra, [here[name] for name in installed], disable)
