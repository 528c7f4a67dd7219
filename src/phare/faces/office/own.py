"""One's own page: language, shortcuts, password."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters

from phare.faces.office.pages import done, shown
from phare.faces.office.people_forms import OwnPasswordForm, PreferencesForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people import actions
from phare.people.rules import may_choose_for_oneself


def _page(request: StaffAsked, **more: Any) -> HttpResponse:
    me = request.user
    found = {
        "preferences": PreferencesForm(
            initial={"language": me.language, "single_keys": me.single_keys}
        ),
        "password_form": OwnPasswordForm(person=me),
        "place": _("My page"),
    }
    return shown(request, "office/people/own.html", found | more)


@for_those_who(may_choose_for_oneself)
def own(request: StaffAsked) -> HttpResponse:
    return _page(request)


@for_those_who(may_choose_for_oneself)
@only_post
def set_preferences(request: StaffAsked) -> HttpResponse:
    form = PreferencesForm(request.POST)
    if not form.is_valid():
        return _page(request, preferences=form)
    given = form.cleaned_data
    actions.set_preferences(
        request.user,
        language=given["language"],
        single_keys=given["single_keys"],
        centre=request.centre,
    )
    with override(given["language"]):
        return done(request, _("Kept."), "own")


@for_those_who(may_choose_for_oneself)
@only_post
@sensitive_post_parameters("old", "password")
def set_password(request: StaffAsked) -> HttpResponse:
    form = OwnPasswordForm(request.POST, person=request.user)
    if form.is_valid():
        try:
            actions.change_password(
                request.user, password=form.cleaned_data["password"], centre=request.centre
            )
        except ValidationError as error:
            form.add_error("password", error.messages)
        else:
            update_session_auth_hash(request, request.user)
            return done(request, _("Your new password holds from now on."), "own")
    return _page(request, password_form=form)
