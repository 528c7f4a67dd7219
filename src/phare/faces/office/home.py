"""Where managers and directors begin."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_see_today


@for_those_who(may_see_today)
def office(request: StaffAsked) -> HttpResponse:
    return HttpResponseRedirect(reverse("today"))


@for_those_who(may_see_today)
def today(request: StaffAsked) -> HttpResponse:
    return HttpResponse("")
