"""A form of the public is read whole before it takes anybody's turn."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

READ_WITHIN = 30.0  # seconds: a form is a few kilobytes, on the slowest of telephones too


class TooSlow(Exception):
    """It was not all there in time."""


async def read_whole(receive: Receive, *, within: float = READ_WITHIN) -> Receive:
    """`receive` with everything that was sent in hand already; how much that may be, the caller
    has seen to. Raises `TooSlow`. Whoever hangs up meanwhile is passed on as such."""
    messages: list[Message] = []
    try:
        async with asyncio.timeout(within):
            while not messages or messages[-1].get("more_body"):
                messages.append(await receive())
    except TimeoutError as error:
        raise TooSlow from error
    kept = iter(messages)

    async def replay() -> Message:
        for message in kept:
            return message
        return await receive()

    return replay
