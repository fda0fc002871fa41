"""The library as the design shows it: the verbs, what they take and what they give."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Apparatus, Entry, Essay, Library

NOTES = Path(__file__).parents[2] / "examples" / "shelf" / "03-wedding-tapes.md"
FISHER = "Fisher, Mark. Capitalist Realism. Zero Books. 2009."


@pytest.mark.parametrize(
    "verb", "read apparatus check fix collect load parse format dump cross_reference hookimpl".split()
)
def test_every_verb_is_exported_and_told_of(verb: str) -> None:
    assert verb in ab.__all__
    assert verb == "hookimpl" or inspect.getdoc(getattr(ab, verb))


def test_exports_are_sorted_and_there() -> None:
    assert list(ab.__all__) == sorted(ab.__all__)
    assert all(hasattr(ab, name) for name in ab.__all__)


def test_read_apparatus_check_fix() -> None:
    essay = ab.read(str(NOTES))
    assert isinstance(essay, Essay)
    found = ab.apparatus(essay)
    assert isinstance(found, Apparatus)
    assert [note.label for note in found.notes] == list("1234567")
    problems = ab.check(essay)
    assert isinstance(problems, list)
    assert all(isinstance(problem, Diagnostic) for problem in problems)
    fixed = ab.fix(essay)
    assert isinstance(fixed.text, str)
    assert len(fixed.applied) + len(fixed.remaining) > 0


def test_found_things_carry_text_span_and_label() -> None:
    found = ab.apparatus(ab.read(NOTES))
    for note in found.notes:
        assert note.span.of(found.essay.text) == note.text
    for marker in found.markers:
        assert marker.label in marker.span.of(found.essay.text)
    for attribution in found.attributions:
        assert attribution.span.of(found.essay.text) == attribution.text


def test_parse_gives_a_list() -> None:
    (entry,) = ab.parse(FISHER)
    assert isinstance(entry, Entry)
    assert entry.to_csl()["title"] == "Capitalist Realism"
    assert entry.text == FISHER
    author = entry.fields["author"]
    assert author.span is not None
    assert author.span.of(FISHER) == "Fisher, Mark"
    assert 0 < author.confidence <= 1
    assert ab.parse("") == []


def test_collect_format_dump_load(tmp_path: Path) -> None:
    library = ab.collect([ab.read(NOTES)])
    assert isinstance(library, Library)
    assert isinstance(library.to_csl(), list)
    assert "Macaulay" in ab.format(library, style="mla", to="html")
    path = tmp_path / "references.bib"
    path.write_text(ab.dump(library, to="bibtex"), "utf-8")
    assert len(ab.load(path)) == len(library)


def test_formatted_text_is_for_reading() -> None:
    text = ab.format(ab.parse(FISHER), style="mla", to="text")
    assert text.strip().startswith("Fisher, Mark.")
    assert "<" not in text
    assert "2009" in text


def test_cross_reference_gives_a_graph() -> None:
    graph = ab.cross_reference([ab.read(NOTES)])
    assert "Pretty Woman" in graph.targets.values()


def test_json_of_a_diagnostic_has_the_keys_of_the_design() -> None:
    (first, *_) = ab.check(ab.read(NOTES))
    keys = "code message path line column end_line end_column severity applicability evidence fix"
    assert set(first.to_json()) >= set(keys.split())
