"""Results remembered: the same answers as without, and never more than the bound."""

from __future__ import annotations

import gc
import tracemalloc

from anora_bib.csl.values.collation import sort_key
from anora_bib.csl.values.richtext import parse
from anora_bib.csl.values.textcase import title_case
from anora_bib.system.memory import LONGEST, Memory, remembered


def test_a_result_is_worked_out_once() -> None:
    asked: list[str] = []

    @remembered(10_000)
    def shouted(text: str, times: int) -> str:
        asked.append(text)
        return text.upper() * times

    assert [shouted("a", 1), shouted("a", 2), shouted("a", 1)] == ["A", "AA", "A"]
    assert asked == ["a", "a"]


def test_what_is_asked_again_stays_and_the_rest_is_forgotten() -> None:
    asked: list[str] = []

    @remembered(1_000)
    def shouted(text: str) -> str:
        asked.append(text)
        return text.upper()

    for number in range(50):
        assert shouted(str(number)) == str(number)
        shouted("again")
    assert asked.count("again") == 1
    shouted("0")
    assert asked.count("0") == 2


def test_a_long_text_is_not_remembered() -> None:
    asked: list[str] = []

    @remembered(1_000_000)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert length("x" * (LONGEST + 1)) == length("x" * (LONGEST + 1)) == LONGEST + 1
    assert len(asked) == 2


def test_a_full_memory_begins_anew() -> None:
    memory: Memory[int, str] = Memory(3)
    for number in range(10):
        assert memory.keep(number, str(number)) == str(number)
        assert len(memory) <= 3
    assert memory.get(9) == "9"


def test_long_titles_do_not_stay_in_the_memory_of_the_process() -> None:
    def work() -> None:
        for number in range(20):
            title = f"{number} of <i>all</i> words " * 200
            parse(title)
            title_case(title, "en")
            sort_key(title, "en")

    work()
    gc.collect()
    tracemalloc.start()
    try:
        work()
        gc.collect()
        kept, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 50_000  # twenty titles of 5,000 characters went through three functions
