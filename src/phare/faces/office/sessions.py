"""One date: planned, looked at, changed, published, cancelled."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import Mode, SeatState, SessionState
from phare.activities.queries.due import tasks_of
from phare.activities.queries.ideas import activity_keyed, missing_of
from phare.activities.queries.planned import (
    Planned,
    facilitations,
    needs_of,
    seats_of,
    session_keyed,
    with_places,
)
from phare.faces.office.activities import refused
from phare.faces.office.pages import done, fresh_key, here, shown
from phare.faces.office.programme import parts
from phare.faces.office.session_forms import (
    PlacesForm,
    ReasonForm,
    SessionForm,
    UntilForm,
    planned_of,
    usual,
)
from phare.faces.office.task_forms import TaskForm
from phare.faces.office.week import asked_day
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import REFUSALS, refusal
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_draft, may_plan


def _planned(request: StaffAsked, key: str) -> Planned:
    row = here(session_keyed(key, centre=request.centre))
    return with_places([row], centre=request.centre)[0]


def _page(request: StaffAsked, planned: Planned, **more: Any) -> HttpResponse:
    session = planned.session
    seats = seats_of(session)
    now = clock.now()
    found = parts(request, "programme") | {
        "planned": planned,
        "session": session,
        "activity": session.activity,
        "missing": missing_of(session.activity),
        "modes": [
            (
                row,
                [
                    seat
                    for seat in seats
                    if seat.mode == row.mode and seat.state != SeatState.WAITING
                ],
                [
                    seat
                    for seat in seats
                    if seat.mode == row.mode and seat.state == SeatState.WAITING
                ],
                PlacesForm(initial={"mode": row.mode, "planned": row.planned}, prefix=row.mode),
            )
            for row in planned.places
        ],
        "needs": needs_of(session),
        "staff": facilitations(session),
        "tasks": tasks_of(session.activity, session=session),
        "task_form": TaskForm(centre=request.centre),
        "reason_form": ReasonForm(),
        "until_form": UntilForm(),
        "may_change": session.state in (SessionState.DRAFT, SessionState.PUBLISHED),
        "is_over": session.ends_at <= now,
        "has_begun": session.starts_at <= now,
    }
    return shown(request, "office/programme/session.html", found | more)


@for_those_who(may_draft)
def session(request: StaffAsked, key: str) -> HttpResponse:
    return _page(request, _planned(request, key))


@for_those_who(may_plan)
def plan_session(request: StaffAsked, key: str) -> HttpResponse:
    """A new date of an activity."""
    activity = here(activity_keyed(key, centre=request.centre))
    zone = request.centre.time_zone
    day = asked_day(request.GET.get("day", ""), today=clock.today(zone))
    form = SessionForm(
        request.POST or None,
        centre=request.centre,
        initial=usual(day, request.centre) | {"key": fresh_key()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.plan_session(activity, plan=form.plan(), key=form.cleaned_data["key"])
        except REFUSALS as error:
            refused(form, error, zone=zone)
        else:
            said = _("Planned. It is not published yet.")
            return done(request, said, "programme-session", made.key)
    found = parts(request, "programme") | {"form": form, "activity": activity}
    return shown(request, "office/programme/session_edit.html", found)


@for_those_who(may_plan)
def change_session(request: StaffAsked, key: str) -> HttpResponse:
    """Another hour, room or word; whoever registered is told by letter if it is published."""
    planned = _planned(request, key)
    zone = request.centre.time_zone
    initial = planned_of(planned, request.centre)
    form = SessionForm(request.POST or None, centre=request.centre, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_session(
                planned.session, plan=form.plan(), seen=form.cleaned_data["seen"]
            )
        except REFUSALS as error:
            refused(form, error, zone=zone)
        else:
            return done(request, _("Changed."), "programme-session", key)
    found = parts(request, "programme") | {
        "form": form,
        "activity": planned.session.activity,
        "session": planned.session,
        "told": sum(row.taken + row.waiting for row in planned.places),
    }
    return shown(request, "office/programme/session_edit.html", found)


@for_those_who(may_plan)
@only_post
def set_places(request: StaffAsked, key: str) -> HttpResponse:
    """Another number of places in one mode."""
    planned = _planned(request, key)
    mode = next((mode for mode in Mode if f"{mode}-planned" in request.POST), Mode.ON_SITE)
    form = PlacesForm(request.POST, prefix=mode)
    said = _("Give a number of places.")
    if form.is_valid():
        try:
            actions.set_capacity(planned.session, mode=mode, planned=form.cleaned_data["planned"])
        except REFUSALS as error:
            said = refusal(error, zone=request.centre.time_zone)[1]
        else:
            said = _("Kept. Nobody loses a place; what is free is offered to those who wait.")
    return done(request, said, "programme-session", key)


@for_those_who(may_plan)
@only_post
def publish_session(request: StaffAsked, key: str) -> HttpResponse:
    said = _("Published: everybody sees it and may register.")
    try:
        actions.publish_session(_planned(request, key).session)
    except REFUSALS as error:
        said = refusal(error, zone=request.centre.time_zone)[1]
    return done(request, said, "programme-session", key)


@for_those_who(may_plan)
@only_post
def cancel_session(request: StaffAsked, key: str) -> HttpResponse:
    """With a reason in French and in Dutch, which everybody who registered reads."""
    planned = _planned(request, key)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            actions.cancel_session(planned.session, because=form.because())
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            said = _("Cancelled. Everybody who registered is told why.")
            return done(request, said, "programme-session", key)
    return _page(request, planned, reason_form=form)


@for_those_who(may_plan)
@only_post
def discard_session(request: StaffAsked, key: str) -> HttpResponse:
    """A date that was never published goes."""
    planned = _planned(request, key)
    activity = planned.session.activity
    try:
        actions.discard_session(planned.session)
    except REFUSALS as error:
        said = refusal(error, zone=request.centre.time_zone)[1]
        return done(request, said, "programme-session", key)
    return done(request, _("The date is gone."), "programme-activity", activity.key)
