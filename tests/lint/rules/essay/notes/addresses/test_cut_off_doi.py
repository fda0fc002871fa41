from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only

ROE = 'Jane Roe, "Lamps," *Example Review* 3 (2010): 68–78, '


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("doi", "told"),
    [
        ("doi:10.1111/j.17571707.2010.01077.", "10.1111/j.17571707.2010.01077"),
        ("https://doi.org/10.1111/j.1757-1707.2010.x.", "https://doi.org/10.1111/j.1757-1707.2010.x"),
        ("https://doi.org/10.1016/.", "https://doi.org/10.1016/"),
        ("doi: 10.1016, and more.", "doi: 10.1016"),
    ],
)
def test_it_is_not_whole(doi: str, told: str, reader: str) -> None:
    assert only(with_notes(reader, ROE + doi), "N017", reader=reader).message == f"the DOI “{told}” is not whole"


@pytest.mark.parametrize(
    "doi",
    [
        "doi:10.1111/j.1757-1707.2010.01077.x.",
        "doi:10.1111/j.1468-0424.1993.tb00172.x.",
        "https://doi.org/10.1111/nous.12345.",
        "https://doi.org/10.1016/j.lamp.2010.01.002.",
        "Hull, 12.10.2010.",
    ],
)
def test_it_is_whole(doi: str) -> None:
    assert diagnose(with_notes("markdown", ROE + doi), "N017") == []
