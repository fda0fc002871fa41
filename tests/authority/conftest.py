from __future__ import annotations

import pytest

from anora_bib.model import Records
from anora_bib.records.load import load_records
from anora_bib.system import resources


@pytest.fixture(scope="session")
def records() -> Records:
    """The bundled records."""
    return load_records(resources.references()).records
