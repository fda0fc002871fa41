"""How long 10,000 entries take to be read and written, beside a bare split of the same file by bibtexparser.

    ANORA_BIB_MATERIAL=FOLDER python3 -m tests.benchmarks.bib_speed

FOLDER/acl.bib is the file (see ``tests/formats/bibtex/material.py``); without it, entries of one form are made up.
Times are CPU seconds, the least of three. It asserts nothing.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

from anora_bib.formats.bibtex import BibTeX
from anora_bib.model import Library
from tests.formats.bibtex.material import find

_MADE_UP = """@inproceedings{{roe-{0}, title = "On the {{H}}ours of {{HBO}} {0}", author = "Roe, Ann{0} and Poe, Bo",
    booktitle = "Proceedings of Something", month = jul, year = "2020", address = "Online", pages = "{0}--9{0}",
    url = "https://www.example.org/{0}", doi = "10.1000/x{0}"}}
"""


def least(work: Callable[[], object]) -> float:
    """The least CPU time of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the times and their ratios."""
    from bibtexparser.splitter import Splitter

    logging.disable(logging.CRITICAL)
    path = find("acl.bib")
    text = path.read_text("utf-8") if path else "\n".join(_MADE_UP.format(number) for number in range(10_000))
    split = least(lambda: Splitter(text).split())
    read = least(lambda: BibTeX().load(text, "refs.bib"))
    loaded = BibTeX().load(text, "refs.bib")
    library = Library(loaded.entries, (), loaded.blocks)
    write = least(lambda: BibTeX().dump(library))
    for name, seconds in (("bare split", split), ("read", read), ("write", write)):
        sys.stdout.write(f"{name:12}{seconds:7.2f} s{seconds / split:7.2f} of a bare split\n")


if __name__ == "__main__":
    main()
