"""What a walk through folders leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.inputs.exclusions import Exclusions, Patterns
from anora_bib.system.folders import files_below


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name in ("a.md", "drafts/b.md", "posts/c.md", "posts/old/d.md", "vendor/e.md", "out/f.html", "out/keep/g.html"):
        path = site / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.touch()
    return site


def left(top: Path, exclusions: Exclusions) -> str:
    found = files_below(top, exclusions.below(top))
    return " ".join(str(file.relative_to(top)) for file in found if isinstance(file, Path))


ALL = "a.md drafts/b.md out/f.html out/keep/g.html posts/c.md posts/old/d.md"
PATTERNS = [
    ([], ALL),
    (["drafts"], ALL.replace("drafts/b.md ", "")),
    (["old/"], ALL.replace(" posts/old/d.md", "")),
    (["/old"], ALL),
    (["posts/old"], ALL.replace(" posts/old/d.md", "")),
    (["posts/*", "!posts/c.md"], ALL.replace(" posts/old/d.md", "")),
    (["*.md"], "out/f.html out/keep/g.html"),
    (["# a comment", "", "*.html"], "a.md drafts/b.md posts/c.md posts/old/d.md"),
]


@pytest.mark.parametrize(("lines", "expected"), PATTERNS)
def test_patterns_of_the_settings(lines: list[str], expected: str, site: Path) -> None:
    assert left(site, Exclusions([Patterns.of(site, lines)])) == expected


@pytest.mark.parametrize(("lines", "expected"), PATTERNS)
def test_gitignore_has_the_same_patterns(lines: list[str], expected: str, site: Path) -> None:
    (site / ".gitignore").write_text("\n".join(lines), "utf-8")
    assert left(site, Exclusions()) == expected
    assert left(site, Exclusions(gitignore=False)) == ALL


def test_the_nearest_gitignore_has_the_last_word(site: Path) -> None:
    (site / ".gitignore").write_text("*.html\nd.md\n", "utf-8")
    (site / "out/.gitignore").write_text("!keep/*.html\n", "utf-8")
    assert left(site, Exclusions()) == "a.md drafts/b.md out/keep/g.html posts/c.md"


def test_those_above_count_up_to_the_repository(site: Path) -> None:
    (site.parent / ".gitignore").write_text("*.html\n", "utf-8")
    (site / ".gitignore").write_text("old\n", "utf-8")
    assert left(site / "out", Exclusions()) == "f.html keep/g.html", "no repository, no files above"
    (site / ".git/info").mkdir(parents=True)
    (site / ".git/info/exclude").write_text("c.md\n", "utf-8")
    assert left(site / "out", Exclusions()) == "f.html keep/g.html", "above the repository"
    assert left(site / "posts", Exclusions()) == ""
    (site.parent / ".git").mkdir()
    assert left(site / "posts", Exclusions()) == "", "the repository in a repository is one of its own"


def test_a_folder_that_is_named_is_walked(site: Path) -> None:
    (site / ".gitignore").write_text("out\nkeep\n", "utf-8")
    (site / ".git").mkdir()
    exclusions = Exclusions([Patterns.of(site, ["posts"])])
    assert left(site / "out", exclusions) == "f.html keep/g.html"
    assert left(site / "posts", exclusions) == "c.md old/d.md"
    assert exclusions.holds(site / "posts/old/d.md")
    assert not exclusions.holds(site / "a.md")


def test_settings_may_ask_for_what_tools_fill(site: Path) -> None:
    assert "vendor/e.md" in left(site, Exclusions([Patterns.of(site, ["!vendor"])]))


def test_patterns_of_another_folder_know_names(site: Path) -> None:
    assert left(site, Exclusions([Patterns.of(site.parent / "elsewhere", ["drafts", "a.md"])])) == (
        "out/f.html out/keep/g.html posts/c.md posts/old/d.md"
    )
