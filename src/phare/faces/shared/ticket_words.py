"""A ticket as paper, kiosk and telephone show it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phare.centres.queries import Centre, languages, themes
from phare.faces.shared.requests import Asked
from phare.faces.shared.waits import told
from phare.ground import clock
from phare.ground.translated import Translated
from phare.tickets.queries import Wait

NOT_YET = {
    "fr": "Pas encore de thème",
    "nl": "Nog geen thema",
    "en": "No theme yet",
    "de": "Noch kein Thema",
}


@dataclass(frozen=True)
class Printed:
    """What `shared/slip.html` prints; nothing on it says who somebody is."""

    letter: str
    number: int
    light: str
    theme: Translated
    moment: datetime
    range: str
    now: bool
    language_name: str
    follow_url: str
    follow_short: str
    code: str
    other_theme: str
    other_language: str


def theme_name(code: str, *, centre: Centre) -> Translated:
    """The name of a theme, or the words for a question without one yet."""
    return next((t.name for t in themes(centre=centre) if t.code == code), Translated(NOT_YET))


def spoken_in(code: str, *, centre: Centre) -> str:
    """The name of a language in the reader's own."""
    return next((str(x.name) for x in languages(centre=centre) if x.code == code), code)


def printed(request: Asked, ticket: Any, wait: Wait) -> Printed:
    """The paper of `ticket`, in its language, with French or Dutch beside it."""
    centre = request.centre
    name = theme_name(ticket.theme, centre=centre)
    other = "nl" if ticket.language != "nl" else "fr"
    said = told(wait, centre=centre)
    path = reverse("follow", args=[ticket.token])
    return Printed(
        letter=ticket.series,
        number=ticket.number,
        light=ticket.theme,
        theme=name,
        moment=clock.local(ticket.queued_at or clock.now(), centre.time_zone),
        range=said.words if said.is_range else "",
        now=said.is_now,
        language_name=_("in %(language)s")
        % {"language": spoken_in(ticket.language, centre=centre)},
        follow_url=request.build_absolute_uri(path),
        follow_short=request.get_host(),
        code="",
        other_theme=name.get(other, ""),
        other_language=other,
    )
