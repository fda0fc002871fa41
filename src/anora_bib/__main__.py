"""``python -m anora_bib``: the command line."""

from __future__ import annotations

from anora_bib.cli import main

main(prog_name="anora-bib")
