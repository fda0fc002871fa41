from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, with_notes
from tests.lint.pipeline import diagnose, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "[citation needed]",
        "[??]",
        "[Beleg fehlt]",
        "[falta la referencia]",
        "(CITE)",
        "(Halm TK)",
        "(Halm 1994, ??)",
        "(Halm 1994, XX)",
        "(see Halm, p. xxx)",
        "(vgl. Halm 1994, S. ??)",
    ],
)
def test_what_is_still_to_come(words: str, reader: str) -> None:
    claim = f"The bells were rung for the drowned {words}, and the nets were dried."
    found = only(with_notes(reader, DOE, claim=claim), "C004", reader=reader)
    assert found.message == f"a citation is still to come: “{words}”"


@pytest.mark.parametrize(
    "claim",
    [
        "The bells were rung (Halm 1994, xx).",
        "The bells were rung (Halm 1994, XX), and the nets were dried (Halm 1994, XIV).",
        "The bells were rung (who rang them??).",
        "The bells were rung (cite whom you like).",
        "An editor writes “[citation needed]” beside a line.",
        "The bells [sic] were rung [for the drowned].",
    ],
    ids=["a page in small letters", "pages in capitals", "a question", "a sentence", "a quotation", "brackets"],
)
def test_what_is_none(claim: str) -> None:
    assert diagnose(with_notes("markdown", DOE, claim=claim), "C004") == []
