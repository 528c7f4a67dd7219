"""Taking a mistake away: a negative contact with its reason; nothing is ever erased."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.contacts.actions import (
    NobodySaidSo,
    NobodyToCorrect,
    WhichHalfDay,
    correct_contact,
)
from phare.contacts.choices import Channel
from phare.faces.desk.correction_form import CorrectionForm
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_count


@for_those_who(may_count)
def correct(request: StaffAsked) -> HttpResponse:
    fresh = {"key": uuid.uuid4(), "channel": Channel.FACE_TO_FACE}
    form = CorrectionForm(request.POST or None, centre=request.centre, initial=fresh)
    if request.method == "POST" and form.is_valid():
        written = _written(request, form)
        if written is not None:
            said = _("Corrected.") if written else _("Nothing was changed.")
            messages.success(request, said)
            return HttpResponseRedirect(reverse("entry"), status=303)
    context = {"form": form, "place": _("Count a contact")}
    return render(request, "desk/correction.html", context, status=422 if form.errors else 200)


def _written(request: StaffAsked, form: CorrectionForm) -> bool | None:
    """What the correction answered; None when the form says why it was refused."""
    try:
        return correct_contact(
            form.fact(),
            centre=request.centre,
            key=form.cleaned_data["key"],
            reason=form.cleaned_data["reason"],
        )
    except NobodyToCorrect:
        form.say_nobody()
    except WhichHalfDay:
        form.say_which_half_day()
    except NobodySaidSo:
        form.say_nobody_said_so()
    return None
