"""The ledger of the suite's cases that our engine is known to fail, each with its reason.

It is kept both ways: a listed case that passes is as wrong as a case that fails and is not listed.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

PATH = Path(__file__).with_name("ledger.toml")

HEAD = """\
# The cases of the official CSL test suite that our engine fails, each with the reason. Where the case itself is wrong
# or obsolete, the reason names the clause of the specification (CSL 1.0.2).

"""


def read() -> dict[str, str]:
    """The listed cases, each with its reason."""
    return dict(tomllib.loads(PATH.read_text("utf-8"))) if PATH.exists() else {}


def write(failed: Iterable[str]) -> None:
    """Lists exactly the cases given; those that were listed keep their reason, the others wait for one."""
    reasons = read()
    lines = [f"{name} = {json.dumps(reasons.get(name, ''), ensure_ascii=False)}\n" for name in sorted(failed)]
    PATH.write_text(HEAD + "".join(lines), "utf-8")
