"""The reference of all that ``import anora_bib`` offers, and of what plugins and users of the CSL engine need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from inspect import isclass, isfunction
from typing import Final

import anora_bib as ab
from anora_bib import api
from generated.markdown import toctree

_MODULES: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "csl": (
        "The CSL engine",
        "[How it is used](../csl.md).",
        ("anora_bib.csl",),
    ),
    "plugins": (
        "For plugins",
        "[How a plugin is written](../how-to/plugin.md). What the parts of each kind are, by the hook that takes them.",
        (
            "anora_bib.hookspecs",
            "anora_bib.registry",
            "anora_bib.lint.rule",
            "anora_bib.diagnostics",
            "anora_bib.text.spans",
            "anora_bib.readers.base",
            "anora_bib.formats.base",
            "anora_bib.parser.base",
            "anora_bib.live.syntax",
            "anora_bib.lookup.base",
            "anora_bib.reports.base",
        ),
    ),
}


def pages() -> Mapping[str, str]:
    """The pages by their paths."""
    public = {name: getattr(ab, name) for name in ab.__all__}
    verbs = [name for name, value in vars(api).items() if isfunction(value) and name in public]
    errors = [name for name, value in public.items() if isclass(value) and issubclass(value, Exception)]
    data = [name for name, value in public.items() if isclass(value) and name not in errors]
    written = {
        "verbs": _page("Verbs", "", "autofunction", verbs),
        "data": _page("Data", "", "autoclass", data, "members", "undoc-members"),
        "errors": _page("Errors and warnings", "", "autoexception", errors, "members"),
        **{name: _modules(*told) for name, told in _MODULES.items()},
    }
    index = "# The API, with types\n\n[From Python](../python.md) is where to begin.\n\n" + _list(written)
    return {"api/index.md": index, **{f"api/{name}.md": page for name, page in written.items()}}


def _page(title: str, words: str, directive: str, names: Iterable[str], *options: str) -> str:
    body = "".join(_directive(f"{directive}:: anora_bib.{name}", options) for name in names)
    return f"# {title}\n\n{words}\n\n```{{eval-rst}}\n.. py:currentmodule:: anora_bib\n\n{body}```\n"


def _modules(title: str, words: str, modules: Iterable[str]) -> str:
    parts = (
        f"## {name}\n\n```{{eval-rst}}\n{_directive(f'automodule:: {name}', ('members', 'undoc-members'))}```\n"
        for name in modules
    )
    return f"# {title}\n\n{words}\n\n" + "\n".join(parts)


def _directive(words: str, options: Iterable[str]) -> str:
    return f".. {words}\n" + "".join(f"   :{option}:\n" for option in options) + "\n"


def _list(written: Mapping[str, str]) -> str:
    lines = (f"- [{page.partition(chr(10))[0].removeprefix('# ')}]({name}.md)\n" for name, page in written.items())
    return "".join(lines) + "\n" + toctree(written)
