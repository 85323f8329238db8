"""Run by alembic, inside the connection and the transaction that `evacplan.store.migrate` opened."""

from alembic import context


def run() -> None:
    """Bring the schema to the revision that was asked for; the caller commits."""
    attributes = context.config.attributes
    context.configure(connection=attributes["connection"], version_table=attributes["version_table"])
    context.run_migrations()


if __name__ == "env_py":  # the name under which alembic loads this file; nothing happens on an ordinary import
    run()
