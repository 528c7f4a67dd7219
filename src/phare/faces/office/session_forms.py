"""When, where and how a session takes place; a pattern of them; why one is cancelled."""

import calendar
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.activities import repeating
from phare.activities.actions import Plan
from phare.activities.choices import Mode, VideoProvider
from phare.activities.queries.ideas import all_series, tracks_of
from phare.activities.queries.planned import Planned, facilitations
from phare.activities.queries.rooms import room_combinations, rooms
from phare.centres.choices import WEEKDAYS
from phare.centres.queries import Centre, languages
from phare.faces.office.passages import (
    Side,
    boxes,
    day_field,
    hour_field,
    initial_of,
    passages,
    side_by_side,
    text_of,
)
from phare.ground import clock
from phare.people.queries import staff

MOST_PLACES = 5000
FARTHEST = timedelta(days=3 * 366)
TOGETHER = "together-"  # before the number of rooms that are held together


def _places(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=MOST_PLACES, required=False, **more
    )


class SessionForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = day_field(gettext_lazy("Day"))
    start = hour_field(gettext_lazy("From"))
    end = hour_field(gettext_lazy("Until"))
    last_day = day_field(
        gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Only if it ends on another day."),
    )
    languages = boxes(gettext_lazy("Languages"), [])
    rooms = boxes(gettext_lazy("Rooms"), [], required=False)
    on_site = _places(gettext_lazy("Places on site"), help_text=gettext_lazy("Empty: not on site."))
    online = _places(gettext_lazy("Places online"), help_text=gettext_lazy("Empty: not online."))
    video = forms.ChoiceField(label=gettext_lazy("Video"), choices=VideoProvider.choices)
    video_address = forms.URLField(
        label=gettext_lazy("Address of the video"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy("Shown to those who have a place, shortly before it begins."),
    )
    closes_hours = forms.IntegerField(
        label=gettext_lazy("Registration closes, hours before"),
        min_value=0,
        max_value=24 * 60,
        required=False,
        help_text=gettext_lazy("Empty: when it begins."),
    )
    staff = boxes(gettext_lazy("Who gives it"), [], required=False)
    series = forms.ChoiceField(label=gettext_lazy("Part of a series"), required=False)
    plenary = forms.BooleanField(
        label=gettext_lazy("Whoever registers for the series is there"), required=False
    )

    def __init__(self, *args: Any, centre: Centre, **more: Any) -> None:
        super().__init__(*args, **more)
        self.centre = centre
        self.fields |= passages(
            "address", gettext_lazy("Address, if elsewhere"), needed=(), longest=200
        )
        self.fields |= passages(
            "note", gettext_lazy("To know for this date"), needed=(), longest=400, lines=2
        )
        spoken = [(one.code, str(one.name)) for one in languages(centre=centre)]
        self.fields["languages"].choices = spoken  # type: ignore[attr-defined]
        self.people = {str(person.pk): person for person in staff(centre=centre)}
        self.fields["staff"].choices = [  # type: ignore[attr-defined]
            (key, person.name) for key, person in self.people.items()
        ]
        self._offer_rooms(centre)
        self._offer_series(centre)

    def _offer_rooms(self, centre: Centre) -> None:
        self.held = {str(room.pk): [room] for room in rooms(centre=centre)}
        named = [
            (str(room.pk), f"{room.name or room.code} ({room.capacity})")
            for (room,) in self.held.values()
        ]
        for one in room_combinations(centre=centre):
            self.held[f"{TOGETHER}{one.pk}"] = list(one.rooms.all())
            named.append((f"{TOGETHER}{one.pk}", f"{one.title} ({one.capacity})"))
        self.fields["rooms"].choices = named  # type: ignore[attr-defined]

    def _offer_series(self, centre: Centre) -> None:
        self.threads: dict[str, tuple[Any, Any]] = {"": (None, None)}
        named = [("", _("None"))]
        for series in all_series(centre=centre):
            self.threads[f"{series.pk}"] = (series, None)
            named.append((f"{series.pk}", str(series.title)))
            for track in tracks_of(series):
                self.threads[f"{series.pk}-{track.pk}"] = (series, track)
                named.append((f"{series.pk}-{track.pk}", f"{series.title} · {track.title}"))
        self.fields["series"].choices = named  # type: ignore[attr-defined]

    def texts(self) -> list[Side]:
        return side_by_side(self, ("address", "note"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        today = clock.today(self.centre.time_zone)
        for name in ("day", "last_day"):
            if given.get(name) and abs(given[name] - today) > FARTHEST:
                self.add_error(name, _("No session is that far away: look at the year."))
        if given.get("video") == VideoProvider.ADDRESS and not given.get("video_address"):
            self.add_error("video_address", _("Give the address of the video."))
        return given

    def plan(self) -> Plan:
        given, zone = self.cleaned_data, self.centre.time_zone
        start = clock.moment(given["day"], given["start"], zone)
        end = clock.moment(given["last_day"] or given["day"], given["end"], zone)
        series, track = self.threads[given["series"]]
        hours = given["closes_hours"]
        chosen = {room.pk: room for key in given["rooms"] for room in self.held[key]}
        places = {Mode.ON_SITE: given["on_site"], Mode.ONLINE: given["online"]}
        return Plan(
            start=start,
            end=end,
            languages=given["languages"],
            places={mode: many for mode, many in places.items() if many is not None},
            rooms=list(chosen.values()),
            address=text_of(given, "address"),
            note=text_of(given, "note"),
            video=given["video"],
            video_address=given["video_address"],
            closes_at=start - timedelta(hours=hours) if hours else None,
            staff=[self.people[key] for key in given["staff"]],
            series=series,
            track=track,
            plenary=bool(series) and given["plenary"],
        )


REPEATS = (
    ("WEEK", gettext_lazy("Every week")),
    ("TWO_WEEKS", gettext_lazy("Every two weeks")),
    ("MONTH", gettext_lazy("Every month, on the same weekday of the month")),
    ("DAY", gettext_lazy("Every day from Monday to Friday")),
)


class PatternForm(SessionForm):
    """The first date, and how it comes back."""

    repeat = forms.ChoiceField(label=gettext_lazy("How it comes back"), choices=REPEATS)
    weekdays = boxes(
        gettext_lazy("On these days of the week"),
        WEEKDAYS,
        required=False,
        help_text=gettext_lazy("None: the weekday of the first date."),
    )
    until = day_field(gettext_lazy("Up to and including"))
    skips_holidays = forms.BooleanField(
        label=gettext_lazy("Leave out school holidays"), required=False
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        day, until = given.get("day"), given.get("until")
        if day and until and not day <= until <= day + FARTHEST:
            self.add_error("until", _("This is before the first date, or too far away."))
        return given

    def rule(self) -> str:
        given = self.cleaned_data
        day, until = given["day"], given["until"]
        if given["repeat"] == "MONTH":
            return repeating.monthly_like(day, every=1, until=until)
        if given["repeat"] == "DAY":
            return repeating.daily(until=until)
        every = 2 if given["repeat"] == "TWO_WEEKS" else 1
        chosen = {int(one) for one in given["weekdays"]} or {day.weekday()}
        return repeating.weekly(every=every, weekdays=chosen, until=until)


class ReasonForm(forms.Form):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields |= passages("because", gettext_lazy("Why"), longest=300, lines=2)

    def sides(self) -> list[Side]:
        return side_by_side(self, ("because",))

    def because(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "because")


class PlacesForm(forms.Form):
    mode = forms.ChoiceField(choices=Mode.choices, widget=forms.HiddenInput)
    planned = forms.IntegerField(
        label=gettext_lazy("Places planned"), min_value=0, max_value=MOST_PLACES
    )


class UntilForm(forms.Form):
    until = day_field(gettext_lazy("Up to and including"))


def usual(day: date, centre: Centre) -> dict[str, Any]:
    """What the form of a new session begins with."""
    return {
        "day": day,
        "start": time(13, 30),
        "end": time(15, 30),
        "languages": ["fr"],
        "on_site": 12,
        "video": VideoProvider.NONE,
        "until": _end_of_quarter(day),
        "skips_holidays": True,
    }


def _end_of_quarter(day: date) -> date:
    month = (day.month - 1) // 3 * 3 + 3
    return date(day.year, month, calendar.monthrange(day.year, month)[1])


def planned_of(planned: Planned, centre: Centre) -> dict[str, Any]:
    """What the form of a session holds already."""
    session, zone = planned.session, centre.time_zone
    start, end = (clock.local(moment, zone) for moment in (session.starts_at, session.ends_at))
    places = {one.mode: one.planned for one in planned.places}
    thread = "-".join(str(pk) for pk in (session.series_id, session.track_id) if pk)
    return {
        "seen": session.sequence,
        "day": start.date(),
        "start": start.time(),
        "end": end.time(),
        "last_day": end.date() if end.date() != start.date() else None,
        "languages": session.languages,
        "rooms": [str(room.pk) for room in planned.rooms],
        "on_site": places.get(Mode.ON_SITE),
        "online": places.get(Mode.ONLINE),
        "video": session.video,
        "video_address": session.video_address,
        "closes_hours": _hours_before(session.starts_at, session.closes_at),
        "staff": [str(one.person_id) for one in facilitations(session)],
        "series": thread,
        "plenary": session.plenary,
        **initial_of("address", session.address),
        **initial_of("note", session.note),
    }


def _hours_before(start: datetime, closes: datetime | None) -> int | None:
    return None if closes is None else round((start - closes).total_seconds() / 3600)
