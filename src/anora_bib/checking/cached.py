"""Files checked once: what came of a file is kept, and given again as long as nothing that it rests on has changed.

A key is a hash of all of that: the content and path of the files of a task, the settings, the authority records, the
plugins, and this package itself. What is kept is data (JSON in SQLite), never code: a cache may come from elsewhere.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import pluggy

from anora_bib.about import VERSION
from anora_bib.checking.files import STANDARD_INPUT, Checked, Outcome, Task
from anora_bib.diagnostics import Applicability, Diagnostic, Severity, SourceFix
from anora_bib.errors import InputError
from anora_bib.system.files import read_bytes
from anora_bib.text.excerpts import SourceLine
from anora_bib.text.spans import Position, SourceEdit, SourceSpan

FILE: Final = "checked.sqlite3"
_DAY: Final = 24 * 60 * 60
_KEPT: Final = 30
"""Days for which a result is kept that nobody asks for."""

RunAll = Callable[[Sequence[Task]], list[Outcome]]


class CheckedCache:
    """What came of tasks, by keys.

    Args:
        folder: where the cache is kept; made if it is not there.
        basis: what all results of a run rest on (see :func:`basis`).

    A cache that cannot be read or written keeps nothing, and nothing else fails for it; ``problem`` says why.
    """

    def __init__(self, folder: Path, basis: str) -> None:
        self._path = folder / FILE
        self._basis = basis
        self.problem = ""

    def run_all(
        self, todo: Sequence[Task], run: RunAll, *, keep: Callable[[], bool] = lambda: True
    ) -> tuple[list[Outcome], int]:
        """The outcome of each task in order, and how many of them were known.

        ``run`` works out the others, if there are any, and ``keep`` says after it whether they are worth keeping.
        """
        keys = [self._key(task) for task in todo]
        known = self._read([key for key in keys if key])
        outcomes: dict[int, Outcome] = {}
        for task, key in zip(todo, keys, strict=True):
            if key in known and (outcome := _outcome(task, known[key])) is not None:
                outcomes[id(task)] = outcome
        unknown = [task for task in todo if id(task) not in outcomes]
        hits = len(outcomes)
        if unknown:
            outcomes |= zip(map(id, unknown), run(unknown), strict=True)
        by_task = dict(zip(map(id, todo), keys, strict=True))
        worth = unknown if unknown and keep() else []
        new = {key: _data(outcomes[id(task)]) for task in worth if (key := by_task[id(task)])}
        self._write({key: data for key, data in new.items() if data}, known)
        return [outcomes[id(task)] for task in todo], hits

    def _key(self, task: Task) -> str:
        """The key of a task; "" for one whose files cannot be read, or only once."""
        digest = blake2b(self._basis.encode("utf-8"), digest_size=20)
        try:
            for name, data in _contents(task):
                for part in (name.encode("utf-8", "surrogateescape"), data):
                    digest.update(len(part).to_bytes(8, "little"))
                    digest.update(part)
        except InputError:
            return ""
        return digest.hexdigest() if all(file.path != STANDARD_INPUT for file in task.files) else ""

    def _read(self, keys: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        try:
            if self._path.is_file():
                with closing(self._connection()) as connection:
                    for key in keys:
                        row = connection.execute("SELECT data FROM outcomes WHERE key = ?", (key,)).fetchone()
                        if row is not None:
                            found[key] = row[0]
        except (sqlite3.Error, OSError) as error:
            self.problem = str(error)
        return found

    def _write(self, new: Mapping[str, str], used: Iterable[str]) -> None:
        today = int(time.time()) // _DAY
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(self._connection()) as connection, connection:
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS outcomes (key TEXT PRIMARY KEY, used INTEGER, data TEXT) WITHOUT ROWID"
                )
                rows = ((key, today, data) for key, data in new.items())
                connection.executemany("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", rows)
                seen = ((today, key, today) for key in used)
                connection.executemany("UPDATE outcomes SET used = ? WHERE key = ? AND used <> ?", seen)
                connection.execute("DELETE FROM outcomes WHERE used < ?", (today - _KEPT,))
        except (sqlite3.Error, OSError) as error:
            self.problem = str(error)

    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=2)


def basis(settings: Iterable[str], records: Iterable[Path], plugins: Iterable[str]) -> str:
    """What the results of a run rest on, beside the files: the settings, the records, the plugins, and our own code.

    Raises:
        InputError: a file of the records cannot be read.
    """
    digest = blake2b(digest_size=20)
    parts = [VERSION, sys.version, unicodedata.unidata_version, *settings, "", *plugins, "", *_installed()]
    for part in parts:
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    for folder in records:
        for path in sorted(folder.rglob("*.y*ml")):
            digest.update(str(path).encode("utf-8", "surrogateescape") + b"\0" + read_bytes(path) + b"\0")
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    """Our own files and the folder of what is installed beside it, by what changes when they do."""
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            state = path.stat()
            yield f"{path} {state.st_size} {state.st_mtime_ns}"
    yield str(Path(pluggy.__file__).parent.parent.stat().st_mtime_ns)


def _contents(task: Task) -> Iterator[tuple[str, bytes]]:
    """All that a task reads, under names.

    Raises:
        InputError: a file of it cannot be read.
    """
    for file in task.files:
        yield f"{file.path} {file.named}", read_bytes(file.path)
    if task.keyed is not None:
        yield from task.keyed.contents()


def _data(outcome: Outcome) -> str:
    """An outcome as JSON; "" for one that is not kept, since a file could not be read or is shown whole."""
    if outcome.problems or any(one.error or one.page for one in outcome.files):
        return ""
    files = [
        [[_plain(it) for it in one.broken], [_plain(it) for it in one.findings], one.lines] for one in outcome.files
    ]
    return json.dumps([files, [_plain(it) for it in outcome.citations], dict(outcome.cited)], ensure_ascii=True)


def _outcome(task: Task, data: str) -> Outcome | None:
    """The outcome of a task that was kept; None for what we did not write."""
    try:
        files, citations, cited = json.loads(data)
        checked = tuple(
            Checked(file, None, tuple(map(_diagnostic, broken)), tuple(map(_diagnostic, findings)), _lines(lines))
            for file, (broken, findings, lines) in zip(task.files, files, strict=True)
        )
        places = {path: _lines(lines) for path, lines in cited.items()}
        return Outcome(checked, tuple(map(_diagnostic, citations)), cited=places)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _lines(lines: Sequence[Any]) -> tuple[SourceLine, ...]:
    return tuple(SourceLine(*line) for line in lines)


def _plain(it: Diagnostic) -> list[object]:
    fix = it.fix
    edits = [[*edit.span, edit.replacement] for edit in fix.edits] if fix else []
    told = [fix.title, edits, str(fix.applicability)] if fix else None
    place = [*it.span, *it.start, *it.end]
    return [it.code, it.rule, it.message, it.path, place, str(it.severity), list(it.evidence), told]


def _diagnostic(data: Sequence[Any]) -> Diagnostic:
    code, rule, message, path, (start, end, *lines), severity, evidence, told = data
    fix = None
    if told is not None:
        title, edits, applicability = told
        made = tuple(SourceEdit(SourceSpan(begin, stop), new) for begin, stop, new in edits)
        fix = SourceFix(title, made, Applicability(applicability))
    span, first, last = SourceSpan(start, end), Position(*lines[:2]), Position(*lines[2:])
    return Diagnostic(code, rule, message, path, span, first, last, Severity(severity), tuple(evidence), fix)
