"""200 boards and phones at once: how soon they know, and how soon they show.

Half are boards, half are phones of tickets in the queue. Each holds a stream and refetches within
0.6 s of being woken, with its ETag, as live.js does. Every second somebody is called.
Ping: from asking for the call until a stream says "wake". Content: until the screen has a page
it asked for after it was woken. The last line is JSON.
"""

import asyncio
import json
import random
import sys
import time
import uuid

from benchmarks.clients import Client, percentile
from benchmarks.opened import opened
from tests.house import House

SCREENS, CALLS, EVERY = 200, 12, 1.5
PAUSE = (0.0, 0.6)  # seconds a woken screen waits before it asks, as in live.js


class Screen:
    """One board or phone: its stream and its page."""

    def __init__(self, house: House, page: str) -> None:
        self.house, self.page = house, page
        self.client = Client(house.origin)
        self.woken: list[float] = []
        self.shown: list[tuple[float, float]] = []  # when a page was asked for, when it was there
        self.tag, self.again = "", False
        self.open = asyncio.Event()

    async def follow(self) -> None:
        door = Client(self.house.origin)
        reader, writer = await asyncio.open_connection(door.host, door.port)
        writer.write(f"GET /live/queue HTTP/1.1\r\nHost: {door.host}:{door.port}\r\n\r\n".encode())
        await reader.readuntil(b"\r\n\r\n")
        looking: asyncio.Task | None = None
        async for line in reader:
            if line.startswith(b"event: hello"):
                self.open.set()
            if line.startswith(b"event: wake"):
                self.woken.append(time.perf_counter())
                self.again = True
                if looking is None or looking.done():
                    looking = asyncio.create_task(self.look())

    async def look(self) -> None:
        """Once more when woken while looking, as live.js does."""
        while self.again:
            await asyncio.sleep(random.uniform(*PAUSE))
            self.again = False
            await self.fetch()

    async def fetch(self) -> None:
        asked = time.perf_counter()
        more = f"If-None-Match: {self.tag}\r\n" if self.tag else ""
        _, headers, _ = await self.client.send("GET", self.page, more)
        self.tag = headers.get("etag", "")
        self.shown.append((asked, time.perf_counter()))


def first_after(moments: list[float], moment: float) -> float | None:
    return next((m for m in moments if m >= moment), None)


async def measure(house: House) -> dict[str, float]:
    seats = house.said("tests.crowds.staffed")
    kiosk = Client(house.origin)
    pages = ["/fr/board/demo-board/calls/"] * (SCREENS // 2)
    while len(pages) < SCREENS:
        _, headers, _ = await kiosk.send(
            "POST",
            "/fr/kiosk/demo-kiosk/take/",
            key=str(uuid.uuid4()),
            theme="work",
            language="fr",
        )
        token = headers["location"].rstrip("/").rsplit("/", 1)[1]
        pages.append(f"/fr/ticket/{token}/part/")
    screens = [Screen(house, page) for page in pages]
    streams = [asyncio.create_task(screen.follow()) for screen in screens]
    await asyncio.wait_for(asyncio.gather(*(s.open.wait() for s in screens)), 60)
    await asyncio.sleep(2)
    calls = []
    for seat in seats[:CALLS]:
        desk = Client(house.origin, seat["cookie"])
        calls.append(time.perf_counter())
        await desk.send("POST", "/fr/desk/call/")
        await asyncio.sleep(EVERY)
    await asyncio.sleep(2)
    for stream in streams:
        stream.cancel()
    return told(screens, calls)


def told(screens: list[Screen], calls: list[float]) -> dict[str, float]:
    pings, contents, lost = [], [], 0
    for call in calls:
        for screen in screens:
            woken = first_after(screen.woken, call)
            shown = next((there for asked, there in screen.shown if asked >= (woken or call)), None)
            if woken is None or shown is None:
                lost += 1
                continue
            pings.append((woken - call) * 1000)
            contents.append((shown - call) * 1000)
    return {
        "screens": len(screens),
        "calls": len(calls),
        "ping_p50_ms": round(percentile(pings, 0.5), 1),
        "ping_p99_ms": round(percentile(pings, 0.99), 1),
        "content_p50_ms": round(percentile(contents, 0.5), 1),
        "content_p99_ms": round(percentile(contents, 0.99), 1),
        "content_max_ms": round(max(contents), 1),
        "lost": lost,
    }


def main() -> None:
    with opened() as house:
        result = asyncio.run(measure(house))
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
