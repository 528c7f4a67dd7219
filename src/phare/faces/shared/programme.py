"""A session as calendars and search machines read it; one meaning for every face."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, override

from phare.activities.choices import Mode
from phare.activities.queries.public import Dated
from phare.centres.queries import Centre
from phare.faces.shared import wording

SCHEMA = "https://schema.org"
ATTENDANCE: dict[tuple[str, ...], str] = {
    (Mode.ON_SITE,): "OfflineEventAttendanceMode",
    (Mode.ONLINE,): "OnlineEventAttendanceMode",
    (Mode.ON_SITE, Mode.ONLINE): "MixedEventAttendanceMode",
}


def language() -> str:
    """The language of the house that this answer is in."""
    return wording.spoken(get_language() or "fr")


def plain(value: object, asked: str = "") -> str:
    """A translated text in that language, else in the first that has it."""
    return wording.said(value, asked or language()).text


def absolute(request: HttpRequest, name: str, *args: str, asked: str = "") -> str:
    """The whole address of a page of this house in that language."""
    with override(asked or language()):
        return request.build_absolute_uri(reverse(name, args=args))


def place_of(session: Dated, centre: Centre, asked: str = "") -> str:
    """Where to go: a room of the house, or another address; empty when it is online only."""
    if session.address:
        return plain(session.address, asked)
    if Mode.ON_SITE not in session.modes and session.places:
        return ""
    rooms = ", ".join(plain(room, asked) for room in session.rooms)
    street = f"{plain(centre.street, asked)}, {centre.postcode} {plain(centre.city, asked)}"
    return ", ".join(part for part in (rooms, plain(centre.name, asked), street) if part)


def event_data(session: Dated, request: HttpRequest, centre: Centre) -> dict[str, Any]:
    """schema.org/Event. Partners are those of the activity, alphabetical; nobody is named."""
    mode = ATTENDANCE.get(session.modes, "OfflineEventAttendanceMode")
    url = absolute(request, "session", session.key)
    return {
        "@context": SCHEMA,
        "@type": "Event",
        "@id": f"urn:uuid:{session.uid}",
        "name": plain(session.activity.title),
        "description": plain(session.activity.lead),
        "url": url,
        "startDate": session.starts_at.isoformat(),
        "endDate": session.ends_at.isoformat(),
        "inLanguage": list(session.languages),
        "isAccessibleForFree": True,
        "eventAttendanceMode": f"{SCHEMA}/{mode}",
        "eventStatus": f"{SCHEMA}/Event{'Cancelled' if session.is_cancelled else 'Scheduled'}",
        "location": locations(session, url, centre),
        "maximumAttendeeCapacity": sum(one.capacity for one in session.places),
        "remainingAttendeeCapacity": session.left if session.is_open else 0,
        "organizer": {
            "@type": "Organization",
            "name": plain(centre.name),
            "url": absolute(request, "home"),
        },
    }


def locations(session: Dated, url: str, centre: Centre) -> list[Mapping[str, Any]]:
    """A place, a virtual place, or both. The virtual one is the page to register on."""
    found: list[Mapping[str, Any]] = []
    if not session.places or Mode.ON_SITE in session.modes:
        address: Any = plain(session.address)
        if not address:
            address = {
                "@type": "PostalAddress",
                "streetAddress": plain(centre.street),
                "postalCode": centre.postcode,
                "addressLocality": plain(centre.city),
                "addressCountry": "BE",
            }
        rooms = ", ".join(plain(room) for room in session.rooms)
        name = rooms or plain(session.address) or plain(centre.name)
        found.append({"@type": "Place", "name": name, "address": address})
    if session.has_video:
        found.append({"@type": "VirtualLocation", "url": url})
    return found
