"""The programme for calendars and news readers: iCalendar, RSS, Atom, filtered as the agenda."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_response_headers
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from phare.activities.queries import agenda as programme
from phare.activities.queries.public import Dated
from phare.faces.portal.looking import filter_pairs, wanted_in
from phare.faces.shared.access import for_everybody
from phare.faces.shared.calendars import REMEMBERED, feed
from phare.faces.shared.programme import absolute, language, place_of, plain
from phare.faces.shared.requests import Asked
from phare.faces.shared.wording import hour
from phare.ground import clock

KEPT = 600  # seconds a reader may keep it
NEWS = 50


@for_everybody
def agenda_calendar(request: Asked) -> HttpResponse:
    """What is coming, and what was until a month ago, narrowed as the address says."""
    wanted = wanted_in(request.GET, centre=request.centre)
    since = clock.now() - REMEMBERED
    found = programme.changed_lately(centre=request.centre, wanted=wanted, since=since)
    return _calendar(request, found, _("Agenda"), "phare")


@for_everybody
def activity_calendar(request: Asked, key: str) -> HttpResponse:
    offered = programme.activity_with(key, centre=request.centre)
    if offered is None:
        raise Http404
    found = programme.dates_of(key, centre=request.centre)
    return _calendar(request, found, plain(offered.title), key)


@for_everybody
def session_calendar(request: Asked, key: str) -> HttpResponse:
    found = programme.session_with(key, centre=request.centre)
    if found is None:
        raise Http404
    return _calendar(request, [found], plain(found.activity.title), key)


def _calendar(request: Asked, found: list[Dated], title: str, file: str) -> HttpResponse:
    centre = request.centre
    name = f"{plain(centre.name)} · {title}"
    body = feed(found, request, centre=centre, name=name, asked=language())
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{file}.ics"'
    return _unless_known(request, answer, [line for line in body.splitlines() if not _stamp(line)])


def _stamp(line: bytes) -> bool:
    """The moment of asking says nothing about the programme."""
    return line.startswith(b"DTSTAMP")


def _unless_known(request: HttpRequest, answer: HttpResponse, parts: list[bytes]) -> HttpResponse:
    """304 for whoever has it already."""
    tag = quote_etag(hashlib.sha256(b"\n".join(parts)).hexdigest()[:20])
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponse(status=304)
    answer.headers["ETag"] = tag
    answer.headers["Access-Control-Allow-Origin"] = "*"
    patch_response_headers(answer, KEPT)
    answer.headers["ETag"] = tag
    return answer


@for_everybody
def rss(request: Asked) -> HttpResponse:
    return _news(request, Rss201rev2Feed, "agenda-rss")


@for_everybody
def atom(request: Asked) -> HttpResponse:
    return _news(request, Atom1Feed, "agenda-atom")


def _news(request: Asked, kind: type[Rss201rev2Feed | Atom1Feed], name: str) -> HttpResponse:
    """The next sessions, nearest first."""
    centre = request.centre
    wanted = wanted_in(request.GET, centre=centre)
    found = [one for one in programme.coming(centre=centre, wanted=wanted) if not one.is_cancelled]
    written = kind(
        title=f"{plain(centre.name)} · {_('Agenda')}",
        link=absolute(request, "agenda"),
        feed_url=absolute(request, name),
        description=_("Sessions, workshops and meetings. Free."),
        language=language(),
    )
    for one in found[:NEWS]:
        written.add_item(
            title=f"{one.starts_at:%d.%m.%Y} · {plain(one.activity.title)}",
            link=absolute(request, "session", one.key),
            description=_line(one, request),
            unique_id=f"urn:uuid:{one.uid}:{one.sequence}",
            unique_id_is_permalink=False,
            categories=list(one.activity.themes),
        )
    body = written.writeString("utf-8").encode()
    answer = HttpResponse(body, content_type=written.content_type)
    parts = [str(pair).encode() for pair in filter_pairs(wanted)] + [
        f"{one.uid}{one.sequence}{plain(one.activity.title)}".encode() for one in found[:NEWS]
    ]
    return _unless_known(request, answer, parts)


def _line(session: Dated, request: Asked) -> str:
    said = language()
    first, last = hour(session.starts_at, said), hour(session.ends_at, said, running=True)
    where = place_of(session, request.centre)
    parts = [f"{first} – {last}", where, plain(session.activity.lead)]
    return " · ".join(part for part in parts if part)
