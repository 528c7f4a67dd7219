"""What one registration has, at the desk: all that its own link can do, and a code for the door."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.activities import actions
from phare.activities.choices import HOLDING, Need, SeatState
from phare.activities.queries.planned import session_keyed, sessions_of
from phare.activities.queries.seats import newest_seat, other_seats, seat_numbered, turn_of
from phare.faces.desk.session import back_to, session_here
from phare.faces.desk.session_forms import ReachForm, SeatForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_host

REFUSALS: dict[type[Exception], Any] = {
    actions.AlreadyThere: gettext_lazy("There is a place there already."),
    actions.RegistrationIsClosed: gettext_lazy("Nobody can be registered there any more."),
    actions.SeatIsGone: gettext_lazy("This place was given up, or the session is over."),
    actions.OfferIsOver: gettext_lazy("The offer is over; the next in the list has it."),
    actions.TimesOverlap: gettext_lazy("There is another place at the same time."),
    actions.TooManyPeople: gettext_lazy("There are not that many places there."),
}


def seat_here(request: StaffAsked, key: str, pk: int) -> Any:
    planned = session_here(request, key)
    found = seat_numbered(planned.session, number=pk)
    if found is None:
        raise Http404
    return found


def seat_page(
    request: StaffAsked, seat: Any, *, reach: ReachForm | None = None, size: SeatForm | None = None
) -> HttpResponse:
    registration = seat.registration
    dates = sessions_of(seat.session.activity, since=clock.now())
    labels = dict(Need.choices)
    context = {
        "seat": seat,
        "session": seat.session,
        "registration": registration,
        "needs": [labels.get(code, code) for code in registration.needs],
        "turn": turn_of(seat),
        "others": other_seats(seat),
        "is_offered": seat.state == SeatState.OFFERED,
        "is_alive": seat.state in (*HOLDING, SeatState.WAITING),
        "ways": [
            (one.session, row)
            for one in dates
            if one.session.state == "PUBLISHED"
            for row in one.places
            if (one.session.pk, row.mode) != (seat.session_id, seat.mode)
        ],
        "size": size or SeatForm(initial={"people": seat.people}),
        "reach": reach
        or ReachForm(
            initial={
                "mail": registration.mail,
                "phone": registration.phone,
                "language": registration.language,
            }
        ),
        "place": _("Activities"),
    }
    wrong = bool((reach and reach.errors) or (size and size.errors))
    return render(request, "desk/activities/seat.html", context, status=422 if wrong else 200)


@for_those_who(may_host)
def seat(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    found = seat_here(request, key, pk)
    now = newest_seat(found)
    if now.pk != found.pk:
        return _to(now)
    return seat_page(request, found)


def _to(seat: Any) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk-seat", args=[seat.session.key, seat.pk]), status=303)


def _done(request: StaffAsked, seat: Any, act: Callable[[], Any]) -> HttpResponse:
    """Does it, or says why not; shows what the registration has now."""
    try:
        answer = act()
    except tuple(REFUSALS) as refused:
        messages.error(request, str(REFUSALS[type(refused)]))
        return _to(seat)
    return _to(answer.seat if isinstance(answer, actions.Answer) else seat)


@for_those_who(may_host)
@only_post
def accept(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    found = seat_here(request, key, pk)
    return _done(request, found, lambda: actions.accept_offer(found))


@for_those_who(may_host)
@only_post
def move(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    """The other way to take part, or another date."""
    found = seat_here(request, key, pk)
    where, _sep, mode = request.POST.get("to", "").partition(" ")
    session = session_keyed(where, centre=request.centre)
    if session is None:
        raise Http404
    return _done(request, found, lambda: actions.move_seat(found, session=session, mode=mode))


@for_those_who(may_host)
@only_post
def cancel(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    found = seat_here(request, key, pk)
    try:
        actions.cancel_seat(found)
    except actions.SeatIsGone as refused:
        messages.error(request, str(REFUSALS[type(refused)]))
        return _to(found)
    messages.success(request, _("The place is given up."))
    return back_to(key)


@for_those_who(may_host)
@only_post
def size(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    """More or fewer of them come."""
    found = seat_here(request, key, pk)
    form = SeatForm(request.POST)
    if form.is_valid():
        try:
            actions.change_people(found, people=form.cleaned_data["people"])
            return _to(found)
        except actions.TooManyPeople as refused:
            words = _("There is place for %(count)s of them.")
            form.add_error("people", words % {"count": refused.at_most})
        except actions.SeatIsGone:
            form.add_error(None, str(REFUSALS[actions.SeatIsGone]))
    return seat_page(request, found, size=form)


@for_those_who(may_host)
@only_post
def reach(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    """Another address; the link that works is sent there."""
    found = seat_here(request, key, pk)
    form = ReachForm(request.POST)
    if form.is_valid():
        try:
            actions.change_reach(found.registration, **form.cleaned_data)
        except actions.NotReachable:
            form.add_error("mail", _("Leave a mail address or a telephone number."))
        else:
            messages.success(request, _("Changed. The new link is on its way."))
            return _to(found)
    return seat_page(request, found, reach=form)


@for_those_who(may_host)
def paper(request: StaffAsked, key: str, pk: int) -> HttpResponse:
    """What somebody without mail takes along: date, place, and the code for the door."""
    found = seat_here(request, key, pk)
    context = {"seat": found, "session": found.session, "turn": turn_of(found)}
    answer = render(request, "desk/activities/seat_paper.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer
