"""Dates that come back: looked at first, then planned; and more of the same later."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.activities import actions
from phare.activities.queries.dates import Date, dates_of
from phare.activities.queries.ideas import activity_keyed
from phare.activities.queries.planned import session_keyed, sessions_of_recurrence
from phare.activities.repeating import MOST
from phare.faces.office.activities import refused
from phare.faces.office.pages import done, fresh_key, here, shown
from phare.faces.office.programme import parts
from phare.faces.office.session_forms import PatternForm, UntilForm, usual
from phare.faces.office.week import asked_day
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import REFUSALS, refusal
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_plan


@for_those_who(may_plan)
def plan_pattern(request: StaffAsked, key: str) -> HttpResponse:
    """The dates a pattern gives are shown before any is planned."""
    activity = here(activity_keyed(key, centre=request.centre))
    centre = request.centre
    day = asked_day(request.GET.get("day", ""), today=clock.today(centre.time_zone))
    form = PatternForm(
        request.POST or None, centre=centre, initial=usual(day, centre) | {"key": fresh_key()}
    )
    dates: list[Date] = []
    if request.method == "POST" and form.is_valid():
        try:
            plan, rule = form.plan(), form.rule()
            skips = form.cleaned_data["skips_holidays"]
            if "keep" in request.POST:
                made = actions.plan_recurrence(
                    activity,
                    rule=rule,
                    plan=plan,
                    skips_holidays=skips,
                    key=form.cleaned_data["key"],
                )[1]
                return _planned(request, len(made), key)
            dates = dates_of(
                rule,
                centre=centre,
                start=plan.start,
                end=plan.end,
                rooms=plan.rooms,
                skips_holidays=skips,
            )
        except REFUSALS as error:
            refused(form, error, zone=centre.time_zone)
    found = parts(request, "programme") | {
        "form": form,
        "activity": activity,
        "dates": dates,
        "kept": sum(not one.left_out for one in dates),
        "most": len(dates) >= MOST,
        "pattern": True,
    }
    return shown(request, "office/programme/session_edit.html", found)


def _planned(request: StaffAsked, count: int, key: str) -> HttpResponse:
    said = ngettext(
        "%(count)s date is planned, not published yet.",
        "%(count)s dates are planned, not published yet.",
        count,
    )
    return done(request, said % {"count": count}, "programme-activity", key)


@for_those_who(may_plan)
def pattern(request: StaffAsked, key: str) -> HttpResponse:
    """Every date of the pattern that a date belongs to; exceptions among them."""
    row = here(session_keyed(key, centre=request.centre))
    recurrence = here(row.recurrence)
    found = parts(request, "programme") | {
        "session": row,
        "activity": row.activity,
        "rows": sessions_of_recurrence(recurrence),
        "until_form": UntilForm(),
    }
    return shown(request, "office/programme/pattern.html", found)


@for_those_who(may_plan)
@only_post
def extend_pattern(request: StaffAsked, key: str) -> HttpResponse:
    """The same pattern up to a later day."""
    row = here(session_keyed(key, centre=request.centre))
    recurrence = here(row.recurrence)
    form = UntilForm(request.POST)
    if not form.is_valid():
        return done(request, _("Say up to which day."), "programme-pattern", key)
    try:
        made = actions.extend_recurrence(recurrence, until=form.cleaned_data["until"])
    except REFUSALS as error:
        said = refusal(error, zone=request.centre.time_zone)[1]
        return done(request, said, "programme-pattern", key)
    said = ngettext("%(count)s date more.", "%(count)s dates more.", len(made))
    return done(request, said % {"count": len(made)}, "programme-pattern", key)
