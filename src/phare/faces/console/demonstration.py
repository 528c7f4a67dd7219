"""`phare demo`: a whole house of one's own in one process tree, with its year already behind it."""

import fcntl
import hashlib
import json
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import click
import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql

from phare.faces.console import demo as scene
from phare.faces.console.service import (
    DidNotComeUp,
    keep_house,
    listening,
    origin,
    tell,
    wait_until_open,
)
from phare.ground import clock
from phare.ground.postgres import EmbeddedPostgres, SomebodyElseRunsIt
from phare.ground.state import state_folder
from phare.ground.supervision import Program, Supervisor

DATABASE = "phare"
TAKING_OVER_TAKES_AT_MOST = 30.0


@click.group(invoke_without_command=True)
@click.option("--port", default=0, help="Port to listen on; without it, a free one.")
@click.pass_context
def demo(context: click.Context, port: int) -> None:
    """Shows Phare: a centre with a year behind it, at 10:40 of its last open weekday."""
    if context.invoked_subcommand is None:
        with alone() as mine:
            if mine:
                open_house(context.find_object(EmbeddedPostgres), port)


@contextmanager
def alone() -> Iterator[bool]:
    """False when this folder's demo is open already: it says where. One that closes is awaited."""
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "demo.lock").open("ab") as hold:
        while True:
            with suppress(BlockingIOError):
                fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            if address := noted():
                click.echo("The demo of this folder is open already.")
                click.echo(f"Phare is at {address}/")
                yield False
                return
            time.sleep(0.2)
        yield True


def take_over(database: EmbeddedPostgres) -> None:
    """Another command had the database when this one came, and leaves it."""
    until = time.monotonic() + TAKING_OVER_TAKES_AT_MOST
    while database.process is None:
        try:
            database.start()
        except SomebodyElseRunsIt:
            if time.monotonic() > until:
                raise click.ClickException("Another phare command uses the database.") from None
            time.sleep(0.2)
    os.environ["PHARE_DATABASE_URL"] = database.url()
    settings.DATABASES["default"]["PORT"] = str(database.port)


def open_house(database: EmbeddedPostgres | None, port: int) -> None:
    moment = the_moment()
    note("", moment, time.time())
    if database is not None:
        take_over(database)
    prepare(database, moment)
    since = time.time()
    environment = {
        **os.environ,
        "PHARE_NOW": moment.isoformat(),
        "PHARE_NOW_SINCE": str(since),
    }
    log = state_folder() / "demo.log"
    supervisor = Supervisor(whispers(log), tell)
    with listening("127.0.0.1", port) as door, supervisor.answering_signals():
        if database is not None:
            again = Program("database", database.spawn, last_word=signal.SIGINT)
            supervisor.keep(again, database.process)
        environment["PHARE_PUBLIC_PORT"] = str(door.getsockname()[1])
        keep_house(supervisor, door, environment)
        note(origin(door), moment, since)
        try:
            wait_until_open(supervisor, door, lambda: welcome(origin(door)))
        except DidNotComeUp as sentence:
            raise click.ClickException(f"{sentence}\n{log.read_text()[-2000:]}") from None
        supervisor.run()
        note("", moment, since)
        click.echo("Closing.")


def whispers(path: Path) -> Callable[[str, str], None]:
    """What the processes say fills a file, not the terminal of somebody who wants to look."""
    log = path.open("w", buffering=1)
    return lambda name, line: click.echo(f"{name:>8} | {line}", file=log)


def the_moment() -> datetime:
    """`PHARE_NOW` when it is set."""
    given = settings.CLOCK_START
    return given if given is not None else scene.moment(clock.now())


def welcome(address: str) -> None:
    click.echo(f"Phare is at {address}/")
    for line in scene.lines(address):
        click.echo(line)
    click.echo(f"Ctrl-C closes it. What its processes say: {state_folder() / 'demo.log'}")


def prepare(database: EmbeddedPostgres | None, moment: datetime) -> None:
    """Loads the year, unless this very one is loaded already. A half loaded one does not count."""
    wanted = fingerprint(moment)
    if loaded() == wanted:
        return let_go()
    if database is not None:
        let_go()
        anew(database)
    elif connection.introspection.table_names():
        raise click.ClickException("PHARE_DATABASE_URL names a database that is not empty.")
    click.echo("Making the tables")
    call_command("migrate", interactive=False, verbosity=0)
    click.echo("Living through a year (this is done once)")
    scene.load(moment, click.echo)
    mark(wanted)
    let_go()


def fingerprint(moment: datetime) -> str:
    """What the loaded year depends on: migrations, the demo's own sources, and its day."""
    total = hashlib.sha256(moment.date().isoformat().encode())
    for path in [*migration_files(), *sorted(scene.sources())]:
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


def migration_files() -> list[Path]:
    ours = [config for config in apps.get_app_configs() if config.name.startswith("phare.")]
    return sorted(file for config in ours for file in Path(config.path).glob("migrations/*.py"))


def loaded() -> str | None:
    """The mark is kept on the database itself, so that the two cannot part."""
    return re.sub("^demo ", "", _remark()) or None


def holds_the_demo() -> bool:
    """Whether what the database tells of is invented, whatever the settings of the process say."""
    return settings.DEMO or _remark().startswith("demo ")


def _remark() -> str:
    words = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with connection.cursor() as cursor:
        cursor.execute(words, [connection.settings_dict["NAME"]])
        row = cursor.fetchone()
    return row[0] if row and row[0] else ""


def mark(text: str) -> None:
    name = sql.Identifier(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        words = sql.SQL("COMMENT ON DATABASE {} IS {}")
        cursor.execute(words.format(name, sql.Literal(f"demo {text}")))


def let_go() -> None:
    """Leaves no connection open, nor a thread that would mend it."""
    connections.close_all()
    connection.close_pool()  # type: ignore[attr-defined]


def anew(database: EmbeddedPostgres) -> None:
    """An empty database in the place of the old one."""
    with psycopg.connect(database.url("postgres"), autocommit=True) as maintenance:
        words = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        maintenance.execute(words.format(sql.Identifier(DATABASE)))
    database.ensure_database(DATABASE)


def note(address: str, moment: datetime, since: float) -> None:
    """For a second `phare demo`, and for commands that want the demo's clock."""
    known = {"origin": address, "now": moment.isoformat(), "since": since}
    half = state_folder() / "demo.json.part"
    half.write_text(json.dumps(known))
    half.replace(state_folder() / "demo.json")


def noted() -> str:
    """The address of the open demo; empty while it opens or closes."""
    with suppress(FileNotFoundError):
        known: dict[str, str] = json.loads((state_folder() / "demo.json").read_text())
        return known["origin"]
    return ""
