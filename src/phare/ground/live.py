"""Screens that follow: NOTIFY inside the transaction, one LISTEN per process, one queue per screen.

A message carries an id only, never content: screens refetch. A lost message is harmless because a
screen also refetches when its stream opens and every twenty seconds without one.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator

import psycopg
from django.db import connection

CHANNEL = "phare_live"
KEEP_ALIVE = 25.0
QUEUE_LENGTH = 100


def wake(topic: str, version: object = "") -> None:
    """Tells every screen that follows `topic`, once the current transaction commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{topic}|{version}"])


class Hub:
    """Fans one LISTEN connection out to the screens of this process; comes back after a cut."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.screens: dict[str, set[asyncio.Queue[bytes | None]]] = defaultdict(set)
        self.listening: asyncio.Task | None = None

    async def stream(self, topic: str) -> AsyncIterator[bytes]:
        """Server-sent events of `topic`; ends when the screen is too slow, and it comes back."""
        if self.listening is None or self.listening.done():
            self.listening = asyncio.create_task(self._listen())
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(QUEUE_LENGTH)
        self.screens[topic].add(queue)
        try:
            yield b"retry: 2000\nevent: hello\ndata: \n\n"
            while True:
                try:
                    message = await asyncio.wait_for(queue.get(), KEEP_ALIVE)
                except TimeoutError:
                    message = b": still here\n\n"
                if message is None:
                    return
                yield message
        finally:
            self.screens[topic].discard(queue)

    async def _listen(self) -> None:
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    self.dsn, autocommit=True
                ) as listener:
                    await listener.execute(f"LISTEN {CHANNEL}")
                    self._push_to_all(b"event: wake\ndata: again\n\n")
                    async for notice in listener.notifies():
                        topic, _, version = notice.payload.partition("|")
                        self._push(topic, f"event: wake\ndata: {version}\n\n".encode())
            except psycopg.OperationalError:
                await asyncio.sleep(1)

    def _push_to_all(self, message: bytes) -> None:
        for topic in list(self.screens):
            self._push(topic, message)

    def _push(self, topic: str, message: bytes) -> None:
        for queue in self.screens.get(topic, ()):
            if queue.full():
                queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(message)


_hub: Hub | None = None


def hub() -> Hub:
    """The hub of this process."""
    global _hub
    if _hub is None:
        _hub = Hub(dsn())
    return _hub


def dsn() -> str:
    """The address of Django's database in libpq's words."""
    given = connection.settings_dict
    parts = {
        "host": given["HOST"],
        "port": given["PORT"],
        "user": given["USER"],
        "password": given["PASSWORD"],
        "dbname": given["NAME"],
    }
    return psycopg.conninfo.make_conninfo(
        **{name: str(value) for name, value in parts.items() if value}
    )
