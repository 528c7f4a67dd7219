"""Three questions asked in the house, counted apart from those of the interview."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
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
    done = False
    if request.method == "POST" and form.is_valid():
        try:
            language = (get_language() or "fr")[:2]
            answer_at_kiosk(
                form.answers(), centre=request.centre, mode=Mode.ADVICE, language=language
            )
            done = True
        except NothingWasAnswered:
            form.say_nothing_answered()
    context = around(screen.key) | {"form": form, "done": done}
    status = 422 if request.method == "POST" and not done else 200
    return render(request, "kiosk/voice.html", context, status=status)
