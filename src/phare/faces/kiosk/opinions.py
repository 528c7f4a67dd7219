"""Three questions asked in the house, counted apart from those of the interview."""

import uuid
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from phare.contacts.choices import Mode
from phare.faces.kiosk.screens import around, at_kiosk
from phare.faces.shared.opinions import OpinionForm
from phare.faces.shared.requests import Asked
from phare.satisfaction.actions import NothingWasAnswered, answer_at_kiosk


@at_kiosk
def voice(request: Asked, screen: Any) -> HttpResponse:
    # An empty form is asked about too: sent without any answer, it holds not one field.
    sent = request.POST if request.method == "POST" else None
    form = OpinionForm(sent, with_comment=False)
    if request.method == "POST" and form.is_valid():
        try:
            language = (get_language() or "fr")[:2]
            answer_at_kiosk(
                form.answers(),
                centre=request.centre,
                mode=Mode.ADVICE,
                language=language,
                key=_key(request),
            )
            return HttpResponseRedirect(reverse("kiosk-thanks", args=[screen.key]), status=303)
        except NothingWasAnswered:
            form.say_nothing_answered()
    context = around(screen.key) | {"form": form, "key": _key(request)}
    return render(request, "kiosk/voice.html", context, status=422 if sent is not None else 200)


def _key(request: Asked) -> uuid.UUID:
    """The key of the form that was filled in; a new one for a new form."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


@at_kiosk
def thanks(request: Asked, screen: Any) -> HttpResponse:
    return render(request, "kiosk/thanks.html", around(screen.key) | {"idle": 20})
