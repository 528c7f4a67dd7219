"""The paper pack: printed before the network is cut, typed in afterwards."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.centres.queries import Centre, hours_between, languages, themes
from phare.faces.desk.fallback_forms import DayForm, FallbackForm, PackForm, rows_of
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_receive
from phare.tickets import actions, queries

HALF_HOUR = timedelta(minutes=30)
USUAL = (time(9), time(17))
PAPER_LANGUAGES = ("fr", "nl", "en", "de")


@for_those_who(may_receive)
def fallback(request: StaffAsked) -> HttpResponse:
    """How many tickets to print, and what the pack is for."""
    form = PackForm(initial={"first": 1, "tickets": 60})
    return render(request, "desk/fallback.html", {"form": form, "place": _("Reception")})


@for_those_who(may_receive)
def pack(request: StaffAsked) -> HttpResponse:
    """The sheets: numbered tickets, and a tally for each half-hour."""
    form = PackForm(request.GET)
    if not form.is_valid():
        context = {"form": form, "place": _("Reception")}
        return render(request, "desk/fallback.html", context, status=422)
    first, tickets = form.cleaned_data["first"], form.cleaned_data["tickets"]
    centre = request.centre
    context = {
        "numbers": range(first, first + tickets),
        "themes": themes(centre=centre),
        "tongues": [x for x in languages(centre=centre) if x.code in PAPER_LANGUAGES],
        "half_hours": _half_hours(centre),
    }
    return render(request, "desk/pack.html", context)


def _half_hours(centre: Centre) -> list[time]:
    """Every half-hour in which advice may be given on some day of a week from today."""
    today = queries.today_of(centre)
    week = hours_between(today, today + timedelta(days=6), centre=centre, service="ADVICE")
    spans = [span for day in week for span in day.spans] or [USUAL]
    opens, closes = min(s for s, _e in spans), max(e for _s, e in spans)
    moment, end = datetime.combine(today, opens), datetime.combine(today, closes)
    found = []
    while moment < end:
        found.append(moment.time())
        moment += HALF_HOUR
    return found


@for_those_who(may_receive)
def enter(request: StaffAsked) -> HttpResponse:
    """Typing in: every line is checked before the first is written; refused ones stay."""
    centre = request.centre
    today = queries.today_of(centre)
    if request.method != "POST":
        return _typing(request, DayForm(today=today, initial={"day": today}), rows_of(centre))
    day_form, rows = DayForm(request.POST, today=today), rows_of(centre, request.POST)
    if not (day_form.is_valid() and rows.is_valid()):
        return _typing(request, day_form, rows, status=422)
    filled, day = [form for form in rows if form.has_changed()], day_form.cleaned_data["day"]
    if [form for form in filled if form.is_early(day)]:
        return _typing(request, day_form, rows, status=422)
    refused = _write(filled, day, centre=centre)
    written = len(filled) - len(refused)
    if written:
        said = ngettext(
            "%(count)s paper ticket written.", "%(count)s paper tickets written.", written
        )
        messages.success(request, said % {"count": written})
    if refused:
        return _typing(request, day_form, _left_over(centre, refused), status=422)
    return HttpResponseRedirect(reverse("fallback-enter"), status=303)


def _typing(
    request: StaffAsked, day_form: DayForm, rows: Any, *, status: int = 200
) -> HttpResponse:
    context = {"day_form": day_form, "rows": rows, "place": _("Reception")}
    return render(request, "desk/fallback_enter.html", context, status=status)


def _write(
    filled: Sequence[FallbackForm], day: date, *, centre: Centre
) -> list[tuple[FallbackForm, str]]:
    """Writes each line on its own, and returns those refused with the reason."""
    refused = []
    for form in filled:
        try:
            actions.enter_fallback_row(form.row(day), centre=centre)
        except actions.RowIsRefused as refusal:
            refused.append((form, refusal.reason))
    return refused


def _left_over(centre: Centre, refused: Sequence[tuple[FallbackForm, str]]) -> Any:
    """The refused lines as they were typed, with what is wrong with each."""
    why = {
        "NUMBER_USED": _(
            "This number is written already for that day, and was not counted again. "
            "Empty the line if that is right."
        ),
        "HOURS_ORDER": _("The hours are not in order: taken first, then called."),
    }
    rows = rows_of(centre, typed=[form.typed() for form, _reason in refused])
    for form, (_old, reason) in zip(rows, refused, strict=False):
        form.add_error(None, why[reason])
    return rows
