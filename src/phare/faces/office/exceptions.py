"""Days that are not like others: closures and regimes, school holidays, derogations."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.centres import actions, numbered, queries
from phare.faces.office.centre_forms import ClosureForm, DerogationForm, HolidayForm
from phare.faces.office.pages import done, here, shown
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_manage

AHEAD = timedelta(days=3 * 365)


def _today(request: StaffAsked) -> date:
    return clock.today(request.centre.time_zone)


@for_those_who(may_manage)
def closures(request: StaffAsked) -> HttpResponse:
    centre, today = request.centre, _today(request)
    form = ClosureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.close_service(
            centre=centre,
            service=given["service"],
            regime=given["regime"],
            first_on=given["first_on"],
            last_on=given["last_on"],
            reason=given["reason"],
            sentence=form.sentence(),
        )
        return done(request, _("Every face says so from now on."), "closures")
    rows = queries.closures(centre=centre, first=today, last=today + AHEAD)
    return shown(request, "office/centre/closures.html", {"form": form, "rows": rows})


@for_those_who(may_manage)
@only_post
def cancel_closure(request: StaffAsked, pk: int) -> HttpResponse:
    actions.cancel_closure(here(numbered.closure_numbered(pk, centre=request.centre)))
    return done(request, _("Cancelled: those days run as usual."), "closures")


@for_those_who(may_manage)
def holidays(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.add_school_holiday(
            centre=centre,
            name=form.name(),
            first_on=given["first_on"],
            last_on=given["last_on"],
        )
        return done(request, _("The hours of school holidays hold on those days."), "holidays")
    rows = queries.school_holidays(centre=centre, since=_today(request))
    return shown(request, "office/centre/holidays.html", {"form": form, "rows": rows})


@for_those_who(may_manage)
@only_post
def remove_holiday(request: StaffAsked, pk: int) -> HttpResponse:
    actions.remove_school_holiday(here(numbered.holiday_numbered(pk, centre=request.centre)))
    return done(request, _("Removed: those days have the usual hours."), "holidays")


@for_those_who(may_manage)
def derogations(request: StaffAsked) -> HttpResponse:
    centre, today = request.centre, _today(request)
    form = DerogationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.grant_derogation(
            centre=centre,
            rule=given["rule"],
            granted_by=given["granted_by"],
            granted_on=given["granted_on"],
            first_on=given["first_on"],
            last_on=given["last_on"],
            reason=form.reason(),
        )
        return done(request, _("Written down. The annual report prints it."), "derogations")
    rows = queries.derogations(centre=centre, first=date.min, last=date.max)
    found = {"form": form, "rows": rows, "today": today}
    return shown(request, "office/centre/derogations.html", found)


@for_those_who(may_manage)
@only_post
def end_derogation(request: StaffAsked, pk: int) -> HttpResponse:
    row = here(numbered.derogation_numbered(pk, centre=request.centre))
    actions.end_derogation(row, on=_today(request))
    return done(request, _("The rule holds again."), "derogations")
