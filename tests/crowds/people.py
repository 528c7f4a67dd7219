"""People behind one address, each with a form of their own."""

import asyncio
import time
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from tests.gate import filled


def forms(origin: str, path: str, count: int) -> list[str]:
    """As many forms as people, opened and worked for; ready to be sent once they are old enough."""
    connection = HTTPConnection(urlsplit(origin).netloc, timeout=30)
    made = []
    for number in range(count):
        connection.request("GET", path)
        page = connection.getresponse().read().decode()
        given = filled(page, mail=f"person{number}-{time.monotonic_ns()}@example.org")
        made.append(urlencode(given))
    connection.close()
    return made


async def sent(origin: str, path: str, body: str) -> tuple[int, float]:
    """The status of one form, and the seconds until it was answered."""
    door = urlsplit(origin)
    begin = time.perf_counter()
    reader, writer = await asyncio.open_connection(door.hostname, door.port)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {door.netloc}\r\nConnection: close\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write((head + body).encode())
    line = await reader.readline()
    await reader.read()
    writer.close()
    return int(line.split()[1]), time.perf_counter() - begin


async def all_within(
    origin: str, path: str, bodies: list[str], *, seconds: float = 0.0
) -> list[tuple[int, float]]:
    """Everybody sends within so many seconds, evenly; without any, at the same moment."""

    async def in_turn(number: int, body: str) -> tuple[int, float]:
        await asyncio.sleep(number * seconds / len(bodies))
        return await sent(origin, path, body)

    return list(await asyncio.gather(*(in_turn(n, body) for n, body in enumerate(bodies))))
