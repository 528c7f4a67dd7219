"""Sitting down at a desk, pausing, and getting up."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.centres.queries import Centre, desks, themes
from phare.faces.desk.answers import Pairs, audience_pairs, boxes, language_pairs, theme_pairs
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.queries import Person, competences_of
from phare.people.rules import may_advise
from phare.rota.queries import shift_of
from phare.tickets import actions, queries
from phare.tickets.rules import answers, need

PAUSES = (5, 10, 15, 30, 60)
ALWAYS = ("fr", "nl")


class SittingForm(forms.Form):
    """Which desk, and what is answered there: a box for each theme in each language."""

    def __init__(self, *args: Any, centre: Centre, spoken: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = [(str(desk.pk), str(desk.name)) for desk in desks(centre=centre)]
        self.fields["desk"] = forms.ChoiceField(label=gettext_lazy("My desk"), choices=free)
        needs = [(need(t, code), "") for t, _name in theme_pairs(centre) for code, _n in spoken]
        self.fields["answers"] = forms.MultipleChoiceField(
            label=gettext_lazy("What I answer"),
            choices=needs,
            error_messages={
                "required": gettext_lazy("Tick at least one theme in one language."),
            },
        )
        self.fields["audiences"] = boxes(
            gettext_lazy("People I am there for first"), audience_pairs(centre)
        )

    def needs(self) -> list[str]:
        """The pairs ticked, and each of their languages for a question without a theme yet."""
        pairs = [one.split(":") for one in self.cleaned_data["answers"]]
        return answers([((theme,), (language,)) for theme, language in pairs])


def _spoken(person: Person, centre: Centre) -> Pairs:
    """The languages to offer: those of the person, French and Dutch; all if none is known."""
    known = {c for row in competences_of([person], centre=centre)[person.pk] for c in row.languages}
    pairs = language_pairs(centre)
    return [pair for pair in pairs if pair[0] in known or pair[0] in ALWAYS] if known else pairs


def _usual(person: Person, centre: Centre) -> dict[str, Any]:
    """The desk of the planning, and everything the person is known to answer."""
    shift = shift_of(person.pk, centre=centre, at=clock.now())
    skills = competences_of([person], centre=centre)[person.pk]
    return {
        "desk": str(shift.place_id) if shift and shift.place_id else "",
        "answers": [
            need(t, code) for skill in skills for t in skill.themes for code in skill.languages
        ],
        "audiences": sorted({a for skill in skills for a in skill.audiences}),
    }


def sitting_page(request: StaffAsked, form: SittingForm | None = None) -> HttpResponse:
    """The page of somebody who has no desk yet."""
    centre = request.centre
    spoken = _spoken(request.user, centre)
    if form is None:
        form = SittingForm(centre=centre, spoken=spoken, initial=_usual(request.user, centre))
    given = form["answers"].value() or []
    context = {
        "form": form,
        "spoken": spoken,
        "grid": [
            (theme, [(need(theme.code, c), need(theme.code, c) in given, n) for c, n in spoken])
            for theme in themes(centre=centre)
        ],
        "live_url": reverse("queue-stream"),
    }
    return render(request, "desk/sitting.html", context, status=422 if form.errors else 200)


@for_those_who(may_advise)
@only_post
def open_my_desk(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    form = SittingForm(request.POST, centre=centre, spoken=_spoken(request.user, centre))
    if not form.is_valid():
        return sitting_page(request, form)
    chosen = next(d for d in desks(centre=centre) if str(d.pk) == form.cleaned_data["desk"])
    try:
        actions.open_desk(
            request.user,
            centre=centre,
            desk=chosen,
            answers=form.needs(),
            audiences=form.cleaned_data["audiences"],
        )
    except actions.DeskIsTaken:
        if queries.desk_of(request.user, centre=centre) is None:
            form.add_error("desk", _("Somebody sits at that desk already. Choose another one."))
            return sitting_page(request, form)
    return HttpResponseRedirect(reverse("desk"), status=303)


@for_those_who(may_advise)
@only_post
def pause(request: StaffAsked) -> HttpResponse:
    """A pause of some minutes; nobody is called to the desk meanwhile."""
    opened = queries.desk_of(request.user, centre=request.centre)
    asked = request.POST.get("minutes", "")
    if opened is not None and asked in map(str, PAUSES):
        actions.pause_desk(opened, until=clock.now() + timedelta(minutes=int(asked)))
    return HttpResponseRedirect(reverse("desk"), status=303)


@for_those_who(may_advise)
@only_post
def resume(request: StaffAsked) -> HttpResponse:
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is not None:
        actions.resume_desk(opened)
    return HttpResponseRedirect(reverse("desk"), status=303)


@for_those_who(may_advise)
@only_post
def leave(request: StaffAsked) -> HttpResponse:
    """Closes the desk, unless somebody is still there or set aside."""
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is not None:
        try:
            actions.close_desk(opened)
        except actions.TicketIsOpen:
            messages.error(
                request, _("Somebody is still at your desk or set aside. Close that first.")
            )
    return HttpResponseRedirect(reverse("desk"), status=303)
