"""``anora-bib doctor``: what is installed, and what is wrong with that."""

from __future__ import annotations

import os
import sys

import click

from anora_bib.cli.colour import line_width, on_terminal, paint
from anora_bib.cli.options import settings
from anora_bib.cli.output import emit
from anora_bib.cli.session import Session
from anora_bib.reports.base import Tone
from anora_bib.text.characters import printable_line


@click.command("doctor", short_help="What is installed, and what is wrong with that.")
@settings("cache", "cache-dir")
def command(session: Session) -> None:
    """Say which version, packages, extras, plugins, settings, records and styles there are. Exits with 1 if any fails.

    \b
    Example:
      anora-bib doctor
    """
    from anora_bib.doctor import Sign, examine

    colour = paint(None)
    shown = f"{line_width(None)} columns" if on_terminal() else "no terminal"
    encoding = getattr(sys.stdout, "encoding", "") or "no encoding"
    wants = " ".join(f"{name}={os.environ[name]}" for name in ("NO_COLOR", "FORCE_COLOR", "TERM") if name in os.environ)
    signs = [*examine(session.workspace, session.config), Sign("output", f"{encoding}, {shown} {wants}".strip())]
    wide = max(len(sign.what) for sign in signs)
    for sign in signs:
        mark = colour("wrong", Tone.ERROR) if sign.wrong else colour("ok   ", Tone.GOOD)
        emit(f"{mark} {sign.what:<{wide}}  {printable_line(sign.state)}", None, styled=True)
    session.exit(findings=any(sign.wrong for sign in signs))
