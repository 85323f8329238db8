from pathlib import Path

import pytest

from tests.store.servers import KINDS, fresh_store


@pytest.fixture(params=KINDS)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place where no store is yet: a SQLite file, and an empty PostgreSQL database."""
    return fresh_store(request.param, tmp_path)
