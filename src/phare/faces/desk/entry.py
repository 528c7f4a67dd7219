"""Quick entry: what was done anywhere becomes a contact at once, without a name."""

import uuid
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.centres.queries import Centre
from phare.contacts.actions import record_contact
from phare.contacts.choices import Channel, Mode
from phare.contacts.queries import contacts_in
from phare.faces.desk.entry_forms import (
    CHANNELS,
    OTHER_MODES,
    AdviceForm,
    HeadcountForm,
)
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.fragments import fragment
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.ground.periods import Days
from phare.people.rules import may_count


def totals(centre: Centre, day: date) -> dict[str, Any]:
    """The sums of a day: entries themselves cannot be listed, they are nobody's."""
    rows = contacts_in(Days(day, day), centres=[centre], by=("mode", "channel"))
    modes = dict(Mode.choices)
    return {
        "day": day,
        "total": sum(row["people"] for row in rows),
        "sums": [
            (
                modes[row["mode"]],
                Channel(row["channel"]).label if row["channel"] != Channel.NONE else "",
                row["people"],
            )
            for row in rows
        ],
    }


def _entry_page(
    request: StaffAsked, advice: AdviceForm | None = None, heads: HeadcountForm | None = None
) -> HttpResponse:
    centre = request.centre
    wrong = bool((advice and advice.errors) or (heads and heads.errors))
    usual = {name: request.GET.get(name, "") for name in ("channel", "mode")}
    if usual["channel"] not in dict(CHANNELS):
        usual["channel"] = ""
    if usual["mode"] not in dict(OTHER_MODES):
        usual["mode"] = ""
    fresh = usual | {"key": uuid.uuid4()}
    context = {
        "advice": advice or AdviceForm(centre=centre, initial=fresh),
        "heads": heads or HeadcountForm(centre=centre, initial=fresh, auto_id="heads_%s"),
        "channel": usual["channel"],
        "place": _("Count a contact"),
        "live_url": reverse("today-stream"),
        **totals(centre, clock.today(centre.time_zone)),
    }
    return render(request, "desk/entry.html", context, status=422 if wrong else 200)


@for_those_who(may_count)
def entry(request: StaffAsked) -> HttpResponse:
    return _entry_page(request)


@for_those_who(may_count)
def totals_part(request: StaffAsked) -> HttpResponse:
    day = clock.today(request.centre.time_zone)
    return fragment(request, render_to_string("desk/totals_part.html", totals(request.centre, day)))


@for_those_who(may_count)
@only_post
def advice(request: StaffAsked) -> HttpResponse:
    form = AdviceForm(request.POST, centre=request.centre)
    if not form.is_valid():
        return _entry_page(request, advice=form)
    return _written(request, form, channel=form.cleaned_data["channel"])


@for_those_who(may_count)
@only_post
def headcount(request: StaffAsked) -> HttpResponse:
    form = HeadcountForm(request.POST, centre=request.centre, auto_id="heads_%s")
    if not form.is_valid():
        return _entry_page(request, heads=form)
    return _written(request, form, mode=form.cleaned_data["mode"])


def _written(request: StaffAsked, form: AdviceForm | HeadcountForm, **again: str) -> HttpResponse:
    """Writes once, says so with the day, and comes back ready for the next one."""
    fact = form.fact()
    if record_contact(fact, centre=request.centre, key=form.cleaned_data["key"]):
        said = ngettext(
            "%(count)s person counted on %(day)s.",
            "%(count)s people counted on %(day)s.",
            fact.people,
        )
        words = {"count": fact.people, "day": date_format(fact.day, "j F")}
        messages.success(request, said % words)
    elif request.centre.training:
        messages.info(request, _("Training: this was not counted."))
    else:
        messages.info(request, _("This was counted already; it is not counted twice."))
    return HttpResponseRedirect(f"{reverse('entry')}?{urlencode(again)}", status=303)
