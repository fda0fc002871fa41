from __future__ import annotations

from dataclasses import replace

from anora_bib.model import Apparatus, Essay


def test_what_is_derived_is_worked_out_once_for_each_apparatus() -> None:
    asked: list[Apparatus] = []

    def length(apparatus: Apparatus) -> int:
        asked.append(apparatus)
        return len(apparatus.essay.text)

    one = Apparatus(Essay.of("e.txt", "Fog.", "text"))
    other = replace(one, essay=Essay.of("e.txt", "Harbour.", "text"))
    assert [one.derived(length), one.derived(length), other.derived(length)] == [4, 4, 8]
    assert len(asked) == 2
    assert one == Apparatus(one.essay)
