"""Shifts and absences: adding, looking at one, taking one away."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.centres.queries import Centre, desks
from phare.faces.office.centre_forms import DaysForm
from phare.faces.office.pages import done, here, shown
from phare.faces.office.passages import day_field, hour_field
from phare.faces.office.week import FARTHEST, asked_day, half_days_of
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.ground.periods import Period
from phare.people.queries import Person, staff
from phare.people.rules import may_manage
from phare.rota import actions, queries
from phare.rota.choices import Post

USUAL = (time(9), time(13))
AHEAD = timedelta(days=365)


def _choose(name: str, form: forms.Form, pairs: Any) -> None:
    form.fields[name].choices = [("", _("Choose")), *pairs]  # type: ignore[attr-defined]


class ShiftForm(forms.Form):
    person = forms.ChoiceField(label=gettext_lazy("Who"))
    post = forms.ChoiceField(label=gettext_lazy("Post"), choices=Post.choices)
    desk = forms.ChoiceField(
        label=gettext_lazy("Which desk"),
        required=False,
        help_text=gettext_lazy("For the post “Desk” only."),
    )
    day = day_field(gettext_lazy("Day"))
    start = hour_field(gettext_lazy("From"))
    end = hour_field(gettext_lazy("Until"))

    def __init__(self, *args: Any, centre: Centre, **more: Any) -> None:
        super().__init__(*args, **more)
        self.centre = centre
        self.people = {str(person.pk): person for person in staff(centre=centre)}
        self.desks = {str(desk.pk): desk for desk in desks(centre=centre)}
        _choose("person", self, [(key, person.name) for key, person in self.people.items()])
        _choose("desk", self, [(k, str(d.name) or d.code) for k, d in self.desks.items()])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("start"), given.get("end")
        if start and end and end <= start:
            self.add_error("end", _("A shift ends after it begins, on the same day."))
        if given.get("post") == Post.DESK and not given.get("desk"):
            self.add_error("desk", _("Say at which desk."))
        today = clock.today(self.centre.time_zone)
        if "day" in given and abs(given["day"] - today) >= FARTHEST:
            self.add_error("day", _("No planning is that far away: look at the year."))
        return given

    def who(self) -> Person:
        return self.people[self.cleaned_data["person"]]

    def where(self) -> Any:
        is_desk = self.cleaned_data["post"] == Post.DESK
        return self.desks.get(self.cleaned_data["desk"]) if is_desk else None

    def period(self) -> Period:
        given, zone = self.cleaned_data, self.centre.time_zone
        start = clock.moment(given["day"], given["start"], zone)
        return Period(start, clock.moment(given["day"], given["end"], zone))


class AbsenceForm(DaysForm):
    person = forms.ChoiceField(label=gettext_lazy("Who"))

    field_order = ("person", "first_on", "last_on")

    def __init__(self, *args: Any, centre: Centre, **more: Any) -> None:
        super().__init__(*args, **more)
        self.people = {str(person.pk): person for person in staff(centre=centre)}
        _choose("person", self, [(key, person.name) for key, person in self.people.items()])


@for_those_who(may_manage)
def add_shift(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    form = ShiftForm(request.POST or None, centre=centre, initial=_usual(request))
    if request.method == "POST" and form.is_valid():
        who, period = form.who(), form.period()
        post, where = form.cleaned_data["post"], form.where()
        try:
            actions.plan_shift(who, centre=centre, post=post, period=period, place=where)
        except actions.AlreadyPlanned:
            form.add_error(None, _clash(form))
        else:
            said = _("%(name)s is planned.") % {"name": who.name}
            return done(request, said, "planning", query=f"?week={form.cleaned_data['day']}")
    return shown(request, "office/planning/shift_new.html", {"form": form})


def _usual(request: StaffAsked) -> dict[str, Any]:
    """What the cell of the week that was pressed already says."""
    asked = request.GET
    day = asked_day(asked.get("day", ""), today=clock.today(request.centre.time_zone))
    halves = half_days_of(day, day, centre=request.centre)
    zone = request.centre.time_zone
    start, end = USUAL
    if halves:
        first = halves[0].spans
        start = clock.local(first[0].start, zone).time()
        end = clock.local(first[-1].end, zone).time()
    post = asked.get("post", Post.DESK)
    return {"day": day, "post": post, "desk": asked.get("desk", ""), "start": start, "end": end}


def _clash(form: ShiftForm) -> str:
    """Who or what is in the way, in words."""
    period, who, where = form.period(), form.who(), form.where()
    zone, day = form.centre.time_zone, form.cleaned_data["day"]
    for shift, _away in queries.planned_between(day, day, centre=form.centre):
        start, end = shift.during.lower, shift.during.upper
        if not (start < period.end and period.start < end):
            continue
        hours = {"from": _clock(start, zone), "until": _clock(end, zone)}
        if shift.person_id == who.pk:
            words = {"name": who.name, "post": _post(shift), **hours}
            text = _("%(name)s is planned already from %(from)s to %(until)s: %(post)s.")
            return text % words
        if where is not None and shift.place_id == where.pk and shift.post == Post.DESK:
            words = {"desk": str(where.name), "name": shift.person.name, **hours}
            return _("%(desk)s is taken from %(from)s to %(until)s by %(name)s.") % words
    # The person may be planned in another centre of the network: its planning is not ours to show.
    return _("%(name)s is planned elsewhere at that time.") % {"name": who.name}


def _clock(moment: datetime, zone: str) -> str:
    return f"{clock.local(moment, zone):%H:%M}"


def _post(shift: Any) -> str:
    return str(shift.place.name) if shift.place else str(shift.get_post_display())


@for_those_who(may_manage)
def shift(request: StaffAsked, pk: int) -> HttpResponse:
    row = here(queries.shift_numbered(pk, centre=request.centre))
    zone = request.centre.time_zone
    found = {
        "shift": row,
        "start": clock.local(row.during.lower, zone),
        "end": clock.local(row.during.upper, zone),
    }
    return shown(request, "office/planning/shift.html", found)


@for_those_who(may_manage)
@only_post
def remove_shift(request: StaffAsked, pk: int) -> HttpResponse:
    row = here(queries.shift_numbered(pk, centre=request.centre))
    day = clock.local(row.during.lower, request.centre.time_zone).date()
    actions.cancel_shift(row)
    return done(request, _("Taken out of the planning."), "planning", query=f"?week={day}")


@for_those_who(may_manage)
def absences(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    today = clock.today(centre.time_zone)
    usual = {"first_on": today, "last_on": today}
    form = AbsenceForm(request.POST or None, centre=centre, initial=usual)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        who = form.people[given["person"]]
        actions.record_absence(
            who, centre=centre, first_on=given["first_on"], last_on=given["last_on"]
        )
        said = _("%(name)s is away: the shifts of those days count for nothing.")
        return done(request, said % {"name": who.name}, "absences")
    rows = queries.absences_between(today, today + AHEAD, centre=centre)
    return shown(request, "office/planning/absences.html", {"form": form, "rows": rows})


@for_those_who(may_manage)
@only_post
def cancel_absence(request: StaffAsked, pk: int) -> HttpResponse:
    row = here(queries.absence_numbered(pk, centre=request.centre))
    actions.cancel_absence(row)
    return done(request, _("Back: the shifts of those days count again."), "absences")
