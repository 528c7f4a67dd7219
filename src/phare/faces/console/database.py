"""The database as a whole: brought up to date, put aside, brought back."""

import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import click
import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from phare.ground.postgres_binaries import client_program

SCHEMAS = """
    SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
"""


@click.command()
def migrate() -> None:
    """Brings the database up to date with this version."""
    call_command("migrate", interactive=False, verbosity=1)


@click.command("migrations-check")
def migrations_check() -> None:
    """Fails when a model changed without a migration. Needs no database."""
    loader = MigrationLoader(None)
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("phare.")}
    # Labels of choices are compared as they are written, not as the operator reads them.
    with translation.override(None):
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        missing = sorted(ours & set(detector.changes(graph=loader.graph)))
    conflicts = sorted(loader.detect_conflicts())
    if missing or conflicts:
        raise click.ClickException(f"Without a migration: {missing}; in conflict: {conflicts}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Writes the whole database to FILE, readable by you alone."""
    half = file.with_name(f".{file.name}.part")
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={half}")
    half.replace(file)
    click.echo(f"{file}: {file.stat().st_size:,} bytes")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Throw away what the database holds now.")
def restore(file: Path, replace: bool) -> None:
    """Brings back what `backup` wrote to FILE: all of it, or nothing changes."""
    with connection.cursor() as cursor:
        full = bool(connection.introspection.table_names(cursor))
        cursor.execute(SCHEMAS)
        schemas = [name for (name,) in cursor.fetchall()]
    connection.close()
    if full and not replace:
        raise click.ClickException("The database is not empty. To overwrite it, add --replace.")
    away = [f'DROP SCHEMA "{schema}" CASCADE' for schema in schemas]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "restore.sql"
        run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(file))
        clean = "; ".join([*away, "CREATE SCHEMA public"])
        words = ["--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"]
        run("psql", *words, "--output=/dev/null", f"--command={clean}", f"--file={script}")
    click.echo(f"Restored from {file}.")


def run(name: str, *words: str) -> None:
    """The address goes by the environment: whoever lists processes sees no password."""
    query = parse_qs(urlsplit(os.environ["PHARE_DATABASE_URL"]).query)
    encrypted = query.get("sslmode", ["prefer"])[0] not in ("disable", "allow", "prefer")
    done = subprocess.run(
        [client_program(name, encrypted=encrypted), *words],
        env={**os.environ, **whereabouts(), "PGOPTIONS": "-c lock_timeout=10s"},
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise click.ClickException(f"{name} failed: {done.stderr.strip()[-1500:]}")


def whereabouts() -> dict[str, str]:
    """Django's database in the words of libpq."""
    given = settings.DATABASES["default"]
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    named = {libpq: str(given[name]) for name, libpq in names.items() if given[name]}
    options = psycopg.conninfo.conninfo_to_dict(os.environ["PHARE_DATABASE_URL"])
    mode = {"PGSSLMODE": str(options["sslmode"])} if "sslmode" in options else {}
    return {**named, **mode, "PGDATABASE": str(given["NAME"])}
