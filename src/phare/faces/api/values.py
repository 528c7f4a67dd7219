"""The programme as JSON. Texts say which language they are really in; nobody is named."""

from typing import Any

from django.http import HttpRequest

from phare.activities.queries.public import Dated, Offered, Places
from phare.faces.shared.programme import absolute
from phare.faces.shared.wording import said
from phare.ground.text import alphabetical


def text(value: object, language: str) -> dict[str, str] | None:
    """A text and its language, which is another one where it is not translated."""
    found = said(value, language)
    return {"text": found.text, "language": found.language} if found.text else None


def activity(one: Offered, request: HttpRequest, language: str) -> dict[str, Any]:
    return {
        "key": one.key,
        "url": absolute(request, "activity", one.key, asked=language),
        "kind": one.kind,
        "title": text(one.title, language),
        "lead": text(one.lead, language),
        "text": text(one.text, language),
        "bring": text(one.bring, language),
        "themes": list(one.themes),
        "audiences": list(one.audiences),
        "scheme": one.scheme or None,
        "age_from": one.age_from,
        "age_below": one.age_below,
        "partners": sorted(
            (text(name, language) for name in one.partners),
            key=lambda name: alphabetical(name["text"] if name else ""),
        ),
    }


def session(one: Dated, request: HttpRequest, language: str) -> dict[str, Any]:
    return {
        "key": one.key,
        "uid": str(one.uid),
        "sequence": one.sequence,
        "url": absolute(request, "session", one.key, asked=language),
        "state": one.state,
        "cancelled_because": text(one.cancelled_because, language),
        "starts_at": one.starts_at.isoformat(),
        "ends_at": one.ends_at.isoformat(),
        "languages": list(one.languages),
        "places": [places(some) for some in one.places],
        "rooms": [text(room, language) for room in one.rooms],
        "address": text(one.address, language),
        "note": text(one.note, language),
        "is_open": one.is_open,
        "series": one.series or None,
        "activity": activity(one.activity, request, language),
    }


def places(some: Places) -> dict[str, Any]:
    return {
        "mode": some.mode,
        "capacity": some.capacity,
        "left": some.left,
        "waiting": some.waiting,
    }
