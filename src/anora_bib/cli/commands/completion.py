"""``anora-bib completion``: what makes a shell complete commands, options and their values."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.output import emit

SHELLS = ("bash", "zsh", "fish")
_COMMAS = 'string split "," $completion', 'string split --max 1 "," $completion'
"""Click's script for fish would cut off a value behind its first comma: "N001,M002"."""


@click.command("completion", short_help="Completion for bash, zsh or fish.")
@click.argument("shell", type=click.Choice(SHELLS), shell_complete=COMPLETERS["shell"])
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and values: styles, rules, formats, citation keys, files.

    \b
    Example:
      eval "$(anora-bib completion bash)"
      anora-bib completion fish > ~/.config/fish/completions/anora-bib.fish
    """
    program = ctx.find_root().command
    completion = get_completion_class(shell)
    if completion is None:  # click knows all three
        raise click.UsageError(f"there is no completion for {shell}")
    script = completion(program, {}, "anora-bib", "_ANORA_BIB_COMPLETE").source()
    emit(script.replace(*_COMMAS), None)
