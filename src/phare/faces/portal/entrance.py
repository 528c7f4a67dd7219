"""The address without a language: sends people to the one they read."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from phare.faces.shared.access import for_everybody


@for_everybody
def entrance(request: HttpRequest) -> HttpResponseRedirect:
    answer = HttpResponseRedirect(f"/{get_language_from_request(request)[:2]}/")
    patch_vary_headers(answer, ["Accept-Language"])
    return answer
