"""Reception."""

from django.http import HttpResponse

from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_count, may_receive


@for_those_who(may_receive)
def reception(request: StaffAsked) -> HttpResponse:
    return HttpResponse("")


@for_those_who(may_count)
def entry(request: StaffAsked) -> HttpResponse:
    return HttpResponse("")
