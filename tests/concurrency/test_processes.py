"""What goes between processes, and a pool of them that gives exactly what one process gives."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib.assembly.plugins import load_plugins
from anora_bib.csl import Style
from tests import example_plugin
from tests.concurrency.work import SHELF, results, results_here, start

RECORD = """people:
  roe: {name: "Roe, Jane"}
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> ab.Workspace:
    """A workspace that is not the default one: a plugin, a rule less, and records of its own."""
    folder = tmp_path_factory.mktemp("records")
    (folder / "people.yaml").write_text(RECORD, "utf-8")
    return ab.Workspace(load_plugins([example_plugin], disable=["rule:N001"]), [folder])


@pytest.fixture(scope="module")
def made(here: ab.Workspace) -> Mapping[str, object]:
    return results(SHELF[0], here)


@pytest.mark.parametrize("what", ["essay", "apparatus", "check", "fix", "collect", "graph"])
def test_what_the_verbs_give_pickles(made: Mapping[str, object], what: str) -> None:
    again = pickle.loads(pickle.dumps(made[what]))
    assert again == made[what]


SMALL: dict[str, Callable[[], object]] = {
    "entry": lambda: ab.Entry.of("book", title="The Last Utopia", issued=ab.Date.of(2010)),
    "library": lambda: ab.Library((ab.Entry.of("book", key="moyn2010last"),)),
    "style": lambda: Style.load("apa"),
}


@pytest.mark.parametrize("what", SMALL)
def test_values_pickle_and_hash(what: str) -> None:
    value = SMALL[what]()
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert hash(again) == hash(value)


def test_a_workspace_pickles_before_and_after_it_is_used() -> None:
    fresh = pickle.loads(pickle.dumps(ab.Workspace()))
    used = ab.Workspace()
    expected = results(SHELF[0], used)
    assert results(SHELF[0], fresh) == expected
    assert results(SHELF[0], pickle.loads(pickle.dumps(used))) == expected


def test_a_workspace_keeps_its_plugins_and_its_records(here: ab.Workspace) -> None:
    again = pickle.loads(pickle.dumps(here))
    assert again.authority == here.authority
    assert again.authority.records.person("person/roe") is not None
    assert "count" in again.plugins.reports
    assert "N001" not in again.plugins.rules


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_pool_gives_what_one_process_gives(here: ab.Workspace, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method!r} on this system")
    context = multiprocessing.get_context(method)
    paths = SHELF[:2]
    with ProcessPoolExecutor(2, mp_context=context, initializer=start, initargs=(here,)) as pool:
        found = list(pool.map(results_here, paths))
    assert found == [results(path, here) for path in paths]


def test_an_error_comes_back_from_a_pool(here: ab.Workspace, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=start, initargs=(here,)) as pool:
        error = pool.submit(results_here, str(tmp_path / "gone.md")).exception(timeout=30)
    assert isinstance(error, ab.InputError)
    assert error.path.endswith("gone.md")
