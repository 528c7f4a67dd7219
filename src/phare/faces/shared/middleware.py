"""What every request is given before a view sees it."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from pghistory.middleware import HistoryMiddleware

from phare.centres.queries import centre_at


def centre_of_the_host(get_response: Callable) -> Callable:
    """`request.centre`: the centre that answers at this host name."""

    def with_centre(request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return get_response(request)
        host = request.get_host().rsplit(":", 1)[0].lower()
        centre = centre_at(centre=host)
        if centre is None:
            raise Http404
        request.centre = centre  # type: ignore[attr-defined]
        return get_response(request)

    return with_centre


class HistoryOfTheTeam(HistoryMiddleware):
    """Says in the history who of the team changed something, and never looks at the public."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            return super().__call__(request)
        return self.get_response(request)
