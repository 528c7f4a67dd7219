"""pretix beside us, where it is installed: $PRETIX names a python that has pretix and gunicorn.

It runs from its package on a database of its own in an embedded PostgreSQL, with as many web
processes as we have. One order is one request to its REST API, for a free item with a quota. An
order there does more than a registration here (prices, taxes, invoices, plugins, webhooks), and
nothing of a waiting list: beyond the quota it refuses. Both are said beside the number.
"""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.clients import Client
from phare.ground.postgres import EmbeddedPostgres

WORKERS, PATIENCE = 2, 300.0
CONFIGURATION = """
[pretix]
instance_name=peer
url={origin}
datadir={folder}
[database]
backend=postgresql
name=pretix
user={user}
password={password}
host={host}
port={port}
[django]
secret=only-for-a-benchmark
"""
EVENT = """
import json
from datetime import timedelta
from django.utils.timezone import now
from django_scopes import scopes_disabled
from pretix.base.models import Event, Item, Organizer, Quota, Team
with scopes_disabled():
    house = Organizer.objects.create(name="House", slug="house")
    event = Event.objects.create(
        organizer=house, name="Session", slug="session", live=True, currency="EUR",
        date_from=now() + timedelta(days=9), plugins="",
    )
    item = Item.objects.create(event=event, name="Place", default_price=0, admission=True)
    quota = Quota.objects.create(event=event, name="Places", size={places})
    quota.items.add(item)
    team = Team.objects.create(
        organizer=house, name="API", all_events=True, all_event_permissions=True
    )
    print("@@" + json.dumps({{"item": item.pk, "token": team.tokens.create(name="peer").token}}))
"""


@dataclass
class Peer:
    """A running pretix with one event that has so many places."""

    origin: str
    item: int
    token: str


def pretix_rate(*, clients: int, places: int, people: int) -> float | None:
    """Orders a second that were accepted; None where pretix is not installed."""
    python = os.environ.get("PRETIX", "")
    if not python:
        return None
    with opened(python, places) as peer:
        accepted, seconds = asyncio.run(rush(peer, clients, people))
    sys.stdout.write(f"pretix: {accepted} orders accepted of {people} asked, {seconds:.1f} s\n")
    return round(accepted / seconds, 1)


async def rush(peer: Peer, clients: int, people: int) -> tuple[int, float]:
    """As many orders as people, that many at a time; how many were accepted, until the last was."""
    waiting, accepted, last = list(range(people)), 0, 0.0
    begin = time.perf_counter()

    async def ask(door: Client) -> None:
        nonlocal accepted, last
        while waiting:
            status = await ordered(door, peer, waiting.pop())
            if status == 201:
                accepted += 1
                last = time.perf_counter() - begin

    await asyncio.gather(*(ask(Client(peer.origin)) for _ in range(clients)))
    return accepted, last or time.perf_counter() - begin


async def ordered(door: Client, peer: Peer, number: int) -> int:
    """The status of one order."""
    order = {
        "email": f"guest{number}@example.org",
        "locale": "en",
        "sales_channel": "web",
        "positions": [{"item": peer.item, "answers": []}],
    }
    return await door.post_json(
        "/api/v1/organizers/house/events/session/orders/",
        json.dumps(order),
        f"Authorization: Token {peer.token}\r\n",
    )


@contextmanager
def opened(python: str, places: int) -> Iterator[Peer]:
    """Migrates, fills and serves it; everything goes at the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = EmbeddedPostgres(folder / "database")
        server.start()
        try:
            server.ensure_database("pretix")
            origin = f"http://127.0.0.1:{free_port()}"
            surroundings = configured(folder, server.url("pretix"), origin)
            command = [python, "-m", "pretix"]
            run(command, "migrate", "--verbosity", "0", surroundings=surroundings)
            words = EVENT.format(places=places)
            said = run(command, "shell", surroundings=surroundings, words=words)
            made = json.loads(said.split("@@")[1].splitlines()[0])
            with serving(python, origin, surroundings):
                yield Peer(origin, made["item"], made["token"])
        finally:
            server.remove()


def configured(folder: Path, url: str, origin: str) -> dict[str, str]:
    parts = urlsplit(url)
    (folder / "data").mkdir()
    (folder / "pretix.cfg").write_text(
        CONFIGURATION.format(
            origin=origin,
            folder=folder / "data",
            user=parts.username,
            password=parts.password,
            host=parts.hostname,
            port=parts.port,
        )
    )
    return {**os.environ, "PRETIX_CONFIG_FILE": str(folder / "pretix.cfg")}


def run(command: list[str], *more: str, surroundings: dict[str, str], words: str = "") -> str:
    done = subprocess.run(
        [*command, *more],
        env=surroundings,
        input=words,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return done.stdout


@contextmanager
def serving(python: str, origin: str, surroundings: dict[str, str]) -> Iterator[None]:
    door = origin.removeprefix("http://")
    words = [python, "-m", "gunicorn", "pretix.wsgi", "--bind", door]
    words += ["--workers", str(WORKERS), "--threads", "5", "--log-level", "error"]
    surroundings |= {"DJANGO_SETTINGS_MODULE": "pretix.settings"}
    with subprocess.Popen(
        words, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as served:
        try:
            wait_until_up(door)
            yield
        finally:
            served.terminate()


def wait_until_up(door: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            asked = HTTPConnection(door, timeout=20)
            asked.request("GET", "/healthcheck/")
            asked.getresponse()
            return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError("pretix did not open")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])
