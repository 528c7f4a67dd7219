"""A house to measure: the demo centre on a database of its own that writes to the disk."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from phare.ground.postgres import EmbeddedPostgres
from tests.house import MOMENT, ROOT, WEB, House, environment, start_web, wait_until_healthy


@contextmanager
def opened(
    workers: int = 2, web: tuple[str, ...] = WEB, dropped: list[str] | None = None
) -> Iterator[House]:
    """As `make demo` would run it: embedded PostgreSQL, that many web processes."""
    with tempfile.TemporaryDirectory() as folder:
        server = EmbeddedPostgres(Path(folder) / "database")
        server.start()
        server.ensure_database("phare")
        house = House("", server.url("phare"))
        try:
            fill(house.url)
            with psycopg.connect(house.url) as connection:
                for words in dropped or []:
                    connection.execute(words)
            with socket.create_server(("127.0.0.1", 0), backlog=1024) as door:
                house.origin = f"http://127.0.0.1:{door.getsockname()[1]}"
                house.web = [start_web(house, door, web) for _ in range(workers)]
                wait_until_healthy(door.getsockname()[1])
                yield house
        finally:
            for process in house.web:
                process.kill()
                process.wait()
            server.remove()


def fill(url: str) -> None:
    given = {**environment(url), "DJANGO_SETTINGS_MODULE": "phare.config.settings"}
    for words in (
        ("phare.config.cli", "migrate"),
        ("tests.fill_house", MOMENT.isoformat()),
    ):
        subprocess.run(
            [sys.executable, "-m", *words], cwd=ROOT, env={**os.environ, **given}, check=True,
            stdout=sys.stderr,
        )  # fmt: skip
