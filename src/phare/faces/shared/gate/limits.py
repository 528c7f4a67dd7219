"""Who posts too much is turned away before a thread or a database has been asked.

A bucket a visitor's address, in the memory of one web process. The address itself is kept nowhere:
a bucket is found by a hash with a salt that this process drew at its start and tells nobody.
"""

import asyncio
import hashlib
import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

from phare.faces.shared.gate.bodies import READ_WITHIN, TooSlow, read_whole
from phare.faces.shared.gate.refusal import refused, too_much, too_slow

# The first word behind the language of every public address whose form is made by anybody.
FORMS = frozenset({"registration", "series", "session", "visit", "voice"})
# Forty people behind one router, each of whom sends three times: form, correction, confirmation.
AT_ONCE = 120.0
A_SECOND = 1.0
FORM_AT_MOST = 256 * 1024  # bytes of a form of the public
AT_MOST = 20 * 1024 * 1024  # of anything else that is sent: a calendar, a table of figures
REMEMBERED = 20_000  # addresses; whoever has been quiet longest is forgotten first
# Of one address so many forms are looked at in the same moment, out of the threads of a process:
# what a flood is let in with waits for itself and not before others.
AT_A_TIME = 3

Scope = MutableMapping[str, Any]
Application = Callable[..., Awaitable[None]]


class Buckets:
    """Every visitor has some acts at once, and gets one back each second."""

    def __init__(self, at_once: float = AT_ONCE, a_second: float = A_SECOND) -> None:
        self.at_once, self.a_second = at_once, a_second
        self._salt = secrets.token_bytes(32)
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self._at_home: OrderedDict[bytes, None] = OrderedDict()
        self._inside: dict[bytes, tuple[asyncio.Semaphore, int]] = {}

    def allows(self, address: str, *, at: float | None = None) -> bool:
        """Takes one act out of the bucket of that address; False when it is empty."""
        key = self._key(address)
        if key in self._at_home:
            return True
        now = time.monotonic() if at is None else at
        left, since = self._left.pop(key, (self.at_once, now))
        left = min(self.at_once, left + (now - since) * self.a_second)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return allowed

    def is_at_home(self, address: str) -> None:
        """From here on nothing is counted for that address: it is one of the house."""
        self._at_home[self._key(address)] = None
        if len(self._at_home) > REMEMBERED:
            self._at_home.popitem(last=False)

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Waits until fewer than `AT_A_TIME` forms of that address are being looked at."""
        key = self._key(address)
        if key in self._at_home:
            yield
            return
        door, waiting = self._inside.get(key, (asyncio.Semaphore(AT_A_TIME), 0))
        self._inside[key] = door, waiting + 1
        try:
            async with door:
                yield
        finally:
            door, waiting = self._inside.pop(key)
            if waiting > 1:
                self._inside[key] = door, waiting - 1

    def _key(self, address: str) -> bytes:
        return hashlib.blake2b(subscriber(address), key=self._salt, digest_size=12).digest()


def subscriber(address: str) -> bytes:
    """Who an address belongs to: a connection of IPv6 has all addresses of a /64."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address.encode()
    if found.version == 6 and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return found.packed[:8] if found.version == 6 else found.packed


BUCKETS = Buckets()


def is_limited(scope: Scope) -> bool:
    """Whether a request is a form of the public."""
    if scope["type"] != "http" or scope["method"] != "POST":
        return False
    parts = scope["path"].split("/", 3)
    return len(parts) > 2 and parts[2] in FORMS


def is_too_large(scope: Scope) -> bool:
    """Whether more is sent than anybody reads here, or does not say how much it is: it would be
    kept on disk and hold a thread before a page could refuse it."""
    if scope["type"] != "http":
        return False
    headers = dict(scope.get("headers", ()))
    if b"transfer-encoding" in headers:
        return True
    length = headers.get(b"content-length", b"0")
    at_most = FORM_AT_MOST if is_limited(scope) else AT_MOST
    return not length.isdigit() or int(length) > at_most


def limited(
    inside: Application, buckets: Buckets = BUCKETS, *, read_within: float = READ_WITHIN
) -> Application:
    """`inside`, out of reach of whoever posts too much.

    A form is read before it waits for its turn: a telephone on a bad line holds up nobody who
    shares its address.

    Behind a proxy the address is the one uvicorn has read from its headers. A server that is asked
    through a socket file and told no address turns nobody away.
    """

    async def gate(scope: Scope, receive: Any, send: Any) -> None:
        client = scope.get("client")
        address = client[0] if client and is_limited(scope) else ""
        if is_too_large(scope):
            await too_much(send)
        elif not address:
            await inside(scope, receive, send)
        elif not buckets.allows(address):
            await refused(scope, send)
        else:
            try:
                whole = await read_whole(receive, within=read_within)
            except TooSlow:
                await too_slow(send)
                return
            async with buckets.turn(address):
                await inside(scope, whole, send)

    return gate
