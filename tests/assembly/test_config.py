"""Settings: what a file may say, what it may not, and who wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.assembly.config import DEFAULTS, OPTIONS, load_config
from anora_bib.errors import InputError


def test_without_a_file(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert config == DEFAULTS
    assert config.text("style") == "mla"
    assert config.list("select") == ()
    assert config.flag("unsafe") is False


def test_the_nearest_file_above(tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('style = "apa"\nignore = ["N", "D001"]\n')
    (tmp_path / "essays").mkdir()
    config = load_config(tmp_path / "essays")
    assert config.text("style") == "apa"
    assert config.list("ignore") == ("N", "D001")


def test_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "thesis"\n[tool.anora-bib]\nunsafe = true\nselect = "N"\n'
    )
    config = load_config(tmp_path)
    assert config.flag("unsafe")
    assert config.list("select") == ("N",), "one string stands for a list of one"


def test_a_pyproject_without_the_table_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('style = "apa"')
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "pyproject.toml").write_text("[tool.ruff]\n")
    assert load_config(tmp_path / "code").text("style") == "apa"


def test_folders_are_meant_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('references = ["people"]')
    (tmp_path / "essays").mkdir()
    assert load_config(tmp_path / "essays").list("references") == (str(tmp_path / "people"),)


def test_the_command_line_wins(tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('style = "apa"\nlocale = "fr-FR"')
    merged = load_config(tmp_path).merged({"style": "chicago", "locale": None, "select": ()})
    assert (merged.text("style"), merged.text("locale")) == ("chicago", "fr-FR")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('\nstile = "apa"', ":2: there is no option 'stile'; did you mean 'style'?"),
        ('style = ["apa"]', ":1: the option 'style' takes a string, not ['apa']"),
        ("unsafe = 1", ":1: the option 'unsafe' takes true or false, not 1"),
        ("a = 1\nselect = [1]", ":1: there is no option 'a'; choose from style, to,"),
        ("select = [1]", ":1: the option 'select' takes a list of strings, not [1]"),
        ("style = ", ":1: not valid TOML: Invalid value"),
        ("style = apa\n", ":1:9: not valid TOML: Invalid value"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, error: str) -> None:
    path = tmp_path / "anora-bib.toml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        load_config(tmp_path)
    assert str(caught.value).startswith(f"{path}{error}")


def test_every_option_is_read_by_something() -> None:
    package = Path(__file__).parents[2] / "src" / "anora_bib"
    code = "".join(path.read_text("utf-8") for path in (package / "cli").rglob("*.py"))
    for option in OPTIONS:
        assert code.count(f'"{option.name}"') >= 2, f"{option.name}: offered by a command and used by it"
