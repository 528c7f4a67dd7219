"""Series: a conference, a cycle, a themed week."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.queries.ideas import (
    all_series,
    missing_of,
    series_keyed,
    sessions_in_series,
    tracks_of,
)
from phare.activities.queries.planned import with_places
from phare.faces.office.activities import refused
from phare.faces.office.pages import done, fresh_key, here, shown
from phare.faces.office.programme import parts
from phare.faces.office.programme_forms import SeriesForm, told_of
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import REFUSALS, refusal
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_plan


@for_those_who(may_plan)
def series_list(request: StaffAsked) -> HttpResponse:
    rows = [(row, missing_of(row)) for row in all_series(centre=request.centre)]
    found = parts(request, "programme-series-list") | {"rows": rows}
    return shown(request, "office/programme/series_list.html", found)


@for_those_who(may_plan)
def new_series(request: StaffAsked) -> HttpResponse:
    form = SeriesForm(request.POST or None, initial={"key": fresh_key(), "chosen_together": True})
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.draft_series(
                centre=request.centre, told=form.told(), key=form.cleaned_data["key"]
            )
            actions.set_tracks(row, titles=form.titles())
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("Kept."), "programme-series", row.key)
    found = parts(request, "programme-series-list") | {"form": form}
    return shown(request, "office/programme/series.html", found)


@for_those_who(may_plan)
def series(request: StaffAsked, key: str) -> HttpResponse:
    """What is said of it, its threads, its dates."""
    row = here(series_keyed(key, centre=request.centre))
    form = SeriesForm(request.POST or None, tracks=tracks_of(row), initial=told_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_series(row, told=form.told())
            actions.set_tracks(row, titles=form.titles())
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("Kept."), "programme-series", key)
    found = parts(request, "programme-series-list") | {
        "form": form,
        "series": row,
        "missing": missing_of(row),
        "sessions": with_places(list(sessions_in_series(row)), centre=request.centre),
    }
    return shown(request, "office/programme/series.html", found)


@for_those_who(may_plan)
@only_post
def publish_series(request: StaffAsked, key: str) -> HttpResponse:
    row = here(series_keyed(key, centre=request.centre))
    wanted = request.POST.get("published") == "1"
    said = _("Published.") if wanted else _("Taken back.")
    try:
        actions.publish_series(row, published=wanted)
    except REFUSALS as error:
        said = refusal(error, zone=request.centre.time_zone)[1]
    return done(request, said, "programme-series", key)
