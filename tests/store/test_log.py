"""What the log promises, on a SQLite file and on a PostgreSQL server alike."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from evacplan.errors import InputRefusedError, IntegrityError, StoreError
from evacplan.model.events import PlanStored, Recorded
from evacplan.store import migrate, sql
from evacplan.store.log import EventLog, open_log
from evacplan.store.place import place_of
from evacplan.store.rows import REVISIONS
from tests.store.samples import NOW, advisory_added, events, fact, plan


def append(log: EventLog, *new, by="Awa Test", now=NOW):
    return log.transact(lambda _past: new, by=by, now=now)


def execute(where: str, statement: str) -> None:
    with sql.engine_for(place_of(where)).connect() as connection, connection.begin():
        connection.execute(text(statement))


def test_what_is_appended_is_read_back_in_order(where):
    with open_log(where, create=True) as log:
        first = append(log, advisory_added(), fact(1))
        second = append(log, PlanStored(plan()), by="Bakary Essai", now=NOW + timedelta(hours=1))
        assert [recorded.seq for recorded in (*first, *second)] == [1, 2, 3]
        assert log.read() == (*first, *second)
    assert open_log(where, create=False).read() == (*first, *second)


def test_a_new_log_is_empty(where):
    log = open_log(where, create=True)
    assert log.read() == ()
    assert log.read_event(1) is None
    assert log.read_body(1) == ""
    assert log.verify() == 0


def test_a_log_that_is_not_there_reads_as_empty_and_stays_absent(where, tmp_path):
    log = open_log(where, create=False)
    assert log.read() == ()
    assert log.read_event(1) is None
    assert log.verify() == 0
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreError, match=r"no store here yet.*evacplan init"):
        append(log, fact())
    assert open_log(where, create=False).read() == ()


def test_opening_twice_makes_it_once(where):
    append(open_log(where, create=True), fact())
    assert open_log(where, create=True).verify() == 1


def test_only_the_kinds_that_are_asked_for(where):
    log = open_log(where, create=True)
    append(log, advisory_added(), fact(1), fact(2), PlanStored(plan()))
    assert [recorded.seq for recorded in log.read(kinds={"fact_set"})] == [2, 3]
    assert [recorded.seq for recorded in log.read(kinds=["plan_stored", "fact_set"])] == [2, 3, 4]
    assert log.read(kinds=[]) == ()
    with pytest.raises(ValueError, match="no such kind of event: fact_set' OR 1=1"):
        log.read(kinds=["fact_set' OR 1=1"])


def test_large_texts_are_left_out_on_demand_and_read_one_by_one(where):
    log = open_log(where, create=True)
    appended = append(log, advisory_added("Words. " * 500), PlanStored(plan()), fact())
    assert [type(recorded.event) for recorded in log.read(bodies=False)] == [type(rec.event) for rec in appended]
    assert log.read(bodies=False)[0].event.advisory.text == ""
    assert log.read(bodies=False)[1].event.plan.towns == ()
    assert log.read_body(1) == "Words. " * 500
    assert log.read_body(3) == ""
    assert log.read_event(2) == appended[1]


def test_decide_sees_everything_that_was_there(where):
    log = open_log(where, create=True)
    append(log, advisory_added("Words."), fact())
    seen = []
    log.transact(lambda past: seen.append(past) or [], by="Awa Test", now=NOW)
    log.transact(lambda past: seen.append(past) or [], by="Awa Test", now=NOW, bodies=True)
    assert seen == [log.read(bodies=False), log.read()]


def test_what_decide_raises_is_passed_on_and_nothing_is_written(where):
    log = open_log(where, create=True)
    append(log, fact(1))

    def refuse(_past: tuple[Recorded, ...]):
        raise InputRefusedError("no")

    with pytest.raises(InputRefusedError, match="no"):
        log.transact(refuse, by="Awa Test", now=NOW)
    assert log.verify() == 1


def test_all_or_nothing_when_one_event_cannot_be_kept(where):
    log = open_log(where, create=True)
    with pytest.raises(InputRefusedError, match="torn character"):
        append(log, fact(1), fact(2, reason="\ud83d\ude00"))
    assert log.read() == ()


@pytest.mark.parametrize("by", ["", " ", "Awa\0", "Awa\nTest", "\x1b[2J", "\ud800"])
def test_a_name_is_needed(where, by):
    with pytest.raises(InputRefusedError, match="a name is needed"):
        append(open_log(where, create=True), fact(), by=by)


def test_a_time_without_a_zone_is_a_mistake_of_the_program(where):
    with pytest.raises(ValueError, match="without a zone"):
        append(open_log(where, create=True), fact(), now=datetime(2025, 1, 1))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET payload = '{}'",
        "UPDATE events SET seq = 9 WHERE seq = 1",
        "DELETE FROM events WHERE seq = 2",
        "DELETE FROM events",
        "INSERT INTO events VALUES (9, '2025-01-01T00:00:00+00:00', 'x', 'review_undone', '{\"seq\"\\:1}', NULL)",
        "INSERT INTO events VALUES (1, '2025-01-01T00:00:00+00:00', 'x', 'review_undone', '{\"seq\"\\:1}', NULL)",
    ],
)
def test_nobody_changes_what_was_written(where, statement):
    log = open_log(where, create=True)
    before = append(log, fact(1), fact(2))
    with pytest.raises(DBAPIError, match=r"append-only|not the next one|UNIQUE|duplicate key"):
        execute(where, statement)
    assert log.read() == before


def test_replacing_a_row_is_refused_too(tmp_path):
    where = str(tmp_path / "evacplan.sqlite")
    log = open_log(where, create=True)
    before = append(log, fact(1), fact(2))
    with pytest.raises(DBAPIError, match="not the next one"):
        execute(where, "INSERT OR REPLACE INTO events SELECT 1, recorded_at, 'x', kind, payload, body FROM events")
    assert log.read() == before


def test_emptying_a_table_on_the_server_is_refused_too(where):
    if "://" not in where:
        pytest.skip("SQLite has no TRUNCATE")
    append(open_log(where, create=True), fact())
    with pytest.raises(DBAPIError, match="append-only"):
        execute(where, "TRUNCATE events")


def test_a_missing_event_is_noticed(where):
    log = open_log(where, create=True)
    append(log, fact(1), fact(2), fact(3))
    sqlite = "DROP TRIGGER events_no_delete"
    execute(where, "ALTER TABLE events DISABLE TRIGGER ALL" if "://" in where else sqlite)
    execute(where, "DELETE FROM events WHERE seq = 2")
    only_some = lambda: log.read(kinds=["plan_stored"])  # noqa: E731 - one more way of reading
    for attempt in (log.read, log.verify, only_some, lambda: append(log, fact(4))):
        with pytest.raises(IntegrityError, match=r"event 2 is missing|last event is number 3, but it holds 2"):
            attempt()


def test_an_event_of_an_unknown_kind_is_noticed(where):
    log = open_log(where, create=True)
    append(log, fact(1))
    execute(where, "INSERT INTO events VALUES (2, '2025-01-01T00:00:00+00:00', 'x', 'road_painted', '{}', NULL)")
    with pytest.raises(IntegrityError, match="event 2 of the log"):
        log.read()


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(events, min_size=1, max_size=4))
def test_any_event_survives_the_store(where, new):
    log = open_log(where, create=True)
    assert log.read()[len(log.read()) :] == ()
    appended = append(log, *new)
    assert [recorded.event for recorded in appended] == new
    assert log.read()[-len(new) :] == appended


def test_the_newest_schema_is_the_one_the_program_writes(where):
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - slow to import
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory.from_config(migrate.config())
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS
    open_log(where, create=True)
    with sql.engine_for(place_of(where)).connect() as connection:
        assert sql.revision_of(connection, where) == REVISIONS[-1]
        options = {"version_table": migrate.REVISION_TABLE}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), sql.EVENTS.metadata) == []


def test_asking_does_not_load_the_heavy_libraries(tmp_path):
    where = str(tmp_path / "evacplan.sqlite")
    append(open_log(where, create=True), advisory_added(), PlanStored(plan()))
    code = (
        "import sys; from evacplan.store.log import open_log;"
        f"log = open_log({where!r}, create=False); log.read(bodies=False); log.read(kinds=['plan_stored']);"
        "log.read_body(1); log.read_event(2); open_log('no/such/file', create=False).read();"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    heavy = {"sqlalchemy", "alembic", "psycopg", "platformdirs", "networkx", "yaml", "typer", "tabulate"}
    assert heavy.isdisjoint(eval(ran.stdout))  # noqa: S307 - our own list
    assert not (tmp_path / "no").exists()
