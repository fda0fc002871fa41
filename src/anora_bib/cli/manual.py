"""The manual page: what click knows of the commands, in the macros of man(7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import Final

import click

from anora_bib.about import PAGE, VERSION

LITERAL: Final = "\b"
"""What marks a paragraph of a help text whose lines are kept."""

_END: Final = {
    "EXIT STATUS": "0 if all is fine, 1 for findings of check, a change that fix --diff shows, or an input that "
    "failed, 2 for wrong usage or settings.",
    "ENVIRONMENT": "NO_COLOR turns colours off, FORCE_COLOR turns them on wherever the output goes. "
    "COLUMNS is the width of the terminal.",
    "FILES": "anora-bib.toml, or [tool.anora-bib] of pyproject.toml, in the current folder or the nearest above it, "
    "holds settings.",
}
"""What no command says of itself."""


def page(root: click.Context) -> str:
    """The page of a group and all its commands."""
    group = root.command
    if not isinstance(group, click.Group):
        raise TypeError("a manual page is made of a group of commands")
    name = root.info_name or "anora-bib"
    lines = [f'.TH "{name.upper()}" "1" "" "{name} {VERSION}" "User Commands"', ".SH NAME"]
    first, *_ = paragraphs(group.help or "")
    lines.append(f"{_text(name)} \\- {_text(first.rstrip('.'))}")
    lines += [".SH SYNOPSIS", f".B {_text(name)}", "[OPTIONS] COMMAND [ARGS]..."]
    lines += [".SH DESCRIPTION", *_help(group.help or ""), ".SH OPTIONS", *_options(group, root), ".SH COMMANDS"]
    for command_name in group.list_commands(root):
        command = group.get_command(root, command_name)
        if command is not None and not command.hidden:
            lines += _command(command, click.Context(command, info_name=command_name, parent=root), ".SS")
    for title, paragraph in _END.items():
        lines += [f".SH {title}", _text(paragraph)]
    lines += [".SH SEE ALSO", _text(PAGE)]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, ctx: click.Context, macro: str) -> Iterator[str]:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    yield f'{macro} "{_text(ctx.command_path)} {_text(pieces)}"'.replace("[OPTIONS] ", "")
    yield from _help(command.help or "")
    yield from _options(command, ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner is not None:
                yield from _command(inner, click.Context(inner, info_name=name, parent=ctx), ".SS")


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            names, said = record
            yield from (".TP", f"\\fB{_text(names)}\\fR", _text(said) or "\\&")


def _help(text: str) -> Iterator[str]:
    for paragraph in paragraphs(text):
        if paragraph.startswith(LITERAL):
            kept = paragraph.removeprefix(LITERAL).strip("\n").split("\n")
            yield from (".PP", ".nf", *map(_text, kept), ".fi")
        else:
            yield from (".PP", _text(" ".join(paragraph.split())))


def paragraphs(text: str) -> Iterable[str]:
    """The paragraphs of a help text, each without the indent of the code."""
    return (paragraph.strip(" \n") for paragraph in cleandoc(text).split("\n\n") if paragraph.strip())


def _text(text: str) -> str:
    """Text that no macro and no escape is read in."""
    shown = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{shown}" if shown.startswith((".", "'")) else shown
