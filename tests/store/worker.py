"""A child process that appends to a log: run by tests that kill it, or run many at once.

`python worker.py WHERE NAME COUNT`: append one event at a time (COUNT 0: until killed), and print each sequence number
as soon as the log has acknowledged it.
"""

import sys
from datetime import UTC, datetime

from evacplan.model.events import ReviewUndone
from evacplan.store.log import open_log


def main(where: str, name: str, count: int) -> None:
    """Append and print; ends by itself only if `count` is not 0."""
    now = datetime(2025, 11, 8, tzinfo=UTC)
    with open_log(where, create=True) as log:
        done = 0
        while done < count or not count:
            done += 1
            event = ReviewUndone(done)
            (recorded,) = log.transact(lambda _past, event=event: [event], by=name, now=now)
            print(recorded.seq, flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
