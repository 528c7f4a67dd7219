"""Asynchronous clients that keep their connection, for loads http.client is too slow for."""

import asyncio
import time
from urllib.parse import urlencode, urlsplit

TOKEN = "a" * 32
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


class Client:
    """One connection at a time to the house; opened again when the house closes it."""

    def __init__(self, origin: str, cookie: str = "") -> None:
        door = urlsplit(origin)
        self.host, self.port = door.hostname, door.port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.signed = (
            f"Cookie: phare_staff={cookie}; csrftoken={TOKEN}\r\nX-CSRFToken: {TOKEN}\r\n"
            if cookie
            else ""
        )

    async def send(
        self, method: str, path: str, more: str = "", **fields: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one request."""
        for attempt in (1, 2):
            try:
                return await self._send(method, path, more, urlencode(fields))
            except (ConnectionError, asyncio.IncompleteReadError):
                self.close()
                if attempt == 2:
                    raise
        raise AssertionError

    async def post_json(self, path: str, body: str, more: str = "") -> int:
        """The status of a request to an API."""
        kind = "Content-Type: application/json\r\n"
        answer = await self._send("POST", path, more, body, kind)
        return answer[0]

    async def _send(
        self, method: str, path: str, more: str, body: str, kind: str = FORM
    ) -> tuple[int, dict[str, str], bytes]:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        assert self.reader is not None
        self.writer.write(
            f"{method} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n{self.signed}{more}"
            f"{kind}Content-Length: {len(body)}\r\n"
            f"\r\n{body}".encode()
        )
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(
            (name.lower(), value)
            for line in head[1:]
            if line
            for name, value in [line.split(": ", 1)]
        )
        status = int(head[0].split()[1])
        return status, headers, await self._body(headers)

    async def _body(self, headers: dict[str, str]) -> bytes:
        assert self.reader is not None
        if headers.get("transfer-encoding") == "chunked":
            parts = []
            while size := int(await self.reader.readline(), 16):
                parts.append(await self.reader.readexactly(size))
                await self.reader.readline()
            await self.reader.readline()
            return b"".join(parts)
        return await self.reader.readexactly(int(headers.get("content-length", "0")))

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.writer = self.reader = None


def percentile(values: list[float], share: float) -> float:
    """Nearest rank; in the unit of the values."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


async def timed(act):  # type: ignore[no-untyped-def]
    """Milliseconds `act` takes, and what it gives."""
    begin = time.perf_counter()
    given = await act
    return (time.perf_counter() - begin) * 1000, given
