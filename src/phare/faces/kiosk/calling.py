"""Somebody is asked for: in the language of the page, or in one the screen does not speak."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from phare.centres.queries import Centre, languages
from phare.faces.kiosk.screens import around, at_kiosk
from phare.faces.shared.requests import Asked
from phare.faces.shared.tongues import OTHER, TONGUES, Tongue
from phare.people.queries import languages_spoken
from phare.tickets import actions


def other_tongues(centre: Centre) -> list[Tongue]:
    """Languages of the centre that are none of the screen's, and that somebody here speaks."""
    spoken = languages_spoken(centre=centre)
    return [
        TONGUES.get(language.code) or Tongue(language.code, str(language.name))
        for language in languages(centre=centre)
        if not language.is_interface and language.code in spoken
    ]


def _language() -> str:
    return (get_language() or "fr")[:2]


@at_kiosk
def human(request: Asked, screen: Any) -> HttpResponse:
    """Asks for a human, on a form so that no link can do it; `for=all` comes from the screen at
    rest, where no language is chosen yet."""
    if request.method == "POST":
        language = OTHER if request.POST.get("language") == OTHER else _language()
        return _ask(request, screen, language)
    from_rest = request.GET.get("for") == "all"
    back = reverse("kiosk" if from_rest else "kiosk-about", args=[screen.key])
    context = around(screen.key, back) | {"human_url": "", "for_all": from_rest, "other": OTHER}
    return render(request, "kiosk/human.html", context)


@at_kiosk
def other_language(request: Asked, screen: Any) -> HttpResponse:
    """Another language: reception, told which one by a button in that language."""
    tongues = other_tongues(request.centre)
    if request.method == "POST":
        asked = request.POST.get("language", "")
        return _ask(request, screen, asked if asked in {x.code for x in tongues} else OTHER)
    back = reverse("kiosk", args=[screen.key])
    context = around(screen.key, back) | {"tongues": tongues, "other": OTHER, "human_url": ""}
    return render(request, "kiosk/other.html", context)


def _ask(request: Asked, screen: Any, language: str) -> HttpResponse:
    actions.ask_for_help(screen, centre=request.centre, language=language)
    address = reverse("kiosk-called", args=[screen.key])
    said = "" if language == _language() else f"?for={language}"
    return HttpResponseRedirect(address + said, status=303)


@at_kiosk
def called(request: Asked, screen: Any) -> HttpResponse:
    """Somebody is coming: said in the language that was asked for, in all when none was."""
    asked = request.GET.get("for", "")
    tongue = next((x for x in other_tongues(request.centre) if x.code == asked), None)
    for_all = bool(tongue) or asked == OTHER
    back = reverse("kiosk" if for_all else "kiosk-about", args=[screen.key])
    context = around(screen.key, back) | {
        "asked": True,
        "human_url": "",
        "for_all": for_all,
        "tongue": tongue,
    }
    return render(request, "kiosk/human.html", context)
