"""`kill -9` of a web process or of the database loses no acknowledged act."""

import signal
import socket
import subprocess
import time
import uuid

import psycopg
import pytest

from phare.ground.postgres import EmbeddedPostgres
from phare.ground.postgres_binaries import client_program
from tests.embedded_database import address
from tests.house import House, filled, heard, open_house, start_web, wait_until_healthy

TICKETS = 60


@pytest.fixture
def durable_house(django_db_setup, tmp_path):
    """A house on a database server of its own, which writes to the disk before it answers."""
    server = EmbeddedPostgres(tmp_path / "database")
    server.start()
    server.ensure_database("phare")
    dump = tmp_path / "filled.sql"
    subprocess.run([client_program("pg_dump"), "-f", dump, address(filled())], check=True)
    words = [client_program("psql"), "-q", "-f", dump, "-d", server.url("phare")]
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
    house = House("", server.url("phare"))
    try:
        with socket.create_server(("127.0.0.1", 0), backlog=1024) as door:
            house.origin = f"http://127.0.0.1:{door.getsockname()[1]}"
            house.web = [start_web(house, door) for _ in range(2)]
            wait_until_healthy(door.getsockname()[1])
            yield house, server, door
    finally:
        for process in house.web:
            process.kill()
            process.wait()
        server.remove()


def kept(house, tokens):
    with psycopg.connect(house.url) as connection:
        rows = connection.execute(
            "SELECT token, series, number FROM tickets_ticket WHERE token = ANY(%s)", [tokens]
        ).fetchall()
    numbers = [(series, number) for _, series, number in rows]
    assert len(numbers) == len(set(numbers))
    return {token for token, _, _ in rows}


def taking(house):
    keys = [str(uuid.uuid4()) for _ in range(TICKETS)]
    return house.run("tests.crowds.client", house.origin, "take", *keys)


def test_a_web_process_killed_in_the_rush_loses_no_ticket(django_db_setup):
    with open_house(workers=2) as house:
        takers = [taking(house) for _ in range(3)]
        time.sleep(0.8)
        house.web[0].send_signal(signal.SIGKILL)
        given = [heard(taker) for taker in takers]
        tokens = [token for mine in given for token in mine]
        assert len(set(tokens)) == 3 * TICKETS
        assert kept(house, tokens) == set(tokens)


def killed_in_the_rush(house, server):
    """The tokens that were acknowledged, and those the database still knows after `kill -9`."""
    takers = [taking(house) for _ in range(3)]
    time.sleep(1.0)
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    server.spawn()
    server.wait_until_ready()
    given = [heard(taker) for taker in takers]
    tokens = [token for mine in given for token in mine]
    assert len(set(tokens)) == 3 * TICKETS
    return set(tokens), kept(house, tokens)


def test_the_database_killed_in_the_rush_loses_no_acknowledged_ticket(durable_house):
    house, server, _ = durable_house
    acknowledged, found = killed_in_the_rush(house, server)
    assert found == acknowledged


def test_a_database_that_does_not_wait_for_its_disk_loses_tickets(durable_house):
    """What keeps them is that an act is answered once it is on the disk, and nothing else."""
    house, server, _ = durable_house
    with psycopg.connect(house.url, autocommit=True) as connection:
        connection.execute("ALTER DATABASE phare SET synchronous_commit = off")
        connection.execute("ALTER SYSTEM SET wal_writer_delay = '10s'")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = 'phare' AND pid <> pg_backend_pid()"
        )
    acknowledged, found = killed_in_the_rush(house, server)
    assert found < acknowledged
