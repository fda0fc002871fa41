"""Where results go: what is printed, and how it ends."""

from __future__ import annotations

import pytest

from anora_bib.cli.output import emit


@pytest.mark.parametrize(("text", "printed"), [("", ""), ("a", "a\n"), ("a\n", "a\n")])
def test_text_ends_in_a_line_end(text: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    emit(text, None)
    assert capsys.readouterr().out == printed
