"""What every page shows around its own subject."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import gettext as _

from phare.centres.queries import notices
from phare.faces.shared.menus import foot_menu, public_menu, staff_menu
from phare.ground import clock
from phare.people import rules


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Context of every template: centre, notices, languages, clock, menu, and who may what."""
    centre = getattr(request, "centre", None)
    if centre is None:
        return {}
    now = clock.now()
    roles: frozenset[str] = getattr(request, "roles", frozenset())
    return {
        "centre": centre,
        "clock_now": clock.local(now, centre.time_zone),
        "demo_clock": clock.is_shifted(),
        "demo": settings.DEMO,
        "notices": notices(centre=centre, at=now),
        "languages": [
            (code, name, translate_url(request.get_full_path(), code))
            for code, name in settings.LANGUAGES
        ],
        "home_url": reverse("home"),
        "nav": staff_menu(request, roles) if roles else public_menu(request),
        "foot_nav": foot_menu(request),
        **_person(request, roles),
        "may": {
            "receive": rules.may_receive(roles),
            "advise": rules.may_advise(roles),
            "count": rules.may_count(roles),
            "today": rules.may_see_today(roles),
            "manage": rules.may_manage(roles),
            "notices": rules.may_write_notices(roles),
            "report": rules.may_report(roles),
            "plan": rules.may_plan(roles),
            "draft": rules.may_draft(roles),
        },
    }


def _person(request: HttpRequest, roles: frozenset[str]) -> dict[str, Any]:
    """Who is signed in, on the pages of the staff only."""
    if not roles:
        return {}
    return {
        "person_name": str(request.user),
        "person_links": [{"label": _("My page"), "url": reverse("own")}],
        "signout_url": reverse("signout"),
    }
