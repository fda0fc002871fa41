"""The collector is off while anyone is inside, and then as it was before."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from anora_bib.system.gc_pause import collector_at_rest


def test_it_is_on_again_once_all_have_left() -> None:
    together = Barrier(4)

    def work(_number: int) -> list[bool]:
        seen = []
        for _ in range(50):
            together.wait()
            with collector_at_rest():
                seen.append(gc.isenabled())
        return seen

    with ThreadPoolExecutor(4) as pool:
        assert not any(any(seen) for seen in pool.map(work, range(4)))
    assert gc.isenabled()


def test_whoever_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_at_rest(), collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_error_inside_turns_it_on_again() -> None:
    with pytest.raises(ValueError, match="no"), collector_at_rest():
        raise ValueError("no")
    assert gc.isenabled()
