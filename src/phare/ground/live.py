"""Screens that follow: NOTIFY once an act is committed, one LISTEN per process, a queue per screen.

A message carries an id only, never content: screens refetch. A lost message is harmless because a
screen also refetches when its stream opens, at the next act, and every twenty seconds without a
stream. See docs/decisions/0009-notify-after-commit.md for why it is not sent in the transaction.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from functools import partial

import psycopg
from django.db import connection, transaction

CHANNEL = "phare_live"
KEEP_ALIVE = 25.0
QUEUE_LENGTH = 100


# A transaction that notifies holds one lock for the whole database until it is on disk, so acts
# would be written one after the other. This one has nothing to keep, and does not wait for a disk.
NOTIFY = "SET LOCAL synchronous_commit = off; SELECT pg_notify(%s, %s)"


def wake(topic: str, version: object = "") -> None:
    """Tells every screen that follows `topic`, right after the current transaction commits."""
    transaction.on_commit(partial(_notify, f"{topic}|{version}"), robust=True)


def _notify(payload: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NOTIFY, [CHANNEL, payload])


class Hub:
    """Fans one LISTEN connection out to the screens of this process; comes back after a cut."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.screens: dict[str, set[asyncio.Queue[bytes | None]]] = defaultdict(set)
        self.listening: asyncio.Task | None = None

    async def stream(self, *topics: str) -> AsyncIterator[bytes]:
        """Server-sent events of `topics`; ends when the screen is too slow, and it comes back."""
        if self.listening is None or self.listening.done():
            self.listening = asyncio.create_task(self._listen())
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(QUEUE_LENGTH)
        for topic in topics:
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
            for topic in topics:
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
