from __future__ import annotations

import pytest
from lint_support import build, cites, diagnose, ref

from anora_bib.model import Citation, Cite, Place, Relation
from anora_bib.spans import Span

LISTED = ref("Doe, John. A Book. 2010.", title="A Book")


def citation(*references: int) -> Citation:
    return Citation("(Roe 2009, 14)", Span(0, 14), Place.PARENTHESIS, Relation.CITES, tuple(map(Cite, references)))


def test_it_is_named_with_the_list_it_is_missing_from() -> None:
    found = build(f"(Roe 2009, 14) has it.\n* {LISTED.text}\n", [LISTED], extra=cites(citation()))
    (one,) = diagnose(found, "W002")
    assert one.message == "“(Roe 2009, 14)” cites a work that “Works Cited” does not list"


@pytest.mark.parametrize(
    ("text", "references"), [(f"(Roe 2009, 14) has it.\n* {LISTED.text}\n", (0,)), ("(Roe 2009, 14) has it.\n", ())]
)
def test_listed_or_no_list(text: str, references: tuple[int, ...]) -> None:
    assert diagnose(build(text, [LISTED], extra=cites(citation(*references))), "W002") == []
