"""Locks that a forked process can use: one that another thread held at the fork would never be released there."""

from __future__ import annotations

import os
import threading
from types import TracebackType
from typing import Final
from weakref import WeakSet


class ForkSafeLock:
    """A reentrant lock for ``with``, free in a process that was forked while a thread of the parent held it.

    What the lock guards must be whole at each step of the holder, for that thread does not go on in the child: a
    result is worked out first and stored last.
    """

    __slots__ = ("__weakref__", "_lock")

    def __init__(self) -> None:
        self._lock = threading.RLock()
        _LOCKS.add(self)

    def renew(self) -> None:
        """Forget a holder that is another thread; for a process just forked, in which no other thread runs."""
        if self._lock.acquire(blocking=False):
            self._lock.release()
        else:
            self._lock = threading.RLock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lock.release()


_LOCKS: Final[WeakSet[ForkSafeLock]] = WeakSet()


def _renew_all() -> None:
    for lock in list(_LOCKS):
        lock.renew()


if hasattr(os, "register_at_fork"):  # not where there is no fork: Windows, the browser
    os.register_at_fork(after_in_child=_renew_all)
