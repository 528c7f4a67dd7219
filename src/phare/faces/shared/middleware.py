"""What every request is given before a view sees it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

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
