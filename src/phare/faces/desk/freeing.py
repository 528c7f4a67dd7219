"""A desk whose counsellor is gone: reception gives its visitors back to the queue."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.centres.queries import desks
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_receive
from phare.tickets import actions, queries


@for_those_who(may_receive)
def free(request: StaffAsked, code: str) -> HttpResponse:
    """Asks first; then the desk closes and whoever was there waits again, in the old place."""
    desk = next((d for d in desks(centre=request.centre) if d.code == code), None)
    if desk is None:
        raise Http404
    opened = queries.open_desk_at(desk, centre=request.centre)
    if opened is None:
        raise Http404
    if request.method != "POST":
        return render(request, "desk/freeing.html", {"desk": desk, "place": _("Reception")})
    back = actions.free_desk(opened)
    told = ngettext(
        "Desk %(desk)s is closed; %(back)s person waits again.",
        "Desk %(desk)s is closed; %(back)s people wait again.",
        back,
    )
    messages.success(request, told % {"desk": desk.code, "back": back})
    return HttpResponseRedirect(reverse("reception"), status=303)
