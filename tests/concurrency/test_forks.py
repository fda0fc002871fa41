"""A process that is forked while another thread of ours is at work: nothing waits for a thread that is not there."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from threading import Event, Thread

import pytest

import anora_bib as ab
from anora_bib.assembly import workspace as workspaces
from anora_bib.system.gc_pause import collector_at_rest
from anora_bib.system.locks import ForkSafeLock

pytestmark = [
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
    pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="there is no fork here"),
]


@contextmanager
def held_elsewhere(lock: AbstractContextManager[None]) -> Iterator[None]:
    """Another thread is inside ``lock`` all the while."""
    inside, leave = Event(), Event()

    def hold() -> None:
        with lock:
            inside.set()
            leave.wait(30)

    thread = Thread(target=hold)
    thread.start()
    assert inside.wait(30)
    try:
        yield
    finally:
        leave.set()
        thread.join()


def in_child(work: Callable[[], bool]) -> bool:
    """Does ``work`` come to an end in a forked process, and is it true there?"""
    process = multiprocessing.get_context("fork").Process(target=lambda: exit(0 if work() else 1))
    process.start()
    process.join(20)
    if process.exitcode is None:
        process.kill()
        process.join()
    return process.exitcode == 0


def test_a_lock_held_by_another_thread_is_free_in_the_child() -> None:
    lock = ForkSafeLock()

    def enter() -> bool:
        with lock:
            return True

    with held_elsewhere(lock):
        assert in_child(enter)


def test_a_lock_held_by_the_thread_that_forks_is_still_held_there() -> None:
    lock = ForkSafeLock()

    def is_free() -> bool:
        taken = Event()

        def take() -> None:
            with lock:
                taken.set()

        Thread(target=take, daemon=True).start()
        return taken.wait(0.2)

    assert in_child(is_free)
    with lock:
        assert in_child(lambda: not is_free())


LOCKS: dict[str, Callable[[ab.Workspace], AbstractContextManager[None]]] = {
    "the records": lambda workspace: workspace._loading,
    "the plugins": lambda workspace: workspace.plugins._filling,
    "the default workspace": lambda workspace: workspaces._making,
}


@pytest.mark.parametrize("what", LOCKS)
def test_a_child_checks_an_essay_while_a_thread_of_the_parent_loads(what: str) -> None:
    workspace = ab.Workspace()
    essay = ab.read_text("A title (2001).")
    with held_elsewhere(LOCKS[what](workspace)):
        assert in_child(partial(_checks, essay, workspace))


def _checks(essay: ab.Essay, workspace: ab.Workspace) -> bool:
    return isinstance(ab.check(essay, workspace=workspace), list) and isinstance(ab.check(essay), list)


def test_the_collector_does_not_stay_off_in_the_child() -> None:
    assert gc.isenabled()
    with held_elsewhere(collector_at_rest()):
        assert not gc.isenabled()
        assert in_child(gc.isenabled)
    assert gc.isenabled()
