"""A made-up next schema, for tests of what happens when a store is older than the program."""

import shutil
import textwrap
from pathlib import Path

import pytest

from evacplan.store import migrate, rows


def add_migration(monkeypatch: pytest.MonkeyPatch, folder: Path, revision: str, body: str) -> None:
    """Let the program know one more migration; `body` is what its `upgrade` does."""
    migrations = folder / f"migrations-{revision}"
    shutil.copytree(migrate.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    head = f'from alembic import op\nrevision = "{revision}"\ndown_revision = "{rows.newest()}"\n'
    code = f"{head}def upgrade():\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n"
    (migrations / "versions" / f"{revision}_next.py").write_text(code)
    monkeypatch.setattr(migrate, "MIGRATIONS", migrations)
    monkeypatch.setattr(rows, "REVISIONS", (*rows.REVISIONS, revision))
