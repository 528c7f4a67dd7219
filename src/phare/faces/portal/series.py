"""A conference: its plenaries, its hours of workshops, one form for all of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.queries.agenda import Conference, series_row, series_with, session_row
from phare.activities.queries.own import registration_keyed
from phare.faces.portal.series_form import SeriesForm, rows_of, slots_of
from phare.faces.portal.session import answered, too_many
from phare.faces.shared.access import for_everybody
from phare.faces.shared.gate.passing import Passage, asked, confirmation, judged, renewed
from phare.faces.shared.requests import Asked


def _found(request: Asked, key: str) -> Conference:
    found = series_with(key, centre=request.centre)
    if found is None:
        raise Http404
    return found


@for_everybody
def series(request: Asked, key: str) -> HttpResponse:
    found = _found(request, key)
    gate = f"series-{key}"
    if request.method != "POST":
        return _page(request, found, SeriesForm(series=found), asked(gate))
    form = SeriesForm(request.POST, series=found)
    passage = judged(request, gate)
    if not form.is_valid():
        return _page(request, found, form, passage, status=422)
    if passage.asks_to_confirm:
        return confirmation(request, passage)
    if not passage.passes:
        return _page(request, found, form, passage, status=422)
    return _entered(request, found, form, passage)


def _entered(request: Asked, found: Conference, form: SeriesForm, passage: Passage) -> HttpResponse:
    stamp, centre = passage.stamp, request.centre
    row = series_row(found.key, centre=centre)
    rows = [(session_row(one.key, centre=centre), mode) for one, mode in form.wanted()]
    wanted = [(session, mode) for session, mode in rows if session is not None]
    if row is None or len(wanted) < len(rows):
        raise Http404
    said = form.asked()
    try:
        answers = actions.act_once(
            lambda: actions.register_for_series(
                row, wanted=wanted, asked=said, key=stamp.key, centre=centre
            ),
            digest=stamp.digest,
            until=stamp.until,
            centre=centre,
        )
        return answered(answers[0].registration)
    except actions.StampIsSpent:
        same = registration_keyed(stamp.key, centre=centre)
        if same is not None:
            return answered(same)
        return _page(request, found, form, renewed(passage), status=422)
    except actions.RegistrationIsClosed:
        form.add_error(None, _("Registration for one of these parts has just closed."))
    except actions.TimesOverlap:
        form.add_error(None, _("Two of the parts you chose are at the same time."))
    except actions.TooManyPeople as refused:
        form.add_error("people", too_many(refused.at_most))
    return _page(request, found, form, passage, status=422)


def _page(
    request: Asked, found: Conference, form: SeriesForm, gate: Passage, status: int = 200
) -> HttpResponse:
    chosen = [form[f"slot{n}"].value() for n in range(len(slots_of(found)))]
    context = {
        "series": found,
        "rows": rows_of(found, chosen),
        "form": form,
        "gate": gate,
        "is_open": any(one.is_open for one in found.sessions),
        "light": next((one.theme for one in found.sessions), "unknown"),
    }
    answer = render(request, "portal/agenda/series.html", context, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@for_everybody
def series_paper(request: Asked, key: str) -> HttpResponse:
    """The same to fill in by hand."""
    found = _found(request, key)
    form = SeriesForm(series=found)
    for name in [name for name in form.fields if name.startswith("slot")]:
        del form.fields[name]
    context = {"series": found, "rows": rows_of(found), "form": form}
    return render(request, "portal/agenda/series_paper.html", context)
