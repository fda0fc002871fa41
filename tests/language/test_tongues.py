from __future__ import annotations

import pytest

from anora_bib.language.tongues import tongue_of


@pytest.mark.parametrize(
    ("passage", "tongue"),
    [
        ("The lamps of Hull and the sea", ""),
        ("Les lampes de la mer et des quais", "fr"),
        ("Die Lampen und das Meer", "de"),
        ("Las lámparas del mar y los muelles", "es"),
        ("Lamps", ""),
    ],
)
def test_by_small_words(passage: str, tongue: str) -> None:
    assert tongue_of(passage) == tongue
