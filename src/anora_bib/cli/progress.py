"""Progress bars: on a terminal only, on standard error, and only for what takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Final, TypeVar

from anora_bib.cli.output import QUIET, verbosity

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE: Final = 1.0
"""Seconds for which nothing is shown."""

T = TypeVar("T")
Advance = Callable[[Sequence[object]], None]


def progress(items: Sequence[T], doing: str) -> Iterator[T]:
    """The items, with a bar that tells how many are done."""
    with counting(len(items), doing) as advance:
        for item in items:
            yield item
            advance([item])


@contextmanager
def counting(total: int, doing: str) -> Iterator[Advance]:
    """What is told of each lot that is done, and shows how many of all that is, once a second has passed."""
    if sys.stderr is None or not sys.stderr.isatty() or verbosity() <= QUIET:
        yield lambda _done: None
        return
    bar = _LateBar(total, doing)
    timer = Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.advance
    finally:
        timer.cancel()
        bar.stop()


class _LateBar:
    """A bar that may be shown from another thread, while this one counts."""

    def __init__(self, total: int, doing: str) -> None:
        self._total, self._doing = total, doing
        self._done = 0
        self._lock = Lock()
        self._bar: Progress | None = None
        self._over = False

    def show(self) -> None:
        """Begin to show it."""
        from rich.console import Console
        from rich.progress import Progress

        with self._lock:
            if self._over:
                return
            self._bar = Progress(console=Console(stderr=True), transient=True)
            # A bar of one item would stand still: it says that something is done, not how much.
            self._task = self._bar.add_task(self._doing, total=self._total if self._total > 1 else None)
            self._bar.advance(self._task, self._done)
            self._bar.start()

    def advance(self, done: Sequence[object]) -> None:
        """So many more are done."""
        with self._lock:
            self._done += len(done)
            if self._bar is not None:
                self._bar.advance(self._task, len(done))

    def stop(self) -> None:
        """Take it away, and never show it again."""
        with self._lock:
            self._over = True
            if self._bar is not None:
                self._bar.stop()
