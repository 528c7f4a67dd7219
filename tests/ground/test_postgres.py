"""The embedded PostgreSQL starts anywhere, keeps what it was given and leaves nothing running."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from phare.ground import postgres_identity
from phare.ground.postgres import EmbeddedPostgres, SomebodyElseRunsIt, running
from phare.ground.postgres_binaries import NoPostgres, client_program, server_programs
from phare.ground.postgres_cluster import postmaster, serves
from phare.ground.postgres_identity import lodging

OWNER = """
import sys, time
from pathlib import Path
from phare.ground.postgres import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]), durable=False)
server.start()
print(server.process.pid, flush=True)
time.sleep(600)
"""


def rows(server: EmbeddedPostgres, statement: str, database: str = "phare") -> list[tuple]:
    with psycopg.connect(server.url(database)) as connection:
        return connection.execute(statement).fetchall()


def ended(pid: int, within: float = 10.0) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        if not Path(f"/proc/{pid}").exists() or "zombie" in Path(f"/proc/{pid}/status").read_text():
            return True
        time.sleep(0.05)
    return False


def test_it_starts_stops_and_keeps_what_was_committed(tmp_path: Path) -> None:
    with running(tmp_path / "database") as server:
        with psycopg.connect(server.url()) as connection:
            connection.execute("CREATE TABLE note AS SELECT 'kept' AS word")
        first = server.process

    with running(tmp_path / "database") as server:
        kept = rows(server, "SELECT word FROM note")

    assert kept == [("kept",)]
    assert first is not None and first.returncode == 0


def test_it_is_closed_to_others(tmp_path: Path) -> None:
    with running(tmp_path / "database") as server:
        mode = stat.S_IMODE((tmp_path / "database" / "password").stat().st_mode)
        without = f"postgresql://phare:guess@127.0.0.1:{server.port}/phare"
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(without)

    assert mode == 0o600


def test_a_killed_server_starts_again_on_its_port_with_its_rows(tmp_path: Path) -> None:
    with running(tmp_path / "database") as server:
        with psycopg.connect(server.url()) as connection:
            connection.execute("CREATE TABLE note AS SELECT 'kept' AS word")
        assert server.process is not None
        server.process.kill()
        server.process.wait()
        port = server.port

        server.spawn()
        server.wait_until_ready()

        kept = rows(server, "SELECT word FROM note")
        assert server.port == port
    assert kept == [("kept",)]


def test_a_second_one_in_the_same_folder_shares_the_first(tmp_path: Path) -> None:
    with running(tmp_path / "database") as first:
        with pytest.raises(SomebodyElseRunsIt):
            EmbeddedPostgres(tmp_path / "database").start()
        with running(tmp_path / "database") as second:
            shared = second.url()
        still_there = rows(first, "SELECT 1")

        assert shared == first.url()
        assert still_there == [(1,)]


def killed_owner(folder: Path) -> int:
    """The server of an owner who was just killed."""
    words = [sys.executable, "-c", OWNER, str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        owner.kill()
    return pid


def test_it_dies_with_an_owner_who_is_killed(tmp_path: Path) -> None:
    pid = killed_owner(tmp_path / "database")

    assert ended(pid)


def test_the_next_one_starts_at_once_after_an_owner_is_killed(tmp_path: Path) -> None:
    killed_owner(tmp_path / "database")

    with running(tmp_path / "database") as next_one:
        assert rows(next_one, "SELECT 1") == [(1,)]


def test_a_cluster_of_another_version_is_kept_aside(tmp_path: Path) -> None:
    old = tmp_path / "database" / "data"
    old.mkdir(parents=True)
    (old / "PG_VERSION").write_text("9\n")

    with running(tmp_path / "database"):
        aside = [path for path in old.parent.iterdir() if path.name.startswith("data-9-")]

    assert len(aside) == 1


def test_a_file_left_by_a_crash_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "postmaster.pid").write_text(f"{os.getpid()}\n/x\n0\n5432\n\n\n\nready\n")

    said = postmaster(tmp_path)

    assert said is not None and said.ready
    assert not serves(said.pid, tmp_path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must become somebody else")
def test_without_user_namespaces_an_ordinary_account_runs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = Path("/var/lib") / f"phare-test-{os.getpid()}"
    monkeypatch.setattr(postgres_identity, "namespaces_allowed", lambda: False)
    folder = tmp_path / "database"
    borrowed = lodging(folder, server_programs(), elsewhere)
    server = EmbeddedPostgres(folder, durable=False)
    server._lodging = borrowed
    try:
        server.start()
        answer = rows(server, "SELECT 1", "postgres")
        assert server.process is not None
        user = Path(f"/proc/{server.process.pid}").stat().st_uid
    finally:
        server.stop()
        subprocess.run(["rm", "-r", str(elsewhere)], check=True)

    assert answer == [(1,)]
    assert user != 0


def test_its_log_ends_with_the_signal_that_stopped_it(tmp_path: Path) -> None:
    with running(tmp_path / "database") as server:
        assert server.process is not None
        process = server.process

    assert process.returncode not in (-signal.SIGKILL, -signal.SIGQUIT)
    assert "database system is shut down" in server.log.read_text()


def test_a_failing_statement_is_not_written_to_the_log(tmp_path: Path) -> None:
    with running(tmp_path / "database") as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("CREATE TABLE note (word text UNIQUE)")
            connection.execute("INSERT INTO note VALUES ('canary')")
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute("INSERT INTO note VALUES ('canary')")

    assert "canary" not in server.log.read_text()


def test_a_program_that_is_nowhere_is_named() -> None:
    with pytest.raises(NoPostgres, match="pg_frobnicate"):
        client_program("pg_frobnicate")
