"""The language of a running text."""

from __future__ import annotations

import pytest

from anora_bib.find.prose.tongue import tongue
from anora_bib.model import Apparatus, Essay
from tests.find.support import paragraphs, with_prose


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The quay is open, and the crane stands in the fog of the harbour.", "en"),
        ("Der Kai ist offen, und die Kräne stehen im Nebel über dem Hafen.", "de"),
        ("Le quai est ouvert et les grues sont dans la brume sur le port.", "fr"),
        ("El muelle y las grúas del puerto están en la niebla para siempre.", "es"),
        ("Il molo della città e le gru dei cantieri sono nel porto per gli ospiti.", "it"),
        ("", "en"),
    ],
)
def test_tongue(text: str, code: str) -> None:
    cut = with_prose(Apparatus(Essay.of("e.txt", text, "text"), body=paragraphs(text)))
    assert tongue(cut.prose) == code
