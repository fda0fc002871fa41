"""What all tests share: nothing is kept from one run of them to the next."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The cache folder of commands that are run in this process is one of our own."""
    pytest.MonkeyPatch().setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
