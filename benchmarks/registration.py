"""People who all register at once: N = 5 x K of them for K places, over HTTP.

K is 20, 100 and 500, with 8, 16 and 32 clients; every answer is a place or the nth in the list, and
each is an accepted registration, kept on the disk with the letter it owes. The clients are on the
house's own machines, where no proof of work is asked: what is measured is the list, not the gate.
A form is opened before it is sent, so its stamp is made outside the measured time.

Control: the same house looking how many places are free without holding them. Peer: pretix, where
it is installed ($PRETIX names its python): one order a request through its REST API, with a quota
of K; pretix does more an order (prices, taxes, invoices, plugins), and nothing of a waiting list.
The last line is JSON.
"""

import asyncio
import json
import statistics
import sys
import time
from dataclasses import dataclass, field

import psycopg

from benchmarks.clients import Client, percentile, timed
from benchmarks.opened import opened
from benchmarks.pretix_peer import pretix_rate
from tests.house import House

PLACES, CLIENTS, TIMES = (20, 100, 500), (8, 16, 32), 5


@dataclass
class Rush:
    """What everybody was answered."""

    accepted: int = 0
    refused: int = 0
    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)

    @property
    def a_second(self) -> float:
        return self.accepted / self.seconds


async def rush(house: House, key: str, stamps: list[str], clients: int) -> Rush:
    """All of them, that many at a time."""
    found, waiting = Rush(), list(stamps)
    doors = [Client(house.origin) for _ in range(clients)]
    for door in doors:
        await door.send("GET", f"/fr/session/{key}/")

    async def people(door: Client) -> None:
        while waiting:
            stamp = waiting.pop()
            asked = {"stamp": stamp, "mode": "ON_SITE", "kind": "PERSON", "people": "1"}
            asked |= {"name": "Guest", "mail": f"guest{len(waiting)}@example.org"}
            took, answer = await timed(door.send("POST", f"/fr/session/{key}/", **asked))
            found.latencies.append(took)
            found.accepted += answer[0] == 303
            found.refused += answer[0] != 303

    begin = time.perf_counter()
    await asyncio.gather(*(people(door) for door in doors))
    found.seconds = time.perf_counter() - begin
    for door in doors:
        door.close()
    return found


def sold(house: House, key: str) -> tuple[int, int, int]:
    """Places had, people in the list, and whether the numbers of the list have holes."""
    with psycopg.connect(house.url) as connection:
        row = connection.execute(
            "SELECT count(*) FILTER (WHERE seat.state = 'SEATED'),"
            " count(*) FILTER (WHERE seat.state = 'WAITING'),"
            " count(*) - count(DISTINCT seat.number)"
            " FROM activities_seat AS seat JOIN activities_session AS session"
            " ON session.id = seat.session_id WHERE session.key = %s",
            [key],
        ).fetchone()
    assert row
    return row


def measured(house: House, places: int, clients: int) -> dict[str, float]:
    [[key, _]] = house.said("tests.crowds.offered", str(places))
    people = TIMES * places
    stamps = house.said("tests.crowds.offered", "stamps", key, str(people))
    found = asyncio.run(rush(house, key, stamps, clients))
    seated, waiting, doubles = sold(house, key)
    sys.stdout.write(
        f"{places:4} places {people:5} people {clients:3} clients"
        f" {found.a_second:7.1f}/s p50 {percentile(found.latencies, 0.5):6.1f}"
        f" p99 {percentile(found.latencies, 0.99):7.1f} max {max(found.latencies):7.1f} ms"
        f" refused {found.refused}\n"
    )
    return {
        "rate": found.a_second,
        "p99": percentile(found.latencies, 0.99),
        "oversold": max(0, seated - places),
        "unsold": max(0, min(places, people) - seated),
        "lost": found.accepted - seated - waiting,
        "doubles": doubles,
    }


def main() -> None:
    with opened() as house:
        measured(house, 20, 8)  # warm
        runs = {
            (places, clients): measured(house, places, clients)
            for places in PLACES
            for clients in CLIENTS
        }
    naive = ("tests.crowds.weakened_web", "places")
    dropped = ["ALTER TABLE activities_modecapacity DROP CONSTRAINT modecapacity_never_oversold"]
    with opened(web=naive, dropped=dropped) as house:
        control = [measured(house, places, 32)["oversold"] for places in PLACES]
    at = {clients: [runs[places, clients] for places in PLACES] for clients in CLIENTS}
    result = {
        "accepted_per_s_16": round(statistics.median(one["rate"] for one in at[16]), 1),
        "accepted_per_s_16_worst": round(min(one["rate"] for one in at[16]), 1),
        "p99_ms_32": round(max(one["p99"] for one in at[32]), 1),
        **{
            name: sum(one[name] for one in runs.values())
            for name in ("oversold", "unsold", "lost", "doubles")
        },
        "control_oversold": sum(control),
        "pretix_orders_per_s_16": pretix_rate(clients=16, places=100, people=500),
    }
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
