"""The doors a plugin may use. The built-in parts come in through the same ones (see ``builtins``).

A plugin is any module or object with some of these functions, marked with ``@anora_bib.hookimpl`` and announced
under the entry point group ``anora_bib``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from anora_bib.csl.engine import Engine
    from anora_bib.formats.base import Format
    from anora_bib.lint.rule import Rule
    from anora_bib.lookup.base import Lookup
    from anora_bib.readers.base import Reader
    from anora_bib.registry import Registry
    from anora_bib.workflow import Stage

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
    """Add CSL engines, by name; the first is the default.

    An engine whose ``processor`` has no argument ``links`` is one that makes no links: whoever asks for some is told.
    """


@hookspec
def register_rules(registry: Registry[Rule]) -> None:
    """Add rules, by code."""


@hookspec
def register_lookups(registry: Registry[Lookup]) -> None:
    """Add lookup services, by name."""


@hookspec
def register_stages(registry: Registry[Stage]) -> None:
    """Add stages of the workflow, by name, before or after another."""
