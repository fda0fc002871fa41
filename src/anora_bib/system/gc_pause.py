"""Python's garbage collector, kept from work that finds nothing.

Rendering thousands of items, or reading thousands of notes, makes a great many objects that stay, and the cyclic
collector walks all of them again and again, the last time when it is turned on. Without it a bibliography of 1,000
items takes about a fifth less time, and a page of 1 MB ten times that of 100 kB, in place of thirteen.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident

from anora_bib.system.locks import ForkSafeLock


class _Pause:
    """The threads that are inside, and whether the collector was on before the first of them came."""

    def __init__(self) -> None:
        self.lock = ForkSafeLock()
        self.inside: list[int] = []
        self.was_on = False


_PAUSE = _Pause()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the cyclic collector off. Threads may be inside at the same time: the last to leave turns it on again.

    What was made meanwhile is then taken for old: it is looked at with all else that is, not at once.
    """
    pause = _PAUSE
    with pause.lock:
        if not pause.inside:
            pause.was_on = gc.isenabled()
            gc.disable()
        pause.inside.append(get_ident())
    try:
        yield
    finally:
        with pause.lock:
            pause.inside.remove(get_ident())
            if not pause.inside and pause.was_on:
                _count_as_old()
                gc.enable()


def _count_as_old() -> None:
    """Put all objects among the old ones, without looking at them; what a program froze for itself stays frozen."""
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def _leave_behind() -> None:
    """In a forked process: the threads of the parent never leave."""
    others = [thread for thread in _PAUSE.inside if thread != get_ident()]
    for thread in others:
        _PAUSE.inside.remove(thread)
    if others and not _PAUSE.inside and _PAUSE.was_on:
        gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_behind)
