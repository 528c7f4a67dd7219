"""What every kiosk page needs: its screen, its way back, and somebody to call."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from phare.centres.choices import ScreenKind
from phare.centres.queries import screen_with
from phare.faces.shared.access import for_everybody
from phare.faces.shared.requests import Asked

UNKNOWN = "unknown"  # the address of a question without a theme yet


def at_kiosk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view the kiosk whose key is in the address; any other key is not found."""

    @for_everybody
    @wraps(view)
    def with_screen(request: Asked, key: str, **words: Any) -> HttpResponse:
        screen = screen_with(centre=request.centre, key=key, kind=ScreenKind.KIOSK)
        if screen is None:
            raise Http404
        answer = view(request, screen, **words)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return with_screen


def around(key: str, back: str = "") -> dict[str, Any]:
    """Context of the kiosk's layout."""
    return {
        "kiosk_key": key,
        "rest_url": reverse("kiosk", args=[key]),
        "human_url": reverse("kiosk-human", args=[key]),
        "back_url": back,
    }
