"""The demo centre in real processes: what journeys, crawls and crowds are tried on.

The database is filled once for a whole run, and cloned for each test module that opens a house.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from psycopg import sql

from tests.embedded_database import RUN, address, drop, maintenance, template

MOMENT = datetime(
    2026, 11, 18, 10, 40, tzinfo=ZoneInfo("Europe/Brussels")
)  # a Wednesday, like any open day
ROOT = Path(__file__).parents[1]
PATIENCE = 60.0
WEB = ("phare.config.cli", "web")


@dataclass
class House:
    """A running Phare: its address, its database, and its web processes."""

    origin: str
    url: str
    web: list[subprocess.Popen] = field(default_factory=list)
    door: socket.socket | None = None

    def run(self, *words: str) -> subprocess.Popen:
        """Starts `python -m words` on this house's database; its answer is read later."""
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env=environment(self.url),
            stdout=subprocess.PIPE,
        )

    def said(self, *words: str) -> Any:
        """What `python -m words` prints, as JSON."""
        return heard(self.run(*words))


def heard(process: subprocess.Popen) -> Any:
    printed, _ = process.communicate(timeout=180)
    assert process.returncode == 0
    return json.loads(printed)


def environment(url: str) -> dict[str, str]:
    return {
        **os.environ,
        "PHARE_DATABASE_URL": url,
        "PHARE_SECRET_KEY": "only-for-tests",
        "PHARE_NOW": MOMENT.isoformat(),
        "PHARE_HOSTS": "127.0.0.1,localhost,.localhost",
        "DJANGO_SETTINGS_MODULE": "phare.config.settings",
    }


def filled() -> str:
    """The name of the filled database; the first process that needs it makes it."""
    name = f"{os.environ[RUN]}_filled"
    with maintenance() as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        made = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if made.fetchone() is None:
            half = f"{name}_half"
            copy(template(), half)
            words = [sys.executable, "-m", "tests.fill_house", MOMENT.isoformat()]
            subprocess.run(words, cwd=ROOT, env=environment(address(half)), check=True)
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(rename.format(sql.Identifier(half), sql.Identifier(name)))
    return name


def copy(source: str, name: str) -> None:
    with maintenance() as connection:
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(words.format(sql.Identifier(name), sql.Identifier(source)))


@contextmanager
def open_house(
    workers: int = 1, web: tuple[str, ...] = WEB, said: Path | None = None
) -> Iterator[House]:
    """A house of one's own with that many web processes, closed and dropped at the end.

    `web` is the module that serves, with its words; crowds give one with a lock taken away. `said`
    is the file that everything the web processes say is written to.
    """
    name = f"{os.environ[RUN]}_house_{os.getpid()}_{time.monotonic_ns()}"
    copy(filled(), name)
    house = House("", address(name))
    try:
        with socket.create_server(("127.0.0.1", 0), backlog=1024) as door:
            house.origin, house.door = f"http://127.0.0.1:{door.getsockname()[1]}", door
            for _ in range(workers):
                house.web.append(start_web(house, door, web, said))
            wait_until_healthy(door.getsockname()[1])
            yield house
    finally:
        for process in house.web:
            process.kill()
            process.wait()
        drop(name)


def start_web(
    house: House, door: socket.socket, web: tuple[str, ...] = WEB, said: Path | None = None
) -> subprocess.Popen:
    words = [sys.executable, "-m", *web, str(door.fileno())]
    surroundings = environment(house.url)
    if said is None:
        return subprocess.Popen(words, cwd=ROOT, env=surroundings, pass_fds=[door.fileno()])
    with said.open("a") as log:
        return subprocess.Popen(
            words, cwd=ROOT, env=surroundings, pass_fds=[door.fileno()], stdout=log, stderr=log
        )


def wait_until_healthy(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        asked = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            asked.request("GET", "/healthz")
            if asked.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            asked.close()
    raise TimeoutError("the house did not open")
