"""Posts without end from one address: what a form gets from a machine.

python -m tests.crowds.flood ORIGIN PATH POSTS SECONDS     prints how often each status came
"""

import asyncio
import json
import sys
import time
from collections import Counter
from urllib.parse import urlsplit

AT_ONCE = 100  # connections; more would only wait for one another
FROM = "127.0.0.2"
BODY = b"name=Robot&mail=robot@example.org&mode=ON_SITE&kind=PERSON&people=1"


async def post(origin: str, path: str) -> int:
    """The status of one post on a connection of its own; 0 when there was none."""
    door = urlsplit(origin)
    try:
        reader, writer = await asyncio.open_connection(
            door.hostname, door.port, local_addr=(FROM, 0)
        )
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {door.netloc}\r\nConnection: close\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(BODY)}\r\n\r\n"
        )
        writer.write(head.encode() + BODY)
        line = await reader.readline()
        await reader.read()
        writer.close()
        return int(line.split()[1])
    except (OSError, IndexError, ValueError):
        return 0


async def flood(origin: str, path: str, posts: int, seconds: float) -> Counter[int]:
    """So many posts, evenly over that time: none waits for the answer to another."""
    found: Counter[int] = Counter()
    room = asyncio.Semaphore(AT_ONCE)
    begin = time.monotonic()

    async def one() -> None:
        async with room:
            found[await post(origin, path)] += 1

    sent = []
    for number in range(posts):
        await asyncio.sleep(max(0.0, begin + number * seconds / posts - time.monotonic()))
        sent.append(asyncio.create_task(one()))
    await asyncio.gather(*sent)
    return found


if __name__ == "__main__":
    origin, path, posts, seconds = sys.argv[1:]
    statuses = asyncio.run(flood(origin, path, int(posts), float(seconds)))
    print(json.dumps(statuses))  # noqa: T201
