from __future__ import annotations

import pytest

from anora_bib.model import Date, Match, Name
from tests.lint.support import Ref, build, diagnose, ref

DOE = (Name("Doe", "John"),)
A = ref("Doe, John. A Book. 2010.", title="A Book", author=DOE, issued=Date.of(2010))
B = ref("John Doe, A Book (2010)", title="A Book", author=DOE, issued=Date.of(2010))
C = ref("Doe, John. A Book. 2nd ed. 2015.", title="A Book", author=DOE, issued=Date.of(2015))
D = ref("A film of 2024", match=Match("work/anora", 1.0))
E = ref("Anora (2024)", match=Match("work/anora", 1.0))


@pytest.mark.parametrize("items", [(A, A), (A, B), (D, E)])
def test_the_second_tells_where_the_first_is(items: tuple[Ref, Ref]) -> None:
    text = f"Text.\n* {items[0].text}\n* {items[1].text}\n"
    found = diagnose(build(text, [one for one in (A, B, D, E) if one in items]), "W003")
    assert [(one.start.line, one.message.endswith("is listed already in line 2")) for one in found] == [(3, True)]


def test_another_edition_is_another_item() -> None:
    assert diagnose(build(f"Text.\n* {A.text}\n* {C.text}\n", [A, C]), "W003") == []
