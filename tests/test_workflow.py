"""The stages: their order is data, and an order that cannot work is refused."""

from __future__ import annotations

from itertools import permutations

import pytest

from anora_bib.errors import PluginError
from anora_bib.model import Apparatus, Essay, Records
from anora_bib.parser.rule_parser import RuleParser
from anora_bib.records.memory import RecordSet
from anora_bib.workflow import Stage, analyse, stages

EMPTY = Essay.of("empty.txt", "", "text")


def note(name: str, needs: tuple[str, ...], log: list[str]) -> Stage:
    def run(apparatus: Apparatus, records: Records) -> Apparatus:
        log.append(name)
        return apparatus

    return Stage(name, run, needs)


@pytest.mark.parametrize("order", list(permutations([("find", ()), ("parse", ("find",)), ("link", ("parse", "find"))])))
def test_only_an_order_that_meets_the_needs_runs(order: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    log: list[str] = []
    listed = [note(name, needs, log) for name, needs in order]
    if [name for name, _ in order] == ["find", "parse", "link"]:
        analyse(EMPTY, RecordSet(), listed)
        assert log == ["find", "parse", "link"]
    else:
        with pytest.raises(PluginError, match="must come after"):
            analyse(EMPTY, RecordSet(), listed)


def test_the_built_in_stages_need_only_stages_there_are() -> None:
    built_in = stages(RuleParser())
    names = [stage.name for stage in built_in]
    assert len(set(names)) == len(names)
    for stage in built_in:
        assert set(stage.needs) <= set(names[: names.index(stage.name)])
