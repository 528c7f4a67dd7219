"""Fragments that many screens refetch: not sent again unchanged."""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import quote_etag


def fragment(request: HttpRequest, text: str) -> HttpResponse:
    """`text` with its ETag, or 304 when the screen has it already."""
    tag = quote_etag(hashlib.sha256(text.encode()).hexdigest()[:20])
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(text, headers=headers)
