"""The programme for machines: public, read only, the same for everybody who asks the same."""

import hashlib
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import quote_etag

from phare.activities.queries import agenda
from phare.faces.api import values
from phare.faces.api.asking import (
    AskedWrongly,
    SessionsAsked,
    language_asked,
    refuse_unknown,
    sessions_asked,
)
from phare.faces.api.schema import openapi
from phare.faces.shared.access import for_everybody
from phare.faces.shared.requests import Asked
from phare.ground.snapshot import once_a_state

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Accept-Language",
    "Access-Control-Expose-Headers": "ETag",
}
KEPT = 60  # seconds
LONGEST_KEY = 16


class NotFound(Exception):
    """There is none of that key, or it is not public."""


def endpoint(answer: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """A public address that gives JSON to GET, and says kindly what it does not understand."""

    @for_everybody
    def asked(request: Asked, **parts: str) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={**CORS, "Allow": "GET, HEAD, OPTIONS"})
        if request.method not in ("GET", "HEAD"):
            headers = {**CORS, "Allow": "GET, HEAD, OPTIONS"}
            return _json({"error": _error("", "GET only.")}, 405, headers)
        try:
            return _given(request, answer(request, **parts))
        except AskedWrongly as wrong:
            return _json({"error": _error(wrong.parameter, wrong.message)}, 422, CORS)
        except NotFound:
            return _json({"error": _error("key", "There is none.")}, 404, CORS)

    return asked


def _error(parameter: str, message: str) -> dict[str, str]:
    return {"parameter": parameter, "message": message}


def _json(found: Any, status: int, headers: dict[str, str]) -> HttpResponse:
    body = json.dumps(found, ensure_ascii=False)
    return HttpResponse(body, "application/json; charset=utf-8", status, headers=headers)


def _given(request: HttpRequest, body: str) -> HttpResponse:
    tag = quote_etag(hashlib.sha256(body.encode()).hexdigest()[:20])
    headers = {**CORS, "ETag": tag, "Cache-Control": f"public, max-age={KEPT}"}
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponse(status=304, headers=headers)
    else:
        answer = HttpResponse(body, "application/json; charset=utf-8", headers=headers)
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


def _shared(request: Asked, what: tuple[Any, ...], make: Callable[[], Any]) -> str:
    """Made once a state for everybody who asks the same."""
    key = (request.centre.pk, "api", request.scheme, request.get_host(), *what)
    return once_a_state(key, lambda: json.dumps(make(), ensure_ascii=False))


@endpoint
def sessions(request: Asked) -> str:
    asked = sessions_asked(request.GET, centre=request.centre)
    query = urlencode(sorted((k, v) for k, some in request.GET.lists() for v in some))
    return _shared(request, ("sessions", asked, query), lambda: _page(request, asked))


def _page(request: Asked, asked: SessionsAsked) -> dict[str, Any]:
    found = agenda.coming(asked.days, centre=request.centre, wanted=asked.wanted)
    pages = Paginator(found, asked.per_page)
    shown = pages.page(asked.page).object_list if asked.page <= pages.num_pages else []
    return {
        "count": len(found),
        "page": asked.page,
        "pages": pages.num_pages,
        "next": _link(request, asked.page + 1, pages.num_pages),
        "previous": _link(request, asked.page - 1, pages.num_pages),
        "sessions": [values.session(one, request, asked.language) for one in shown],
    }


def _link(request: Asked, page: int, pages: int) -> str | None:
    if not 1 <= page <= pages:
        return None
    query = request.GET.copy()
    query["page"] = str(page)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


@endpoint
def session(request: Asked, key: str) -> str:
    refuse_unknown(request.GET, ["language"])
    language = language_asked(request.GET)
    return _shared(request, ("session", key, language), lambda: _session(request, key, language))


def _looked_up(key: str) -> str:
    """A key as we make them; anything else is not even looked for."""
    if not (key.isascii() and key.isprintable() and len(key) <= LONGEST_KEY):
        raise NotFound
    return key


def _session(request: Asked, key: str, language: str) -> dict[str, Any]:
    found = agenda.session_with(_looked_up(key), centre=request.centre)
    if found is None:
        raise NotFound
    return values.session(found, request, language)


@endpoint
def activity(request: Asked, key: str) -> str:
    refuse_unknown(request.GET, ["language"])
    language = language_asked(request.GET)
    return _shared(request, ("activity", key, language), lambda: _activity(request, key, language))


def _activity(request: Asked, key: str, language: str) -> dict[str, Any]:
    found = agenda.activity_with(_looked_up(key), centre=request.centre)
    if found is None:
        raise NotFound
    dates = agenda.dates_of(key, centre=request.centre)
    return {
        **values.activity(found, request, language),
        "sessions": [values.session(one, request, language) for one in dates],
    }


@endpoint
def contract(request: Asked) -> str:
    refuse_unknown(request.GET, [])
    origin = request.build_absolute_uri("/").rstrip("/")
    return json.dumps(openapi(origin, centre=request.centre))


@endpoint
def nothing(request: Asked, key: str) -> str:
    """Any other address below: said in JSON too."""
    raise NotFound
