"""Why something of the programme was refused, in words: for the office, for files, for commands."""

from collections.abc import Callable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.queries.rooms import Held
from phare.activities.repeating import NotAPattern
from phare.faces.shared import wording
from phare.ground import clock

SIDES = {"fr": gettext_lazy("French"), "nl": gettext_lazy("Dutch")}


def sides(missing: Any) -> str:
    """French, Dutch, or both."""
    return ", ".join(str(SIDES[code]) for code in missing if code in SIDES)


def _taken(held: Held | None, zone: str) -> str:
    if held is None:
        return _("The room is taken at that time.")
    language = get_language() or "fr"
    start, end = (clock.local(m, zone) for m in (held.session.starts_at, held.session.ends_at))
    words = {
        "room": str(held.room.name) or held.room.code,
        "day": date_format(start, "l j F"),
        "from": wording.hour(start, language),
        "until": wording.hour(end, language),
        "title": str(held.session.activity.title),
    }
    return _("%(room)s is taken on %(day)s from %(from)s to %(until)s: “%(title)s”.") % words


PLAIN: dict[type[Exception], tuple[str, Any]] = {
    actions.EndsBeforeItBegins: ("end", gettext_lazy("A session ends after it begins.")),
    actions.NoLanguage: ("languages", gettext_lazy("Choose at least one language.")),
    actions.NoPlaces: (
        "on_site",
        gettext_lazy("Give a number of places on site, online, or both."),
    ),
    actions.NotApproved: ("", gettext_lazy("The activity is not approved yet.")),
    actions.VideoIsMissing: (
        "video",
        gettext_lazy("There are places online and no video: say which one."),
    ),
    actions.SessionHasBegun: ("", gettext_lazy("The session has begun or is over.")),
    actions.ReasonIsMissing: ("because_fr", gettext_lazy("Say why, in French and in Dutch.")),
    actions.ChangedMeanwhile: (
        "",
        gettext_lazy(
            "A colleague has changed this session meanwhile. Look at it again, then change it."
        ),
    ),
    actions.NotInThatState: (
        "",
        gettext_lazy("This is not possible any more: somebody else has decided meanwhile."),
    ),
    actions.SessionsAreToCome: (
        "",
        gettext_lazy("It has sessions to come: cancel or remove them first."),
    ),
    actions.TitleIsMissing: ("title_fr", gettext_lazy("Give a title, in French and in Dutch.")),
    actions.AgesRunBackwards: (
        "age_below",
        gettext_lazy("This age is not above the lowest one."),
    ),
    actions.NoDates: ("until", gettext_lazy("No date is left: every one is closed or taken.")),
    actions.NothingToExtend: ("", gettext_lazy("No session of this pattern is left.")),
    actions.RoomsAreOne: ("rooms", gettext_lazy("Choose at least two rooms.")),
    actions.NameIsMissing: ("title_fr", gettext_lazy("Give a name, in French and in Dutch.")),
    actions.DaysRunBackwards: (
        "last_on",
        gettext_lazy("The last day is before the first one."),
    ),
    actions.NothingToDo: ("what", gettext_lazy("Say what is to be done.")),
    NotAPattern: ("until", gettext_lazy("These dates cannot be read as a pattern.")),
}
SAID: dict[type[Exception], Callable[[Any, str], tuple[str, str]]] = {
    actions.RoomIsTaken: lambda e, zone: ("rooms", _taken(e.held, zone)),
    actions.RoomIsTooSmall: lambda e, zone: (
        "on_site",
        _("The room takes %(count)s people.") % {"count": e.at_most},
    ),
    actions.PlacesAreHeld: lambda e, zone: (
        e.mode.lower(),
        ngettext(
            "%(count)s person has a place there: move or cancel it first, then empty the number.",
            "%(count)s people have a place there: move or cancel them first, then empty the "
            "number.",
            e.people,
        )
        % {"count": e.people},
    ),
    actions.SideIsMissing: lambda e, zone: (
        "",
        _("Not everything is there in: %(languages)s.") % {"languages": sides(e.missing)},
    ),
    actions.NotANetwork: lambda e, zone: (
        "house_networks",
        _("“%(line)s” is no network address.") % {"line": e.line},
    ),
}
REFUSALS = (*PLAIN, *SAID)


def refusal(error: Exception, *, zone: str) -> tuple[str, str]:
    """The field it is about, if there is one, and what to say."""
    if type(error) in SAID:
        return SAID[type(error)](error, zone)
    field, text = PLAIN[type(error)]
    return field, str(text)
