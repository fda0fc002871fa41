"""What all tests share: each run meets the same examples, and nothing is kept from one run to the next."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# A failure must say something of the code, not of chance or of how busy the machine is. `--hypothesis-profile=default`
# looks for new examples.
settings.register_profile(
    "anora", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("anora")


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The cache folder of commands that are run in this process is one of our own."""
    pytest.MonkeyPatch().setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
