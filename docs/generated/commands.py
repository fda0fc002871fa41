"""A page for each command, of what click knows: the help texts of the command line, set out as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import click

from anora_bib.cli import main
from anora_bib.cli.manual import LITERAL, paragraphs
from generated.markdown import code, plain, table, toctree

_PROGRAM: Final = "anora-bib"


def pages() -> Mapping[str, str]:
    """The pages by their paths."""
    root = click.Context(main, info_name=_PROGRAM)
    there = {name: _sub(root, name) for name in main.list_commands(root)}
    shown = {name: ctx for name, ctx in there.items() if not ctx.command.hidden}
    rows = [(f"[{code(name)}]({name}.md)", plain(ctx.command.get_short_help_str(200))) for name, ctx in shown.items()]
    index = [
        "# Every command and option\n",
        "What `anora-bib COMMAND --help` prints. [The commands](../commands.md) has them at a glance.\n",
        table(("command", "gives"), rows),
        "## Options of all\n",
        *_options(root),
        toctree(shown),
    ]
    return {
        "cli/index.md": "\n".join(index),
        **{f"cli/{name}.md": "\n".join(_command(ctx, 1)) for name, ctx in shown.items()},
    }


def _sub(parent: click.Context, name: str) -> click.Context:
    group = parent.command
    command = group.get_command(parent, name) if isinstance(group, click.Group) else None
    if command is None:
        raise LookupError(f"there is no command {name!r}")
    return click.Context(command, info_name=name, parent=parent)


def _command(ctx: click.Context, level: int) -> Iterator[str]:
    command = ctx.command
    yield f"{'#' * level} {ctx.command_path.removeprefix(_PROGRAM).strip()}\n"
    yield f"```text\n{ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}\n```\n"
    for paragraph in paragraphs(command.help or ""):
        if paragraph.startswith(LITERAL):
            kept = paragraph.removeprefix(LITERAL).strip("\n")
            yield f"```text\n{kept}\n```\n"
        else:
            yield plain(" ".join(paragraph.split())) + "\n"
    yield from _options(ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            yield from _command(_sub(ctx, name), level + 1)


def _options(ctx: click.Context) -> Iterator[str]:
    for parameter in ctx.command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None and record[1]:
            names, said = record
            yield f"{code(names)}\n: {plain(said)}\n"
