"""The demo loads its year once, and knows by a mark on the database that it has."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
from django.db import connection

from phare.faces.console import demonstration

MORNING = datetime(2026, 11, 20, 9, 40, tzinfo=UTC)


def test_another_day_is_another_demo_but_another_hour_is_not() -> None:
    now = demonstration.fingerprint(MORNING)

    assert demonstration.fingerprint(MORNING + timedelta(hours=2)) == now
    assert demonstration.fingerprint(MORNING + timedelta(days=1)) != now


def test_a_changed_source_is_another_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "year.py"
    monkeypatch.setattr(demonstration.scene, "sources", lambda: [source])
    source.write_text("a year")
    before = demonstration.fingerprint(MORNING)

    source.write_text("another year")

    assert demonstration.fingerprint(MORNING) != before


@pytest.mark.django_db
def test_what_is_loaded_is_not_loaded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object) -> None:
        raise AssertionError("loaded again")

    monkeypatch.setattr(demonstration.scene, "load", never)
    monkeypatch.setattr(demonstration, "let_go", lambda: None)
    demonstration.mark(demonstration.fingerprint(MORNING))

    demonstration.prepare(None, MORNING)

    assert demonstration.loaded() == demonstration.fingerprint(MORNING)


@pytest.mark.django_db
def test_somebody_elses_database_is_never_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    assert connection.introspection.table_names()

    with pytest.raises(click.ClickException, match="not empty"):
        demonstration.prepare(None, MORNING)


def test_a_second_demo_says_where_the_first_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PHARE_STATE", str(tmp_path))
    with demonstration.alone() as first:
        demonstration.note("http://127.0.0.1:1234", MORNING, 0.0)
        with demonstration.alone() as second:
            said = capsys.readouterr().out

    assert (first, second) == (True, False)
    assert "Phare is at http://127.0.0.1:1234/\n" in said
