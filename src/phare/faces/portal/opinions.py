"""Three questions opened once by the code shown after an interview."""

from django.http import HttpResponse
from django.shortcuts import render

from phare.faces.shared.access import for_everybody
from phare.faces.shared.opinions import OpinionForm
from phare.faces.shared.requests import Asked
from phare.satisfaction.actions import (
    NothingWasAnswered,
    QuestionnaireIsGone,
    answer_questionnaire,
)
from phare.satisfaction.queries import is_open


@for_everybody
def voice(request: Asked, token: str) -> HttpResponse:
    """GET asks, POST keeps; a used or old code says so, kindly."""
    form = OpinionForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "done": False, "gone": False}
    if request.method == "POST" and form.is_valid():
        try:
            answer_questionnaire(token, form.answers(), centre=request.centre)
            context["done"] = True
        except QuestionnaireIsGone:
            context["gone"] = True
        except NothingWasAnswered:
            form.say_nothing_answered()
    elif not is_open(token, centre=request.centre):
        context["gone"] = True
    status = 410 if context["gone"] else 422 if form.errors else 200
    answer = render(request, "portal/voice.html", context, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
