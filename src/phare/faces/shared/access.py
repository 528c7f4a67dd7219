"""Who may open an address: declared on every view, checked once, refused when undeclared."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from phare.people.queries import role_kinds

Rule = Callable[[Collection[str]], bool]
View = Callable[..., Any]


def for_everybody(view: View) -> View:
    """A public address. Its forms carry no authority of anybody, hence no CSRF cookie."""
    exempt = csrf_exempt(view)
    exempt.access = "everybody"  # type: ignore[attr-defined]
    return exempt


def for_those_who(rule: Rule) -> Callable[[View], View]:
    """An address of the staff: `rule` decides on the roles somebody has in this centre."""

    def declare(view: View) -> View:
        view.access = rule  # type: ignore[attr-defined]
        return view

    return declare


def only_post(view: View) -> View:
    """Refuses every method that could be followed by a link."""

    @wraps(view)
    def posted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        return view(request, *args, **kwargs)

    return posted


class AccessMiddleware:
    """Sets `request.roles` and lets nobody pass a view that does not say who may open it."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        access = getattr(view, "access", None)
        request.roles = frozenset()  # type: ignore[attr-defined]
        if access == "everybody":
            return None
        if access is None:
            raise ImproperlyConfigured(f"{view} does not say who may open it")
        if not request.user.is_authenticated:
            wanted = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse('signin')}?{wanted}")
        request.roles = role_kinds(request.user, centre=request.centre)  # type: ignore[attr-defined]
        if not access(request.roles):  # type: ignore[attr-defined]
            raise PermissionDenied
        return None
