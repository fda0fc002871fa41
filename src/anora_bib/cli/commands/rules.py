"""``anora-bib rules``: the rules there are."""

from __future__ import annotations

import click

from anora_bib.cli.options import settings
from anora_bib.cli.output import say
from anora_bib.cli.session import Session
from anora_bib.cli.tables import columns_option, emit_table
from anora_bib.lint.rule import Documented

HEADER = ("code", "name", "fix", "severity", "runs", "what it finds")
SPARE = ("severity", "fix")


@click.command("rules", short_help="The rules there are.")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@settings("select", "ignore")
@columns_option
def command(session: Session, words: tuple[str, ...], columns: tuple[str, ...]) -> None:
    """List the rules that `check` holds against essays and bibliography files; with WORDS, those that have them all.

    Words are looked for in the code, the name and what is found. Rules that run only with --pedantic, or if --select
    names them, are marked as such. The exit status is 1 if no rule is meant.

    \b
    Example:
      anora-bib rules
      anora-bib rules note
      anora-bib rules --select N,M
    """
    from anora_bib.lint.select import select

    rules: tuple[Documented, ...] = tuple(session.workspace.plugins.rules)
    chosen = session.config.list("select"), session.config.list("ignore")
    rows = [_row(rule) for rule in select(rules, *chosen, pedantic=True) if rule.has(" ".join(words))]
    if rows:
        emit_table(HEADER, rows, columns=columns, spare=SPARE)
    else:
        say(f"no rule matches {' '.join(words)}; `anora-bib rules` lists all")
    session.exit(findings=not rows)


def _row(rule: Documented) -> tuple[str, ...]:
    runs = "pedantic" if rule.pedantic else "always"
    return (rule.code, rule.name, str(rule.availability), str(rule.severity), runs, rule.summary)
