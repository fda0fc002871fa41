"""The ledgers of the cases that our engine is known to fail, each with its reason.

They are kept both ways: a listed case that passes is as wrong as a case that fails and is not listed. One is of the
official suite, the other of the fixtures of other processors.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

PATH = Path(__file__).with_name("ledger.toml")
WIDE_PATH = Path(__file__).with_name("wide_ledger.toml")

HEAD = """\
# The cases of the official CSL test suite that our engine fails, each with the reason. Where the case itself is wrong
# or obsolete, the reason names the clause of the specification (CSL 1.0.2).

"""
WIDE_HEAD = """\
# The fixtures of other processors that our engine fails, each with the reason: "Own:" a convention of that processor,
# of which the specification (CSL 1.0.2) knows nothing or says another thing, with the clause; "Open:" what ours has
# yet to do.

"""


def read(*, wide: bool = False) -> dict[str, str]:
    """The listed cases, each with its reason."""
    path = WIDE_PATH if wide else PATH
    return dict(tomllib.loads(path.read_text("utf-8"))) if path.exists() else {}


def write(failed: Iterable[str], *, wide: bool = False) -> None:
    """Lists exactly the cases given; those that were listed keep their reason, the others wait for one."""
    reasons = read(wide=wide)
    lines = [
        f"{json.dumps(name) if wide else name} = {json.dumps(reasons.get(name, ''), ensure_ascii=False)}\n"
        for name in sorted(failed)
    ]
    path, head = (WIDE_PATH, WIDE_HEAD) if wide else (PATH, HEAD)
    path.write_text(head + "".join(lines), "utf-8")
