"""What is said to whoever posts too much: in four languages at once, made before anybody asks."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

AGAIN_AFTER = "60"  # seconds

# Written here and not in the catalogues: nothing may be looked up while the house is flooded.
SAID = {
    "fr": (
        "Un instant, s’il vous plaît",
        "Trop d’envois arrivent de votre connexion. Attendez une minute, puis envoyez à nouveau : "
        "revenez en arrière, ce que vous avez écrit est encore là. Vous pouvez aussi téléphoner ou "
        "passer à l’accueil : c’est la même liste.",
    ),
    "nl": (
        "Een ogenblik, alstublieft",
        "Er komt te veel tegelijk van uw verbinding. Wacht een minuut en verstuur opnieuw: ga een "
        "pagina terug, wat u schreef staat er nog. U kunt ook bellen of langskomen aan het "
        "onthaal: het is dezelfde lijst.",
    ),
    "en": (
        "One moment, please",
        "Too much is being sent from your connection. Wait a minute and send again: go back one "
        "page, what you wrote is still there. You can also telephone or come to reception: it is "
        "the same list.",
    ),
    "de": (
        "Einen Augenblick, bitte",
        "Von Ihrer Verbindung kommt zu viel auf einmal. Warten Sie eine Minute und senden Sie "
        "erneut: Gehen Sie eine Seite zurück, was Sie geschrieben haben, ist noch da. Sie können "
        "auch anrufen oder zum Empfang kommen: Es ist dieselbe Liste.",
    ),
}


def page(language: str) -> bytes:
    """The sentences with those of the page's language first. It asks for no file of ours."""
    first = language if language in SAID else "fr"
    order = [first, *(code for code in SAID if code != first)]
    body = "".join(
        f'<section lang="{code}"><h{1 + bool(rank)}>{SAID[code][0]}</h{1 + bool(rank)}>'
        f"<p>{SAID[code][1]}</p></section>"
        for rank, code in enumerate(order)
    )
    return (
        f'<!doctype html><html lang="{first}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/static/shared/phare.css">'
        f'<title>{SAID[first][0]}</title></head><body><main class="wrap page stack">{body}</main>'
        "</body></html>"
    ).encode()


PAGES = {code: page(code) for code in SAID}
HEADERS = [
    (b"content-type", b"text/html; charset=utf-8"),
    (b"retry-after", AGAIN_AFTER.encode()),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; style-src 'self'; font-src 'self'"),
    (b"connection", b"close"),
]


async def refused(
    scope: MutableMapping[str, Any], send: Callable[[dict[str, Any]], Awaitable[None]]
) -> None:
    """429, without reading what was sent."""
    asked = scope["path"].split("/", 2)[1]
    said = PAGES.get(asked, PAGES["fr"])
    length = (b"content-length", str(len(said)).encode())
    await send({"type": "http.response.start", "status": 429, "headers": [*HEADERS, length]})
    await send({"type": "http.response.body", "body": said})


async def too_much(send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """413, without reading what was sent: no form of ours is so long."""
    await _hang_up(send, 413)


async def too_slow(send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """408: browsers send it once more by themselves."""
    await _hang_up(send, 408)


async def _hang_up(send: Callable[[dict[str, Any]], Awaitable[None]], status: int) -> None:
    headers = [
        (b"content-length", b"0"),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
