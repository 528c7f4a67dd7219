"""An activity with its dates, and a session with the form to come to it."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.links import link_of
from phare.activities.queries import agenda as programme
from phare.activities.queries.entering import Entrance, entrance
from phare.activities.queries.own import registration_keyed
from phare.activities.queries.public import Dated, Offered
from phare.centres.queries import Centre, Theme, themes
from phare.faces.portal.registering_form import RegisteringForm
from phare.faces.shared.access import for_everybody
from phare.faces.shared.gate.passing import Passage, asked, confirmation, judged, renewed
from phare.faces.shared.programme import event_data
from phare.faces.shared.requests import Asked


@for_everybody
def activity(request: Asked, key: str) -> HttpResponse:
    """What it is about, and every date to come."""
    found = programme.activity_with(key, centre=request.centre)
    if found is None:
        raise Http404
    dates = programme.dates_of(key, centre=request.centre)
    context = {
        "activity": found,
        "activity_themes": themes_of(found, centre=request.centre),
        "dates": dates,
        "data": [event_data(one, request, request.centre) for one in dates],
    }
    return render(request, "portal/agenda/activity.html", context)


def themes_of(activity: Offered, *, centre: Centre) -> list[Theme]:
    return [one for one in themes(centre=centre) if one.code in activity.themes]


@for_everybody
def session(request: Asked, key: str) -> HttpResponse:
    """GET shows it with the form; POST registers and goes to the page of the registration."""
    if request.method == "POST":
        return _registered(request, key)
    found = programme.session_with(key, centre=request.centre)
    if found is None:
        raise Http404
    mode = request.GET.get("mode", "")
    form = RegisteringForm(
        modes=found.modes, initial={"mode": mode} if mode in found.modes else None
    )
    return _page(request, found, form, asked(_gate(key)))


def _gate(key: str) -> str:
    return f"session-{key}"


def _registered(request: Asked, key: str) -> HttpResponse:
    """Through the gate, into the list, to the answer; whatever is refused loses nothing."""
    door = entrance(key, centre=request.centre)
    if door is None:
        raise Http404
    form = RegisteringForm(request.POST, modes=door.modes)
    passage = judged(request, _gate(key))
    if not door.is_open:
        return _again(request, key, form, passage, status=409)
    if not form.is_valid():
        return _again(request, key, form, passage, status=422)
    if passage.asks_to_confirm:
        return confirmation(request, passage)
    if not passage.passes:
        return _again(request, key, form, passage, status=422)
    return _entered(request, door, form, passage)


def _entered(
    request: Asked, door: Entrance, form: RegisteringForm, passage: Passage
) -> HttpResponse:
    stamp, centre, key = passage.stamp, request.centre, door.row.key
    mode, wanted = form.cleaned_data["mode"], form.asked()
    try:
        answer = actions.act_once(
            lambda: actions.register(
                door.row, mode=mode, asked=wanted, key=stamp.key, centre=centre
            ),
            digest=stamp.digest,
            until=stamp.until,
            centre=centre,
        )
        return answered(answer.registration)
    except actions.StampIsSpent:
        same = registration_keyed(stamp.key, centre=centre)
        if same is not None:
            return answered(same)
        return _again(request, key, form, renewed(passage), status=422)
    except actions.RegistrationIsClosed:
        return _again(request, key, form, passage, status=409)
    except actions.TooManyPeople as refused:
        form.add_error("people", too_many(refused.at_most))
        return _again(request, key, form, passage, status=422)


def _again(
    request: Asked, key: str, form: RegisteringForm, gate: Passage, status: int
) -> HttpResponse:
    """The same page with everything typed kept; only now is all of it read."""
    found = programme.session_with(key, centre=request.centre)
    if found is None:
        raise Http404
    return _page(request, found, form, gate, status=status)


def too_many(at_most: int) -> str:
    return _("We can take %(count)s together at most. For more, ask for a group visit.") % {
        "count": at_most
    }


def answered(registration: Any) -> HttpResponse:
    """The page that says at once: a place, or a turn in the list."""
    answer = HttpResponseRedirect(reverse("registration", args=[link_of(registration)]), status=303)
    return hidden(answer)


def hidden[Answer: HttpResponse](answer: Answer) -> Answer:
    """An address that opens somebody's registration is kept nowhere and told to nobody."""
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _page(
    request: Asked, found: Dated, form: RegisteringForm, gate: Passage, status: int = 200
) -> HttpResponse:
    context = {
        "session": found,
        "activity": found.activity,
        "activity_themes": themes_of(found.activity, centre=request.centre),
        "form": form,
        "gate": gate,
        "others": [
            one
            for one in programme.dates_of(found.activity.key, centre=request.centre)
            if one.key != found.key and not one.is_cancelled
        ],
        "data": event_data(found, request, request.centre),
    }
    answer = render(request, "portal/agenda/session.html", context, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@for_everybody
def session_paper(request: Asked, key: str) -> HttpResponse:
    """The same form to fill in by hand: brought, sent or read out by telephone."""
    found = programme.session_with(key, centre=request.centre)
    if found is None:
        raise Http404
    context = {"session": found, "activity": found.activity, "form": RegisteringForm()}
    return render(request, "portal/agenda/session_paper.html", context)
