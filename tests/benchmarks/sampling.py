"""Where the CPU time of a piece of work goes, by sampling, which slows nothing down and works at any commit."""

from __future__ import annotations

import signal
from collections import Counter
from pathlib import Path
from types import FrameType, TracebackType
from typing import Final

_EVERY: Final = 0.002
"""CPU seconds between two samples; the system may take more."""


class Sampler:
    """While it is entered, counts the module in which the work is: the innermost whose path has ``room`` in it.

    What a module outside calls or is called by, such as ``re`` or the tables of ``language``, counts for the module of
    the room that asked. ``counts`` has for each module, by its path behind ``room``, in how many samples it was met.
    """

    def __init__(self, room: str, counts: Counter[str]) -> None:
        self._room = room
        self._counts = counts
        self._names: dict[str, str] = {}

    def __enter__(self) -> None:
        signal.signal(signal.SIGPROF, self._sampled)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def _sampled(self, _: int, frame: FrameType | None) -> None:
        while frame is not None:
            path = frame.f_code.co_filename
            name = self._names.get(path)
            if name is None:
                name = self._names[path] = Path(path).as_posix().partition(self._room)[2].removesuffix(".py")
            if name:
                self._counts[name] += 1
                return
            frame = frame.f_back
        self._counts["elsewhere"] += 1
