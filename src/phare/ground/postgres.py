"""A PostgreSQL of one's own: for the demo, the tests and anybody who just wants to look.

It speaks TCP on 127.0.0.1 only, with a random password in a private file. It opens no Unix socket,
so neither a long path (107 bytes at most) nor a file in /tmp can be in its way.
"""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

from phare.ground.lifeline import tied
from phare.ground.postgres_binaries import server_programs
from phare.ground.postgres_cluster import (
    CARELESS,
    SETTINGS,
    USER,
    PostgresRefused,
    ensure_cluster,
    password_in,
    postmaster,
    serves,
)
from phare.ground.postgres_identity import Lodging, lodging

PATIENCE = 20.0
LOG_LIMIT = 1_000_000
HELD = "pre-existing shared memory block"  # by the children of a server that was killed
# What may be over in a moment: a port just taken, a killed server's last processes.
PASSING = ("could not bind", "lock file", "shared memory")


class SomebodyElseRunsIt(RuntimeError):
    """Another living process holds this folder's database."""


class EmbeddedPostgres:
    """One server below one folder. Whoever starts it holds the folder until `stop` or death."""

    def __init__(self, folder: Path, *, durable: bool = True, connections: int = 200) -> None:
        self.folder = folder.resolve()
        self.settings = {**SETTINGS, **({} if durable else CARELESS)}
        self.settings["max_connections"] = str(connections)
        self.log = self.folder / "log"
        self.port = 0
        self.process: subprocess.Popen[bytes] | None = None
        self._hold: IO[bytes] | None = None
        self._lodging: Lodging | None = None

    @property
    def lodging(self) -> Lodging:
        if self._lodging is None:
            self._lodging = lodging(self.folder, server_programs())
        return self._lodging

    @property
    def data(self) -> Path:
        return self.lodging.folder / "data"

    def url(self, database: str = "phare") -> str:
        password = password_in(self.folder)
        return f"postgresql://{USER}:{password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Ready when it returns. The port is a free one, and stays the same until `stop`."""
        self.hold()
        try:
            self._end_predecessor()
            ensure_cluster(self.lodging, password_in(self.folder))
            self._start_on_free_port()
        except BaseException:
            self.stop()
            raise

    def hold(self) -> None:
        """The kernel lets go when this process dies, however it dies: nothing goes stale."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        hold = (self.folder / "owner").open("ab")
        try:
            fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            hold.close()
            raise SomebodyElseRunsIt(str(self.folder)) from None
        self._hold = hold

    def spawn(self) -> subprocess.Popen[bytes]:
        """Starts the server on its port without waiting. It ends when this process does."""
        settings = {**self.settings, "port": str(self.port)}
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        program = [str(self.lodging.programs.folder / "postgres"), "-D", str(self.data), *words]
        too_long = self.log.exists() and self.log.stat().st_size > LOG_LIMIT
        with self.log.open("wb" if too_long else "ab") as log:
            self.process = subprocess.Popen(
                tied(program, last_signal=signal.SIGINT, identity=self.lodging.identity),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.lodging.folder,
                start_new_session=True,
            )
        return self.process

    def stop(self) -> None:
        """Clients are cut off, what is committed is kept. Safe to call twice."""
        process, self.process = self.process, None
        for last_word in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if process is None or process.poll() is not None:
                break
            process.send_signal(last_word)
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE / 2)
        if self._hold is not None:
            self._hold.close()
            self._hold = None

    def remove(self) -> None:
        """Everything it kept is gone."""
        self.stop()
        shutil.rmtree(self.lodging.folder, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_or_attach(self) -> None:
        """Starts it, or finds the one that another process runs in this folder."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(SomebodyElseRunsIt):
                return self.start()
            running = postmaster(self.data)
            if running and running.ready and serves(running.pid, self.data):
                self.port = running.port
                return
            time.sleep(0.1)
        raise PostgresRefused(f"Another process holds {self.folder} but its database is not up.")

    def ensure_database(self, name: str = "phare") -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if known.fetchone() is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def wait_until_ready(self) -> None:
        """The pid is compared because a file left by a crash says `ready` too.

        The children of a server that was killed hold its memory for a moment: until they are gone
        the next one is refused, and tried again.
        """
        until = time.monotonic() + PATIENCE
        while self.process is not None and time.monotonic() < until:
            if self.process.poll() is not None:
                if HELD not in self._said():
                    break
                time.sleep(0.1)
                self.spawn()
            running = postmaster(self.data)
            if running and running.ready and running.pid == self.process.pid:
                return
            time.sleep(0.01)
        raise PostgresRefused(f"PostgreSQL did not start: {self._said()}")

    def _end_predecessor(self) -> None:
        """Nobody holds the folder, yet a server may still be shutting down after its owner died."""
        before = postmaster(self.data)
        if before is None or not serves(before.pid, self.data):
            return
        with suppress(ProcessLookupError):
            os.kill(before.pid, signal.SIGINT)
        until = time.monotonic() + PATIENCE
        while serves(before.pid, self.data) and time.monotonic() < until:
            time.sleep(0.05)

    def _start_on_free_port(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            self.port = free_port()
            self.spawn()
            try:
                return self.wait_until_ready()
            except PostgresRefused:
                if time.monotonic() > until or not any(word in self._said() for word in PASSING):
                    raise
                time.sleep(0.3)

    def _said(self) -> str:
        return self.log.read_text(errors="replace")[-600:]


@contextmanager
def running(folder: Path) -> Iterator[EmbeddedPostgres]:
    """The database of `folder`: started for this block, or the one that already runs."""
    postgres = EmbeddedPostgres(folder)
    try:
        postgres.start_or_attach()
        postgres.ensure_database()
        yield postgres
    finally:
        postgres.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
