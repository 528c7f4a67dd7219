"""The page a visitor follows on a telephone: place, range, desk. No cookie, no name."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from phare.faces.shared.access import for_everybody, only_post
from phare.faces.shared.fragments import fragment
from phare.faces.shared.requests import Asked
from phare.faces.shared.ticket_words import spoken_in, theme_name
from phare.faces.shared.waits import told
from phare.ground import clock
from phare.ground.snapshot import once_a_state
from phare.tickets import actions, queries

WHILE = 15  # minutes a visitor may be away without losing the place


@for_everybody
def follow(request: Asked, token: str) -> HttpResponse:
    content = _content(request, token)
    if content is None:
        return render(request, "displays/phone_gone.html", status=404)
    context = content | {
        "fragment_url": reverse("follow-part", args=[token]),
        "live_url": reverse("queue-stream"),
    }
    answer = render(request, "displays/phone.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@for_everybody
def part(request: Asked, token: str) -> HttpResponse:
    """The inside of the page; when the day is over it says so."""
    text = once_a_state(
        (request.centre.pk, token, get_language()),
        lambda: render_to_string(
            "displays/phone_part.html", _content(request, token) or {"place": None}, request
        ),
    )
    return fragment(request, text)


@for_everybody
@only_post
def back_in_a_while(request: Asked, token: str) -> HttpResponse:
    ticket = queries.ticket_of_token(token, centre=request.centre)
    if ticket is not None:
        try:
            actions.postpone_ticket(ticket, minutes=WHILE)
        except actions.TicketIsGone:
            pass  # called meanwhile: the page says so
    return HttpResponseRedirect(reverse("follow", args=[token]), status=303)


@for_everybody
@only_post
def cancel(request: Asked, token: str) -> HttpResponse:
    ticket = queries.ticket_of_token(token, centre=request.centre)
    if ticket is not None:
        try:
            actions.leave_queue(ticket)
        except actions.TicketIsGone:
            pass  # called meanwhile: the page says so
    return HttpResponseRedirect(reverse("follow", args=[token]), status=303)


def _content(request: Asked, token: str) -> dict[str, Any] | None:
    centre = request.centre
    ticket = queries.ticket_of_token(token, centre=centre)
    if ticket is None:
        return None
    place = queries.place_of(ticket, centre=centre)
    wait = queries.wait_for(
        centre=centre, theme=ticket.theme, language=ticket.language, ticket=ticket
    )
    return {
        "token": token,
        "place": place,
        "wait": told(wait, centre=centre),
        "theme": theme_name(ticket.theme, centre=centre),
        "spoken": spoken_in(ticket.language, centre=centre),
        "away": ticket.not_before and ticket.not_before > clock.now(),
        "not_before": ticket.not_before and clock.local(ticket.not_before, centre.time_zone),
        "now": clock.local(clock.now(), centre.time_zone),
    }
