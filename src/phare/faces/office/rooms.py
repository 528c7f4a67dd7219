"""Rooms: how many they take, which are held together, when they take fewer."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.queries.rooms import (
    combination_numbered,
    reduction_numbered,
    reductions,
    room_combinations,
    rooms,
)
from phare.activities.queries.settings import settings_of
from phare.centres.actions import add_place
from phare.centres.choices import PlaceKind
from phare.faces.office.activities import refused
from phare.faces.office.pages import done, here, shown
from phare.faces.office.passages import text_of
from phare.faces.office.programme import parts
from phare.faces.office.programme_forms import (
    ReductionForm,
    RoomForm,
    SettingsForm,
    TogetherForm,
    settled_of,
)
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import REFUSALS
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_manage, may_plan


def _page(request: StaffAsked, **more: Any) -> HttpResponse:
    today = clock.today(request.centre.time_zone)
    known = rooms(centre=request.centre)
    found = parts(request, "programme-rooms") | {
        "rooms": known,
        "combinations": room_combinations(centre=request.centre),
        "reductions": reductions(centre=request.centre, since=today),
        "room_form": RoomForm(auto_id="room_%s"),
        "together_form": TogetherForm(auto_id="together_%s", rooms=known),
        "reduction_form": ReductionForm(
            auto_id="reduced_%s", rooms=known, initial={"first_on": today, "last_on": today}
        ),
    }
    return shown(request, "office/programme/rooms.html", found | more)


@for_those_who(may_plan)
def all_rooms(request: StaffAsked) -> HttpResponse:
    return _page(request)


@for_those_who(may_plan)
@only_post
def add_room(request: StaffAsked) -> HttpResponse:
    """A new room, or another name and size for the one of that short name."""
    form = RoomForm(request.POST, auto_id="room_%s")
    if not form.is_valid():
        return _page(request, room_form=form, form=form)
    given = form.cleaned_data
    add_place(
        centre=request.centre,
        kind=PlaceKind.ROOM,
        code=given["code"].strip(),
        name=text_of(given, "name"),
        capacity=given["capacity"],
    )
    return done(request, _("Kept."), "programme-rooms")


@for_those_who(may_plan)
@only_post
def combine(request: StaffAsked) -> HttpResponse:
    form = TogetherForm(request.POST, auto_id="together_%s", rooms=rooms(centre=request.centre))
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.combine_rooms(
                centre=request.centre,
                title=text_of(given, "title"),
                rooms=[form.by_key[key] for key in given["rooms"]],
                capacity=given["capacity"],
            )
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("They may be held together now."), "programme-rooms")
    return _page(request, together_form=form, form=form)


@for_those_who(may_plan)
@only_post
def separate(request: StaffAsked, pk: int) -> HttpResponse:
    actions.separate_rooms(here(combination_numbered(pk, centre=request.centre)))
    return done(request, _("They are counted apart again."), "programme-rooms")


@for_those_who(may_plan)
@only_post
def reduce(request: StaffAsked) -> HttpResponse:
    form = ReductionForm(request.POST, auto_id="reduced_%s", rooms=rooms(centre=request.centre))
    if form.is_valid():
        given = form.cleaned_data
        actions.reduce_room(
            form.by_key[given["room"]],
            first_on=given["first_on"],
            last_on=given["last_on"],
            capacity=given["capacity"],
            reason=given["reason"],
        )
        said = _("Kept. Dates to come take fewer people; nobody loses a place.")
        return done(request, said, "programme-rooms")
    return _page(request, reduction_form=form, form=form)


@for_those_who(may_plan)
@only_post
def end_reduction(request: StaffAsked, pk: int) -> HttpResponse:
    actions.end_reduction(here(reduction_numbered(pk, centre=request.centre)))
    said = _("The room takes as many as ever; free places are offered to those who wait.")
    return done(request, said, "programme-rooms")


@for_those_who(may_plan)
def settings(request: StaffAsked) -> HttpResponse:
    """How long names are kept, how offers run, what a missing side does."""
    row = settings_of(centre=request.centre)
    form = SettingsForm(request.POST or None, initial=settled_of(row))
    allowed = may_manage(request.roles)
    if request.method == "POST" and allowed and form.is_valid():
        try:
            actions.set_activity_settings(centre=request.centre, settled=form.settled())
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("Kept."), "programme-settings")
    found = parts(request, "programme-settings") | {"form": form, "allowed": allowed}
    return shown(request, "office/programme/settings.html", found)
