"""What uvicorn serves: pages by threads, live streams by the event loop.

Django answers a page through a chain of synchronous middleware and a synchronous view. Under ASGI
every one of them would be handed back and forth between the loop and a thread; as WSGI, a page is
one hand-over. Streams last for hours and must hold no thread: they stay on the loop.
"""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application

from phare.faces.shared.gate.limits import limited

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phare.config.settings")

STREAMS = "/live/"
THREADS = 10  # of one process; the pool of database connections is a little larger

streams = get_asgi_application()
pages = WSGIMiddleware(get_wsgi_application(), workers=THREADS)  # type: ignore[arg-type]

Scope = MutableMapping[str, Any]


async def house(
    scope: Scope,
    receive: Callable[[], Awaitable[Any]],
    send: Callable[[Any], Awaitable[None]],
) -> None:
    """Hands an HTTP request to threads, or to the loop when it is a stream."""
    is_stream = scope["type"] != "http" or scope["path"].startswith(STREAMS)
    await (streams if is_stream else pages)(scope, receive, send)  # type: ignore[arg-type]


application = limited(house)
