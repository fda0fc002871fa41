"""What a shell may offer for the value of an option or argument; nothing, where the settings are broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from click.shell_completion import CompletionItem

from anora_bib.errors import AnoraBibError

if TYPE_CHECKING:
    import click

    from anora_bib.cli.session import Session

Values = Callable[["click.Context"], Iterable[tuple[str, str]]]
"""What there is, each with a word on it, or ""."""
Complete = Callable[["click.Context", "click.Parameter", str], list[CompletionItem]]

MOST_BYTES: Final = 4_000_000
"""A larger bibliography takes longer to read than a person waits for a list of keys."""


def offering(values: Values, *, lists: bool = False, files: bool = False) -> Complete:
    """What completes a value: those of ``values`` that begin as typed.

    With ``lists``, the last of several with commas between is completed; with ``files``, files are offered as well.
    """

    def complete(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
        before, comma, last = typed.rpartition(",") if lists else ("", "", typed)
        items = [CompletionItem(typed, type="file")] if files else []
        with suppress(AnoraBibError):
            for value, word in values(ctx):
                if value.casefold().startswith(last.casefold()):
                    items.append(CompletionItem(f"{before}{comma}{value}", help=word or None))
        return items

    return complete


def _files(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    return [CompletionItem(typed, type="file")]


def _folders(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    return [CompletionItem(typed, type="dir")]


def _session(ctx: click.Context) -> Session:
    from anora_bib.cli.session import Session

    session: Session = ctx.find_root().obj or Session()
    return session


def _of(*kinds: str) -> Values:
    """The names of the parts of some kinds (attributes of ``Plugins``)."""

    def values(ctx: click.Context) -> Iterator[tuple[str, str]]:
        plugins = _session(ctx).plugins
        return ((name, "") for kind in kinds for name in getattr(plugins, kind).names())

    return values


def _said(*values: str) -> Values:
    return lambda _ctx: [(value, "") for value in values]


def _rules(ctx: click.Context) -> Iterator[tuple[str, str]]:
    for rule in _session(ctx).plugins.rules:
        yield rule.code, rule.summary
        yield rule.name, rule.code


def _explained(ctx: click.Context) -> Iterator[tuple[str, str]]:
    from anora_bib.notices import NOTICES

    yield from _rules(ctx)
    yield from ((notice.code, notice.summary) for notice in NOTICES.values())


def _styles(_ctx: click.Context) -> Iterator[tuple[str, str]]:
    from anora_bib.csl.styles import independent_styles, search_styles

    yield from ((style.name, style.title) for style in search_styles())
    yield from ((name, "") for name, _ in independent_styles())


_TO: Final[Mapping[str, Values]] = {
    "graph": _of("graph_writers"),
    "export": _of("formats"),
    "merge": _of("formats"),
}


def _to(ctx: click.Context) -> Iterable[tuple[str, str]]:
    """What ``--to`` takes is another thing for each command."""
    return _TO.get(ctx.info_name or "", _of("outputs"))(ctx)


def _parts(ctx: click.Context) -> Iterator[tuple[str, str]]:
    from anora_bib.assembly.plugins import KINDS

    plugins = _session(ctx).plugins
    return ((f"{kind.setting}:{name}", "") for kind in KINDS for name in plugins.registry(kind).names())


def _keys(ctx: click.Context) -> Iterator[tuple[str, str]]:
    """The keys of the libraries that ``--library`` names, or else of the bibliographies of the current folder."""
    opener = _session(ctx).workspace.opener
    named = [Path(path) for path in ctx.params.get("paths") or ()]
    beside = (path for path in sorted(Path().iterdir()) if opener.is_library(path) or path.suffix == ".json")
    for path in named or beside:
        with suppress(AnoraBibError, OSError):
            yield from _keys_in(opener.open(path, named=bool(named)), path.stat().st_size)


def _keys_in(opened: Any, size: int) -> Iterator[tuple[str, str]]:
    from anora_bib.inputs.opening import Bibliography

    if isinstance(opened, Bibliography) and size <= MOST_BYTES:
        yield from ((entry.key, entry.string("title")) for entry in opened.loaded.entries if entry.key)


COMPLETERS: Final[Mapping[str, Complete]] = {
    "style": offering(_styles, files=True),
    "to": offering(_to),
    "engine": offering(_of("engines")),
    "select": offering(_rules, lists=True),
    "ignore": offering(_rules, lists=True),
    "output-format": offering(_of("reports")),
    "disable": offering(_parts, lists=True),
    "annotate": offering(_said("annote", "abstract", "note")),
    "from": offering(_of("readers", "formats")),
    "parser": offering(_of("parsers")),
    "live": offering(lambda ctx: [*_of("live_syntaxes")(ctx), ("html", "")]),
    "mode": offering(_said("author-only", "suppress-author", "composite")),
    "code": offering(_explained),
    "keys": offering(_keys),
    "shell": offering(_said("bash", "zsh", "fish")),
    "references": _folders,
    "cache-dir": _folders,
    "file": _files,
}
"""By the names of settings, options and arguments; "file" is for all that take the path of one."""
