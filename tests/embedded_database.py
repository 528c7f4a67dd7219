"""One PostgreSQL for a whole test run, one migrated template in it, one clone for each process.

The process that was started by hand (xdist's controller, or the only one) owns the server and
tells its workers where it is by `PHARE_DATABASE_URL`. When that is set already, the server it names
is used and left as it was found.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

from phare.config.environment import database
from phare.ground.postgres import EmbeddedPostgres, SomebodyElseRunsIt
from phare.ground.state import state_folder

ADDRESS, RUN = "PHARE_DATABASE_URL", "PHARE_TEST_RUN"
WHERE = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
SERVER = pytest.StashKey[EmbeddedPostgres]()


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or config.getoption("collectonly"):
        return
    os.environ[RUN] = f"phare_test_{os.getpid()}"
    if ADDRESS not in os.environ:
        remove_leftovers(state_folder() / "tests")
        server = EmbeddedPostgres(state_folder() / "tests" / str(os.getpid()), durable=False)
        server.start()
        config.stash[SERVER] = server
        os.environ[ADDRESS] = server.url("postgres")
    # Django has read its settings before this plugin could know the address.
    given = database(os.environ[ADDRESS])
    settings.DATABASES["default"].update({name: given[name] for name in WHERE})


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or RUN not in os.environ:
        return
    server = config.stash.get(SERVER, None)
    if server is None:
        drop(template())
    else:
        server.remove()
        del os.environ[ADDRESS]
    del os.environ[RUN]


def remove_leftovers(folder: Path) -> None:
    """A run that was killed could not tidy up. Nobody holds its folder any more."""
    for left in folder.glob("*"):
        server = EmbeddedPostgres(left)
        try:
            server.hold()
        except SomebodyElseRunsIt:
            continue
        server.remove()


def template() -> str:
    return f"{os.environ[RUN]}_template"


def address(name: str) -> str:
    return urlunsplit(urlsplit(os.environ[ADDRESS])._replace(path=f"/{name}"))


@contextmanager
def maintenance() -> Iterator[psycopg.Connection]:
    with psycopg.connect(address("postgres"), autocommit=True) as connection:
        yield connection


def drop(name: str) -> None:
    with maintenance() as connection:
        words = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(words.format(sql.Identifier(name)))


def clone(name: str) -> None:
    with maintenance() as connection:
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(words.format(sql.Identifier(name), sql.Identifier(template())))


def ensure_template() -> None:
    """The first process that needs it makes it, the others wait."""
    with maintenance() as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [template()])
        made = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template()])
        if made.fetchone() is None:
            half = f"{template()}_half"
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
            use(half)
            call_command("migrate", verbosity=0, interactive=False)
            connections.close_all()
            words = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(words.format(sql.Identifier(half), sql.Identifier(template())))


def use(name: str) -> None:
    """Every thread's connection reads the same settings, so they are changed in place."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Instead of pytest-django's own, which would migrate once for each process."""
    name = f"{os.environ[RUN]}_{os.environ.get('PYTEST_XDIST_WORKER', 'only')}"
    with django_db_blocker.unblock():
        ensure_template()
        clone(name)
        use(name)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        drop(name)


@pytest.fixture
def own_database(django_db_setup: None, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh migrated database, for tests whose processes share one."""
    name = f"{os.environ[RUN]}_{os.getpid()}_{abs(hash(request.node.nodeid)) % 10**8}"
    clone(name)
    yield address(name)
    drop(name)
