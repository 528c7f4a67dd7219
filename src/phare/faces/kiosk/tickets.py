"""From a language to a ticket, one question a screen."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from phare.centres.queries import Theme, audiences, known_codes, languages, openness, themes
from phare.contacts.actions import count_once
from phare.contacts.choices import Counted
from phare.faces.kiosk.calling import other_tongues
from phare.faces.kiosk.screens import UNKNOWN, around, at_kiosk
from phare.faces.shared.giving import giving
from phare.faces.shared.requests import Asked
from phare.faces.shared.ticket_words import printed, spoken_in
from phare.faces.shared.waits import told
from phare.ground import clock
from phare.tickets import actions, queries
from phare.tickets.choices import Source

HELLO = {"fr": "Bonjour", "nl": "Goeiedag", "en": "Hello", "de": "Guten Tag"}
GO_ON = {
    "fr": "Continuer en français",
    "nl": "Verder in het Nederlands",
    "en": "Continue in English",
    "de": "Weiter auf Deutsch",
}


def _language() -> str:
    return (get_language() or "fr")[:2]


@at_kiosk
def rest(request: Asked, screen: Any) -> HttpResponse:
    """The screen nobody uses: languages, French and Dutch first on alternating days."""
    day = queries.today_of(request.centre)
    order = ("fr", "nl", "en", "de") if day.toordinal() % 2 else ("nl", "fr", "en", "de")
    there = {language.code for language in languages(centre=request.centre)}
    tongues = [
        (code, HELLO[code], GO_ON[code], f"/{code}/kiosk/{screen.key}/about/")
        for code in order
        if code in there
    ]
    context = around(screen.key) | {
        "tongues": tongues,
        "others": other_tongues(request.centre),
        "idle": 0,
    }
    return render(request, "kiosk/rest.html", context)


@at_kiosk
def about(request: Asked, screen: Any) -> HttpResponse:
    """What is it about? Or: no tickets now, when again, and what can be done."""
    shut = _shut(request, screen)
    if shut is not None:
        return shut
    roads = [
        {
            "code": theme.code,
            "name": theme.name,
            "line": _line(request, theme),
            "url": reverse("kiosk-who", args=[screen.key, theme.code]),
        }
        for theme in themes(centre=request.centre)
    ]
    context = around(screen.key, reverse("kiosk", args=[screen.key])) | {
        "themes": roads,
        "sentence": giving(centre=request.centre).sentence,
        "unsure_url": reverse("kiosk-who", args=[screen.key, UNKNOWN]),
    }
    return render(request, "kiosk/about.html", context)


def _shut(request: Asked, screen: Any) -> HttpResponse | None:
    """The page that says no tickets are given now and when again; None while they are."""
    now = giving(centre=request.centre)
    if now.gives:
        return None
    context = around(screen.key, reverse("kiosk", args=[screen.key])) | {"giving": now}
    return render(request, "kiosk/shut.html", context)


def _line(request: Asked, theme: Theme) -> Any:
    """The lead of the theme, or the honest news that nobody answers it in this language now."""
    wait = queries.wait_for(centre=request.centre, theme=theme.code, language=_language())
    return theme.lead if wait.kind == "RANGE" else told(wait, centre=request.centre).words


@at_kiosk
def who(request: Asked, screen: Any, theme: str) -> HttpResponse:
    """The wait as it is, an optional audience, and the ticket."""
    known = {t.code: t for t in themes(centre=request.centre)}
    if theme != UNKNOWN and theme not in known:
        raise Http404
    shut = _shut(request, screen)
    if shut is not None:
        return shut
    code = "" if theme == UNKNOWN else theme
    wait = queries.wait_for(centre=request.centre, theme=code, language=_language())
    others = []
    if wait.kind != "RANGE":
        others = _elsewhere(request, code)
    context = around(screen.key, reverse("kiosk-about", args=[screen.key])) | {
        "theme": known.get(code),
        "sentence": giving(centre=request.centre).sentence,
        "theme_code": code,
        "wait": told(wait, centre=request.centre),
        "others": others,
        "audiences": audiences(centre=request.centre),
        "key": uuid.uuid4(),
    }
    return render(request, "kiosk/who.html", context)


@at_kiosk
def nobody(request: Asked, screen: Any) -> HttpResponse:
    """Counts a question nobody could answer today, once: the one figure reports never had."""
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    known = {t.code for t in themes(centre=request.centre)}
    theme = request.POST.get("theme", "")
    try:
        key = uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return HttpResponseRedirect(reverse("kiosk-about", args=[screen.key]), status=303)
    count_once(
        Counted.NOBODY_IN,
        centre=request.centre,
        day=queries.today_of(request.centre),
        key=key,
        theme=theme if theme in known else "",
        language=_language(),
    )
    return HttpResponseRedirect(reverse("kiosk-noted", args=[screen.key]), status=303)


@at_kiosk
def noted(request: Asked, screen: Any) -> HttpResponse:
    return render(request, "kiosk/noted.html", around(screen.key) | {"idle": 20})


def _elsewhere(request: Asked, theme: str) -> list[tuple[Any, Any]]:
    """Languages in which somebody answers that theme now, with their waits."""
    found = []
    for language in languages(centre=request.centre):
        if language.code == _language():
            continue
        wait = queries.wait_for(centre=request.centre, theme=theme, language=language.code)
        if wait.kind == "RANGE":
            found.append((language, told(wait, centre=request.centre)))
    return found


@at_kiosk
def take(request: Asked, screen: Any) -> HttpResponse:
    """One ticket for one key, however often it is sent."""
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    if _shut(request, screen) is not None:
        return HttpResponseRedirect(reverse("kiosk-about", args=[screen.key]), status=303)
    given = request.POST
    theme = given.get("theme", "")
    known = known_codes(centre=request.centre)
    try:
        key = uuid.UUID(given.get("key", ""))
    except ValueError:
        return HttpResponseRedirect(reverse("kiosk-about", args=[screen.key]))
    if theme not in known["themes"] | {""} or given.get("language") not in known["languages"]:
        return HttpResponseRedirect(reverse("kiosk-about", args=[screen.key]))
    try:
        taken = actions.take_ticket(
            centre=request.centre,
            theme=theme,
            language=given["language"],
            audience=given["audience"] if given.get("audience") in known["audiences"] else "",
            source=Source.KIOSK,
            key=key,
        )
    except actions.NoMoreTickets:
        return HttpResponseRedirect(reverse("kiosk-about", args=[screen.key]))
    return HttpResponseRedirect(reverse("kiosk-ticket", args=[screen.key, taken.token]), status=303)


@at_kiosk
def ticket(request: Asked, screen: Any, token: str) -> HttpResponse:
    found = queries.ticket_of_token(token, centre=request.centre)
    if found is None:
        return HttpResponseRedirect(reverse("kiosk", args=[screen.key]))
    place = queries.place_of(found, centre=request.centre)
    wait = queries.wait_for(
        centre=request.centre, theme=found.theme, language=found.language, ticket=found
    )
    context = around(screen.key) | {
        "ticket": printed(request, found, wait),
        "place": place,
        "wait": told(wait, centre=request.centre),
        "spoken": spoken_in(found.language, centre=request.centre),
        "later_url": reverse("kiosk-later", args=[screen.key, token]),
        "idle": 30,
    }
    return render(request, "kiosk/ticket.html", context)


@at_kiosk
def later(request: Asked, screen: Any, token: str) -> HttpResponse:
    """Gives the place back: the person prefers to come another time."""
    found = queries.ticket_of_token(token, centre=request.centre)
    if request.method == "POST":
        try:
            if found is not None:
                actions.leave_queue(found)
        except actions.TicketIsGone:
            return HttpResponseRedirect(reverse("kiosk-ticket", args=[screen.key, token]))
        return HttpResponseRedirect(reverse("kiosk-later", args=[screen.key, token]), status=303)
    house = openness(centre=request.centre, at=clock.now(), service="ADVICE")
    return render(request, "kiosk/later.html", around(screen.key) | {"advice": house, "idle": 20})
