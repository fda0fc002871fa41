"""Eight threads that share everything give exactly what one thread gives."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import anora_bib as ab
from anora_bib.assembly import workspace as workspaces
from tests.concurrency.work import SHELF, results

THREADS = 8


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads take turns as often as the interpreter allows."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture(scope="module")
def expected() -> dict[str, Mapping[str, object]]:
    """What one thread gives."""
    alone = ab.Workspace()
    return {path: results(path, alone) for path in SHELF}


@pytest.mark.usefixtures("switching")
def test_threads_that_share_a_workspace_give_what_one_gives(expected: dict[str, Mapping[str, object]]) -> None:
    shared = ab.Workspace()  # nothing of it is loaded: the threads meet where each part is first asked for
    together = Barrier(THREADS)

    def run(number: int) -> list[tuple[str, Mapping[str, object]]]:
        together.wait()
        # Each thread begins with another essay, and so each pair of essays meets at some time.
        order = [SHELF[(number + step) % len(SHELF)] for step in range(2)]
        return [(path, results(path, shared)) for path in order]

    with ThreadPoolExecutor(THREADS) as pool:
        for made in pool.map(run, range(THREADS)):
            for path, found in made:
                for verb, value in expected[path].items():
                    assert found[verb] == value, f"{verb} of {path}"


@pytest.mark.usefixtures("switching")
def test_threads_read_the_authority_records_once() -> None:
    shared = ab.Workspace()
    together = Barrier(THREADS)

    def ask(_: int) -> object:
        together.wait()
        return shared.authority

    with ThreadPoolExecutor(THREADS) as pool:
        first, *others = pool.map(ask, range(THREADS))
    assert all(other is first for other in others)


@pytest.mark.usefixtures("switching")
def test_threads_get_one_default_workspace() -> None:
    workspaces._default.cache_clear()
    together = Barrier(THREADS)

    def ask(_: int) -> ab.Workspace:
        together.wait()
        return workspaces.default_workspace()

    with ThreadPoolExecutor(THREADS) as pool:
        first, *others = pool.map(ask, range(THREADS))
    assert all(other is first for other in others)
