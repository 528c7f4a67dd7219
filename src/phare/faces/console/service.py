"""The house in operation: web processes at one shared door, and a worker for what is owed."""

import asyncio
import http.client
import os
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import click
import procrastinate
import psycopg
import uvicorn
from django.conf import settings
from procrastinate.contrib.django import app as jobs

from phare.ground.live import dsn
from phare.ground.supervision import Supervisor, command

APPLICATION = "phare.config.asgi:application"
CONSOLE = "phare.config.cli"
STARTING_TAKES_AT_MOST = 90.0


class DidNotComeUp(click.ClickException):
    """The processes live, or try to, but none answers in health."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on; 0: a free one.")
def serve(host: str, port: int) -> None:
    """Runs web, worker and scheduler until asked to stop."""
    if "PHARE_DATABASE_URL" not in os.environ:
        raise click.ClickException("Set PHARE_DATABASE_URL; or try `phare demo`.")
    supervisor = Supervisor(tell)
    with listening(host, port) as door, supervisor.answering_signals():
        keep_house(supervisor, door, dict(os.environ))
        wait_until_open(supervisor, door, lambda: click.echo(f"Phare is at {origin(door)}/"))
        supervisor.run()


@click.command(hidden=True)
@click.argument("door", type=int)
def web(door: int) -> None:
    """One web process, on a socket that is open already."""
    config = uvicorn.Config(
        APPLICATION,
        access_log=False,
        lifespan="off",
        log_level="warning",
        server_header=False,
        # Screens keep a stream open for ever: they come back by themselves.
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=door)])


@click.command()
def worker() -> None:
    """Does what is owed: jobs of the queue, and those of the calendar."""
    connector = jobs.connector.get_worker_connector()  # type: ignore[attr-defined]
    with jobs.replace_connector(connector) as app:
        asyncio.run(work(app))


async def work(app: procrastinate.App) -> None:
    async with app.open_async():
        lost = asyncio.create_task(database_lost())
        working = asyncio.create_task(app.run_worker_async(shutdown_graceful_timeout=5))
        await asyncio.wait([lost, working], return_when=asyncio.FIRST_COMPLETED)
        if lost.done():
            # Procrastinate would take some ten seconds to notice and to say goodbye to a database
            # that is gone. Nothing is lost: what was not done is still owed.
            click.echo("the database is gone", err=True)
            os._exit(1)
        lost.cancel()
        await working


async def database_lost() -> None:
    """Returns when the database ends, or cannot be reached."""
    with suppress(psycopg.OperationalError):
        async with await psycopg.AsyncConnection.connect(dsn(), autocommit=True) as watch:
            async for _ in watch.notifies():
                pass


def keep_house(supervisor: Supervisor, door: socket.socket, environment: dict[str, str]) -> None:
    """A killed web process leaves the door open: whoever knocks meanwhile is answered later."""
    words = [sys.executable, "-m", CONSOLE]
    for number in range(1, int(environment.get("PHARE_WEB_WORKERS", "2")) + 1):
        here = [*words, "web", str(door.fileno())]
        supervisor.keep(command(f"web-{number}", here, environment, [door.fileno()]))
    supervisor.keep(command("worker", [*words, "worker"], environment))


def wait_until_open(
    supervisor: Supervisor, door: socket.socket, opened: Callable[[], None]
) -> None:
    """Calls `opened` at the first healthy answer; gives up when none comes."""
    until = time.monotonic() + STARTING_TAKES_AT_MOST
    while not supervisor.asked_to_stop:
        supervisor.beat()
        if healthy(door):
            return opened()
        if time.monotonic() > until:
            raise DidNotComeUp("Phare did not come up; what its processes said tells why.")


def healthy(door: socket.socket) -> bool:
    host, port = door.getsockname()[:2]
    name = next((name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"), "localhost")
    asked = http.client.HTTPConnection(reachable(host), port, timeout=1)
    try:
        asked.request("GET", "/healthz", headers={"Host": name, "X-Forwarded-Proto": "https"})
        return asked.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        asked.close()


def listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise click.ClickException(f"{host}:{port} cannot be used: {error.strerror}") from None


def origin(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    host = reachable(host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def tell(name: str, line: str) -> None:
    click.echo(f"{name:>8} | {line}")
