"""Reception: a request becomes a ticket in a few keys; the floor and the day beside it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from phare.faces.desk import house
from phare.faces.desk.answers import LETTERS, language_pairs, theme_pairs
from phare.faces.desk.request_form import UNKNOWN, RequestForm
from phare.faces.desk.visitors import paper
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.fragments import fragment
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.faces.shared.waits import told
from phare.people.rules import may_receive
from phare.tickets import actions, queries
from phare.tickets.choices import DayState, State
from phare.tickets.rules import need

LONGEST = 400  # letters of what somebody says


def reception_page(
    request: StaffAsked, form: RequestForm | None = None, *, status: int = 200, **more: Any
) -> HttpResponse:
    centre = request.centre
    form = form or RequestForm(centre=centre, initial={"key": uuid.uuid4()})
    context = {
        "form": form,
        **house.floor(centre),
        **house.today(centre),
        "place": _("Reception"),
        "live_url": reverse("today-stream"),
        **more,
    }
    return render(request, "desk/reception.html", context, status=status)


@for_those_who(may_receive)
def reception(request: StaffAsked) -> HttpResponse:
    """The screen; `given` names the ticket just given, to be printed once."""
    return reception_page(request, **_given(request))


def _given(request: StaffAsked) -> dict[str, Any]:
    asked = whole_number(request.GET.get("given", ""))
    ticket = None if asked is None else queries.ticket_numbered(asked, centre=request.centre)
    if ticket is None or ticket.state != State.WAITING:
        return {}
    wait = queries.wait_for(
        centre=request.centre, theme=ticket.theme, language=ticket.language, ticket=ticket
    )
    return {
        "given": ticket,
        "given_wait": told(wait, centre=request.centre),
        "paper": paper(request, ticket, wait) if request.GET.get("paper") == "1" else None,
    }


@for_those_who(may_receive)
@only_post
def give(request: StaffAsked) -> HttpResponse:
    """One ticket for one form, however often it is sent."""
    form = RequestForm(request.POST, centre=request.centre)
    if not form.is_valid():
        return reception_page(request, form, status=422)
    try:
        ticket = actions.welcome_visitor(centre=request.centre, **form.words())
    except actions.NoMoreTickets:
        form.add_error(
            "after_last", _("The last ticket has been given. Tick this to give one all the same.")
        )
        return reception_page(request, form, status=422, day_state=DayState.LAST_CALL)
    printing = "0" if "without" in request.POST else "1"
    return HttpResponseRedirect(
        f"{reverse('reception')}?given={ticket.pk}&paper={printing}", status=303
    )


@for_those_who(may_receive)
@only_post
@sensitive_variables("words", "found")
@sensitive_post_parameters("words")
def suggest(request: StaffAsked) -> HttpResponse:
    """What the visitor's own words suggest. They are read, answered, and kept nowhere."""
    words = request.POST.get("words", "")[:LONGEST]
    found = queries.suggestion(words, centre=request.centre) if words.strip() else None
    context: dict[str, Any] = {
        "suggested": _suggested(request, found) if found else None,
        "words": words,
    }
    if request.headers.get("HX-Request"):
        return render(request, "desk/suggestion.html", context)
    return reception_page(request, **context)


def _suggested(request: StaffAsked, found: queries.Suggestion) -> dict[str, Any]:
    """The suggestion as answers of the form: place in its row, code, word and key to press."""
    themes, spoken = theme_pairs(request.centre), language_pairs(request.centre)
    return {
        "themes": [
            (i, code, name, str(i + 1))
            for i, (code, name) in enumerate(themes)
            if code == found.theme
        ],
        "languages": [
            (i, code, name, LETTERS.get(code, ""))
            for i, (code, name) in enumerate(spoken)
            if code == found.language
        ],
        "because": found.because,
    }


@for_those_who(may_receive)
def wait_part(request: StaffAsked) -> HttpResponse:
    """The wait of the ticket as chosen so far, and the desks that are free for it."""
    theme, language = request.GET.get("theme", ""), request.GET.get("language", "")
    known = {code for code, _name in theme_pairs(request.centre)} | {UNKNOWN}
    if theme not in known or language not in dict(language_pairs(request.centre)):
        return HttpResponse("")
    code = "" if theme == UNKNOWN else theme
    wait = queries.wait_for(centre=request.centre, theme=code, language=language)
    free = {v.desk.pk for v in queries.desk_plan(centre=request.centre) if v.state == "FREE"}
    able = [
        opened.desk
        for opened in queries.open_desks(centre=request.centre)
        if opened.desk_id in free and need(code, language) in opened.answers
    ]
    context = {"wait": told(wait, centre=request.centre), "able": able, "light": code}
    return render(request, "desk/wait_part.html", context)


@for_those_who(may_receive)
def floor_part(request: StaffAsked) -> HttpResponse:
    return fragment(request, render_to_string("desk/floor_part.html", house.floor(request.centre)))


@for_those_who(may_receive)
def today_part(request: StaffAsked) -> HttpResponse:
    return fragment(request, render_to_string("desk/today_part.html", house.today(request.centre)))


@for_those_who(may_receive)
@only_post
def answer_help(request: StaffAsked, pk: int) -> HttpResponse:
    """'I am going': the call for help leaves the list."""
    asked = next((a for a in queries.help_calls(centre=request.centre) if a.pk == pk), None)
    if asked is not None:
        actions.answer_help(asked)
        messages.success(request, _("You are going to %(screen)s.") % {"screen": asked.screen.name})
    return HttpResponseRedirect(reverse("reception"), status=303)
