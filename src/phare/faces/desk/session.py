"""One session at the desk: who comes, who registers now, who is here, how many came."""

import uuid
from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import Need, Presence, SeatState, SessionState
from phare.activities.queries.attendance import counted_heads, heads_noted, walk_ins
from phare.activities.queries.planned import (
    Planned,
    facilitations,
    needs_of,
    seats_of,
    session_keyed,
    with_places,
)
from phare.contacts.actions import NobodyToCorrect, TooManyAnswers
from phare.faces.desk.session_forms import SUMS, CloseForm, HeadsForm, RegisterForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.ground import clock
from phare.people.rules import may_host


def session_here(request: StaffAsked, key: str) -> Planned:
    """The session of that key in this centre, not a draft."""
    found = session_keyed(key, centre=request.centre)
    if found is None or found.state == SessionState.DRAFT:
        raise Http404
    return with_places([found], centre=request.centre)[0]


def session_page(
    request: StaffAsked,
    planned: Planned,
    *,
    register: RegisterForm | None = None,
    close: HeadsForm | None = None,
) -> HttpResponse:
    session = planned.session
    now, zone = clock.now(), request.centre.time_zone
    is_closed = session.state == SessionState.CLOSED
    wrong = bool((register and register.errors) or (close and close.errors))
    seats = seats_of(session)
    fresh = {"key": uuid.uuid4(), "language": (get_language() or "fr")[:2]}
    labels = dict(Need.choices)
    context: dict[str, Any] = {
        "planned": planned,
        "session": session,
        "groups": _groups(planned, seats),
        "needs": [(r, [labels.get(n, n) for n in r.needs]) for r in needs_of(session)],
        "staff": facilitations(session),
        "walk_ins": walk_ins(session),
        "register": register or RegisterForm(planned=planned, initial=fresh),
        "may_register": session.state == SessionState.PUBLISHED and now < session.ends_at,
        "is_its_day": clock.today(zone) >= clock.local(session.starts_at, zone).date(),
        "has_begun": now >= session.starts_at,
        "is_closed": is_closed,
        "close": close or _close_form(request, planned, is_closed=is_closed),
        "advice_key": uuid.uuid4(),
        "place": _("Activities"),
    }
    return render(request, "desk/activities/session.html", context, status=422 if wrong else 200)


def _groups(planned: Planned, seats: list[Any]) -> list[dict[str, Any]]:
    """Those who come, and those who wait, of each way to take part."""
    found = []
    for row in planned.places:
        mine = [seat for seat in seats if seat.mode == row.mode]
        waiting = [seat for seat in mine if seat.state == SeatState.WAITING]
        found.append(
            {
                "row": row,
                "here": sum(s.present_people or 0 for s in mine if s.presence == Presence.PRESENT),
                "coming": [seat for seat in mine if seat.state != SeatState.WAITING],
                "waiting": sorted(waiting, key=lambda seat: seat.number),
            }
        )
    return found


def _close_form(request: StaffAsked, planned: Planned, *, is_closed: bool) -> HeadsForm:
    session = planned.session
    heads = counted_heads(session) if is_closed else heads_noted(session)
    kind = HeadsForm if is_closed else CloseForm
    return kind(planned=planned, centre=request.centre, heads=heads)


def back_to(key: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk-session", args=[key]), status=303)


@for_those_who(may_host)
def session(request: StaffAsked, key: str) -> HttpResponse:
    return session_page(request, session_here(request, key))


@for_those_who(may_host)
@only_post
def register(request: StaffAsked, key: str) -> HttpResponse:
    """A place or the nth in the list, told at once."""
    planned = session_here(request, key)
    form = RegisterForm(request.POST, planned=planned)
    if not form.is_valid():
        return session_page(request, planned, register=form)
    try:
        answer = actions.register(
            planned.session,
            mode=form.cleaned_data["mode"],
            asked=form.asked(),
            key=form.cleaned_data["key"],
            centre=request.centre,
        )
    except actions.TooManyPeople as refused:
        words = _("At most %(count)s people can come together here.")
        form.add_error("people", words % {"count": refused.at_most})
    except actions.RegistrationIsClosed:
        form.add_error(None, _("Nobody can be registered here any more."))
    else:
        _say(request, answer)
        return HttpResponseRedirect(reverse("desk-seat", args=[key, answer.seat.pk]), status=303)
    return session_page(request, planned, register=form)


def _say(request: StaffAsked, answer: actions.Answer) -> None:
    if answer.place is None:
        messages.success(request, _("There is a place: it is reserved."))
    else:
        words = _("No place is free now: number %(place)s on the waiting list.")
        messages.info(request, words % {"place": answer.place})


@for_those_who(may_host)
@only_post
def mark(request: StaffAsked, key: str) -> HttpResponse:
    """Noted as present, or noted by mistake; and people who came without registering."""
    planned = session_here(request, key)
    try:
        _note(request, planned)
    except actions.AttendanceIsOver:
        messages.error(request, _("The session is closed: correct the numbers instead."))
    return back_to(key)


def _note(request: StaffAsked, planned: Planned) -> None:
    number = whole_number(request.POST.get("seat", ""))
    seat = next((s for s in seats_of(planned.session) if s.pk == number), None)
    if seat is not None:
        if request.POST.get("do") == "undo":
            actions.unmark_seat(seat)
        else:
            actions.mark_seat(seat)
    elif (people := whole_number(request.POST.get("people", ""))) and people < 1000:
        mode = request.POST.get("mode", "")
        if mode in {row.mode for row in planned.places}:
            form_key = _uuid(request.POST.get("key", ""))
            note = actions.Mark(form_key, mode=mode, people=people)
            actions.mark_present(planned.session, [note])


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


@for_those_who(may_host)
@only_post
def close(request: StaffAsked, key: str) -> HttpResponse:
    """Counts who came, once; of a session that is closed, corrects the numbers."""
    planned = session_here(request, key)
    if planned.session.state == SessionState.CLOSED:
        return _correct(request, planned)
    form = CloseForm(request.POST, planned=planned, centre=request.centre, heads=Counter())
    if not form.is_valid():
        return session_page(request, planned, close=form)
    try:
        actions.close_session(planned.session, form.counted(), centre=request.centre)
    except actions.SessionIsNotOver:
        form.add_error(None, _("It has not begun: nobody can have come yet."))
    except actions.SessionIsNotHeld:
        form.add_error(None, _("It was cancelled: there is nothing to count."))
    except TooManyAnswers as refused:
        words = _("More people are noted here than came.")
        form.add_error(f"{refused.question}_{SUMS[refused.question].values[0]}", words)
    else:
        messages.success(request, _("Counted. Whoever left a mail address is thanked."))
        return back_to(key)
    return session_page(request, planned, close=form)


def _correct(request: StaffAsked, planned: Planned) -> HttpResponse:
    form = HeadsForm(request.POST, planned=planned, centre=request.centre, heads=Counter())
    if form.is_valid():
        try:
            actions.correct_attendance(planned.session, form.counted_heads(), centre=request.centre)
        except NobodyToCorrect:
            form.add_error(None, _("These contacts have been corrected elsewhere: ask a manager."))
        else:
            messages.success(request, _("The numbers are corrected."))
            return back_to(planned.session.key)
    return session_page(request, planned, close=form)


@for_those_who(may_host)
@only_post
def advise(request: StaffAsked, key: str) -> HttpResponse:
    """Advice following this activity, in one click."""
    planned = session_here(request, key)
    language = request.POST.get("language", "")
    if language not in planned.session.languages:
        language = planned.session.languages[0]
    done = actions.advise_after(
        planned.session,
        centre=request.centre,
        key=_uuid(request.POST.get("key", "")),
        language=language,
    )
    if done:
        messages.success(request, _("One piece of advice after this activity is counted."))
    return back_to(key)


@for_those_who(may_host)
def paper(request: StaffAsked, key: str) -> HttpResponse:
    """The list on paper: code, first name, how many, and a box to tick."""
    planned = session_here(request, key)
    context = {
        "planned": planned,
        "session": planned.session,
        "groups": _groups(planned, seats_of(planned.session)),
        "rows": range(6),
    }
    return render(request, "desk/activities/paper.html", context)


@for_those_who(may_host)
@only_post
def slips(request: StaffAsked, key: str) -> HttpResponse:
    """Questionnaires to hand out on paper, each with a code of its own."""
    planned = session_here(request, key)
    number = whole_number(request.POST.get("number", "")) or 0
    tokens = actions.open_slips(
        planned.session, number=max(1, min(number, 40)), centre=request.centre
    )
    addresses = [request.build_absolute_uri(reverse("voice", args=[t])) for t in tokens]
    answer = render(
        request,
        "desk/activities/slips.html",
        {"session": planned.session, "addresses": addresses},
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
