"""Backup and restore, as an operator types them."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

SECRET = "only-for-tests"


def phare(database: str, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "phare.config.cli", *map(str, words)],
        env={**os.environ, "PHARE_DATABASE_URL": database, "PHARE_SECRET_KEY": SECRET},
        capture_output=True,
        text=True,
    )


def note(database: str, word: str) -> None:
    with psycopg.connect(database) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS note (word text)")
        connection.execute("INSERT INTO note VALUES (%s)", [word])


def notes(database: str) -> list[str]:
    with psycopg.connect(database) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM note ORDER BY word")]


@pytest.fixture
def file(own_database: str, tmp_path: Path) -> Iterator[Path]:
    note(own_database, "before")
    done = phare(own_database, "backup", tmp_path / "house.dump")
    assert done.returncode == 0, done.stderr
    yield tmp_path / "house.dump"


def test_a_backup_is_for_its_owner_alone(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["house.dump"]


def test_a_restore_does_not_overwrite_by_accident(own_database: str, file: Path) -> None:
    note(own_database, "after")

    done = phare(own_database, "restore", file)

    assert done.returncode == 1
    assert "add --replace" in done.stderr
    assert notes(own_database) == ["after", "before"]


def test_a_restore_brings_everything_back_and_nothing_else(own_database: str, file: Path) -> None:
    note(own_database, "after")
    with psycopg.connect(own_database) as connection:
        connection.execute("CREATE TABLE made_later AS SELECT 1 AS one")

    done = phare(own_database, "restore", "--replace", file)

    assert done.returncode == 0, done.stderr
    assert notes(own_database) == ["before"]
    with psycopg.connect(own_database) as connection:
        row = connection.execute("SELECT to_regclass('made_later')").fetchone()
    assert row == (None,)


def test_a_broken_backup_changes_nothing(own_database: str, file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])

    done = phare(own_database, "restore", "--replace", file)

    assert done.returncode == 1
    assert notes(own_database) == ["before"]


def test_no_password_is_shown_when_something_fails(tmp_path: Path) -> None:
    done = phare("postgresql://me:hidden@127.0.0.1:9/x", "backup", tmp_path / "house.dump")

    assert done.returncode == 1
    assert "hidden" not in done.stdout + done.stderr
    assert not (tmp_path / "house.dump").exists()
