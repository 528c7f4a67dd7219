"""The queue under load: open loop, saturated, beside bare SQL and a naive control.

Open loop: 20 tickets and 20 calls a second arrive whatever the house does; the 99th percentile
counts from the moment each was due. Saturated: 16 clients, eight of each, as fast as they can.
Floor: the same statements without Django. Control: a house that counts and inserts.
The last line is JSON.
"""

import asyncio
import json
import sys
import threading
import time
import uuid
from datetime import date

import psycopg

from benchmarks.clients import Client, percentile, timed
from benchmarks.opened import opened
from tests.crowds.staffed import THEMES
from tests.crowds.weakened_web import DROPPED
from tests.house import MOMENT, House

RATE, OPEN_SECONDS, FULL_SECONDS, CLIENTS = 20, 20, 10, 16
FREE = (
    "UPDATE tickets_ticket SET state = 'DONE', closed_at = called_at"
    " WHERE state = 'CALLED' AND desk_id = (SELECT id FROM centres_place"
    " WHERE kind = 'DESK' AND code = %s AND centre_id = 1)"
)


class Load:
    """Everything one measured house is asked, and what it answered."""

    def __init__(self, house: House, seats: list[dict[str, str]]) -> None:
        self.house, self.seats = house, seats
        self.keys: list[str] = []
        self.latencies: list[float] = []
        self.taken = 0
        self.sql = psycopg.connect(house.url, autocommit=True)
        # Visitors who leave are not what is measured: they do not wait for the disk.
        self.sql.execute("SET synchronous_commit = off")

    async def take(self, client: Client) -> None:
        key = str(uuid.uuid4())
        status, _, _ = await client.send(
            "POST",
            "/fr/kiosk/demo-kiosk/take/",
            key=key,
            theme=THEMES[self.taken % len(THEMES)],
            language="fr",
        )
        if status == 303:
            self.keys.append(key)
            self.taken += 1

    async def call(self, client: Client) -> None:
        await client.send("POST", "/fr/desk/call/")

    def free(self, desk: str) -> None:
        """The visitor leaves at once; closing is not what is measured."""
        self.sql.execute(FREE, [desk])

    async def open_loop(self) -> None:
        """Requests start when they are due, whether or not earlier ones have ended."""
        ready: asyncio.Queue[Client] = asyncio.Queue()
        desks: asyncio.Queue[tuple[Client, str]] = asyncio.Queue()
        for _ in range(2 * RATE):
            ready.put_nowait(Client(self.house.origin))
        for seat in self.seats:
            desks.put_nowait((Client(self.house.origin, seat["cookie"]), seat["desk"]))
        begin = time.perf_counter()
        acts = []
        for number in range(RATE * OPEN_SECONDS):
            due = begin + number / RATE
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            acts.append(asyncio.create_task(self._due_take(ready, due)))
            acts.append(asyncio.create_task(self._due_call(desks, due)))
        await asyncio.gather(*acts)

    async def _due_take(self, ready: asyncio.Queue, due: float) -> None:
        client = await ready.get()
        await self.take(client)
        self.latencies.append((time.perf_counter() - due) * 1000)
        ready.put_nowait(client)

    async def _due_call(self, desks: asyncio.Queue, due: float) -> None:
        client, desk = await desks.get()
        await self.call(client)
        self.latencies.append((time.perf_counter() - due) * 1000)
        self.free(desk)
        desks.put_nowait((client, desk))

    async def saturate(self, seconds: float) -> float:
        """Half the clients take, half call; returns the seconds it took."""
        begin = time.perf_counter()
        until = begin + seconds
        half = CLIENTS // 2
        takers = [self._keep_taking(until) for _ in range(half)]
        callers = [self._keep_calling(seat, until) for seat in self.seats[:half]]
        await asyncio.gather(*takers, *callers)
        return time.perf_counter() - begin

    async def _keep_taking(self, until: float) -> None:
        client = Client(self.house.origin)
        while time.perf_counter() < until:
            await self.take(client)

    async def _keep_calling(self, seat: dict[str, str], until: float) -> None:
        client = Client(self.house.origin, seat["cookie"])
        while time.perf_counter() < until:
            await self.call(client)
            self.free(seat["desk"])

    def called(self) -> int:
        """Calls of somebody, not answers that nobody waits."""
        row = self.sql.execute("SELECT count(*) FROM tickets_call WHERE NOT is_recall").fetchone()
        assert row
        return int(row[0])

    def found(self) -> dict[str, int]:
        """Numbers given twice, tickets called twice, acknowledged tickets that are not there."""
        one = self.sql.execute(
            "SELECT count(*) - count(DISTINCT (day, series, number)),"
            " count(*) FILTER (WHERE key = ANY(%s::uuid[])) FROM tickets_ticket"
            " WHERE centre_id = 1",
            [self.keys],
        ).fetchone()
        twice = self.sql.execute(
            "SELECT count(*) FROM (SELECT 1 FROM tickets_call JOIN tickets_ticket ON ticket_id ="
            " tickets_ticket.id WHERE key = ANY(%s::uuid[]) AND NOT is_recall"
            " GROUP BY ticket_id HAVING count(*) > 1) AS twice",
            [self.keys],
        ).fetchone()
        assert one and twice
        return {"duplicates": one[0], "double_calls": twice[0], "lost": len(self.keys) - one[1]}


def floor(url: str, seconds: float = 4.0) -> dict[str, float]:
    """The two statements alone, on eight connections each: what no framework can beat here."""
    counts = {"floor_tickets_per_s": 0, "floor_calls_per_s": 0}
    until = time.perf_counter() + seconds
    day = MOMENT.date()
    threads = [
        threading.Thread(target=act, args=(url, day, until, counts, number))
        for number in range(CLIENTS // 2)
        for act in (_bare_takes, _bare_calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {name: round(count / seconds, 1) for name, count in counts.items()}


def _bare_takes(url: str, day: date, until: float, counts: dict[str, int], _: int) -> None:
    with psycopg.connect(url) as connection:
        while time.perf_counter() < until:
            row = connection.execute(
                "INSERT INTO tickets_numberseries (centre_id, day, series, last)"
                " VALUES (1, %s, 'B', 1) ON CONFLICT (centre_id, day, series)"
                " DO UPDATE SET last = tickets_numberseries.last + 1 RETURNING last",
                [day],
            ).fetchone()
            assert row
            connection.execute(
                "INSERT INTO tickets_ticket (centre_id, day, series, number, key, token, theme,"
                " language, audience, people, signing, source, priority, priority_reason, state,"
                " calls, moves, queued_at) VALUES (1, %s, 'B', %s, gen_random_uuid(),"
                " left(gen_random_uuid()::text, 16), 'bare', 'fr', '', 1, false, 'KIOSK', 0, '',"
                " 'WAITING', 0, 0, now())",
                [day, row[0]],
            )
            connection.commit()
            counts["floor_tickets_per_s"] += 1


def _bare_calls(url: str, day: date, until: float, counts: dict[str, int], _: int) -> None:
    with psycopg.connect(url) as connection:
        while time.perf_counter() < until:
            row = connection.execute(
                "UPDATE tickets_ticket SET state = 'DONE', called_at = now() WHERE id = ("
                "SELECT id FROM tickets_ticket WHERE centre_id = 1 AND day = %s AND"
                " state = 'WAITING' AND theme = 'bare' ORDER BY queued_at, id"
                " FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING id",
                [day],
            ).fetchone()
            connection.commit()
            counts["floor_calls_per_s"] += row is not None


async def measure(house: House) -> dict[str, float]:
    seats = house.said("tests.crowds.staffed")
    load = Load(house, seats)
    warm = Client(house.origin)
    for _ in range(40):
        await timed(load.take(warm))
    await load.open_loop()
    open_p99 = percentile(load.latencies, 0.99)
    open_p50 = percentile(load.latencies, 0.5)
    taken, called = load.taken, load.called()
    seconds = await load.saturate(FULL_SECONDS)
    return {
        "open_p50_ms": round(open_p50, 1),
        "open_p99_ms": round(open_p99, 1),
        "tickets_per_s": round((load.taken - taken) / seconds, 1),
        "calls_per_s": round((load.called() - called) / seconds, 1),
        **load.found(),
    }


async def control(house: House) -> int:
    load = Load(house, house.said("tests.crowds.staffed"))
    await load.saturate(4)
    return load.found()["duplicates"]


def main() -> None:
    with opened() as house:
        result = asyncio.run(measure(house))
        result |= floor(house.url)
    naive = ("tests.crowds.weakened_web", "numbers")
    with opened(web=naive, dropped=DROPPED["numbers"]) as house:
        result["control_duplicates"] = asyncio.run(control(house))
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
