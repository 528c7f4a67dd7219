"""Sessions as an iCalendar feed (RFC 5545): an entry has the same UID wherever it is read."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.http import HttpRequest
from icalendar import Calendar, Event, Timezone

from phare.activities.queries.public import Dated
from phare.centres.queries import Centre
from phare.faces.shared.programme import absolute, place_of, plain
from phare.ground import clock

PRODUCT = "-//Phare//Programme//"
REFRESHED = timedelta(hours=1)
REMEMBERED = timedelta(days=31)  # past sessions stay in a calendar that comes back


def entry_id(session: Dated) -> str:
    """The UID of its entry, in feeds and in letters alike."""
    return str(session.uid)


def feed(
    sessions: Sequence[Dated], request: HttpRequest, *, centre: Centre, name: str, asked: str
) -> bytes:
    """All of them as one calendar in that language; cancelled ones say that they are."""
    found = Calendar()
    found.add("prodid", f"{PRODUCT}{asked.upper()}")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", " ".join(name.split()))
    found.add("x-wr-timezone", centre.time_zone)
    found.add("refresh-interval", REFRESHED, parameters={"value": "DURATION"})
    found.add("x-published-ttl", REFRESHED)
    for one in sessions:
        found.add_component(entry(one, request, centre=centre, asked=asked))
    if sessions:
        found.add_component(_zone(sessions, centre))
    return found.to_ical()


def entry(session: Dated, request: HttpRequest, *, centre: Centre, asked: str) -> Event:
    """Hours stand on the wall clock of the centre, so a summer time decided later is kept."""
    event = Event()
    event.add("uid", entry_id(session))
    event.add("sequence", session.sequence)
    event.add("dtstamp", clock.now())
    event.add("dtstart", session.starts_at)
    event.add("dtend", session.ends_at)
    title = plain(session.activity.title, asked)
    event.add("summary", title)
    event.add("description", _described(session, asked))
    event.add("url", absolute(request, "session", session.key, asked=asked))
    where = place_of(session, centre, asked)
    if where:
        event.add("location", where)
    event.add("status", "CANCELLED" if session.is_cancelled else "CONFIRMED")
    event.add("class", "PUBLIC")
    event.add("transp", "OPAQUE")
    event.add("categories", list(session.activity.themes) or ["unknown"])
    return event


def _described(session: Dated, asked: str) -> str:
    lines = [plain(session.activity.lead, asked), plain(session.note, asked)]
    if session.is_cancelled:
        lines.insert(0, plain(session.cancelled_because, asked))
    return "\n\n".join(line for line in lines if line)


def _zone(sessions: Sequence[Dated], centre: Centre) -> Timezone:
    """The rules of the zone for the years these sessions lie in."""
    first = min(one.starts_at for one in sessions)
    last = max(one.ends_at for one in sessions)
    return Timezone.from_tzid(
        centre.time_zone,
        first_date=date(first.year, 1, 1),
        last_date=date(last.year + 1, 12, 31),
    )
