from __future__ import annotations

import pytest

from tests.lint.essays import with_notes
from tests.lint.pipeline import diagnose, only

ROE = 'Jane Roe, "Lamps," in *Light* (Hull: Tide Press, 1978), 39. '


@pytest.mark.parametrize("words", ["Available online at: </file/lamps.pdf>.", "Available at /file/a/lamps.html."])
def test_a_path_alone(words: str) -> None:
    assert "names no host" in only(with_notes("markdown", ROE + words), "N018").message


@pytest.mark.parametrize(
    "words",
    [
        "Available online at: <https://example.org/file/lamps.pdf>.",
        "Available online at [the archive](/file/lamps.pdf).",
        "The file is online, and/or in lamps.pdf.",
    ],
)
def test_an_address_a_link_and_words(words: str) -> None:
    assert diagnose(with_notes("markdown", ROE + words), "N018") == []
