"""Fragments that many screens refetch: rendered once a state, and not sent again unchanged."""

import hashlib
import time
from collections.abc import Callable, Hashable

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import quote_etag

from phare.ground.snapshot import snapshot

FRESH = 1.0  # seconds a rendered fragment serves every screen of this process
KEPT = 500

_rendered: dict[Hashable, tuple[float, str]] = {}


def rendered_once(key: Hashable, render: Callable[[], str]) -> str:
    """The text of `render`, shared by every request with that key.

    It is never older than the last write anywhere, so a screen that was woken by an act sees it,
    and at most a second old, since waits move without any act.
    """
    key = (key, snapshot())
    found = _rendered.get(key)
    if found is not None and time.monotonic() - found[0] < FRESH:
        return found[1]
    if len(_rendered) > KEPT:
        _rendered.clear()
    text = render()
    _rendered[key] = (time.monotonic(), text)
    return text


def fragment(request: HttpRequest, text: str) -> HttpResponse:
    """`text` with its ETag, or 304 when the screen has it already."""
    tag = quote_etag(hashlib.sha256(text.encode()).hexdigest()[:20])
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(text, headers=headers)
