"""Separate processes that meet at one table, so that a race is run and not hoped for."""

import subprocess
import sys
import time

import psycopg
from psycopg import sql

from tests.house import ROOT, environment

PATIENCE = 60.0
WAITING = """SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'"""


def started(words: str, url: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", words], cwd=ROOT, env=environment(url))


def met(words: str, url: str, *, table: str, processes: int) -> list[int]:
    """What `processes` processes of those `words` answer that all wrote to `table` at once.

    The table can be read and not written until each of them waits: for the table, or for whatever
    they let one another through by. Then all go on.
    """
    with psycopg.connect(url) as connection:
        hold = sql.SQL("LOCK TABLE {} IN SHARE MODE")
        connection.execute(hold.format(sql.Identifier(table)))
        senders = [started(words, url) for _ in range(processes)]
        wait_until(processes, url, senders)
    return [one.wait(PATIENCE) for one in senders]


def wait_until(waiting: int, url: str, senders: list[subprocess.Popen]) -> None:
    until = time.monotonic() + PATIENCE
    with psycopg.connect(url, autocommit=True) as connection:
        while time.monotonic() < until:
            row = connection.execute(WAITING).fetchone()
            if row is not None and row[0] >= waiting:
                return
            assert all(one.poll() is None for one in senders), "one went through before they met"
            time.sleep(0.05)
    raise TimeoutError("the processes did not meet")
