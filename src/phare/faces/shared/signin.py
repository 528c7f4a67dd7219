"""Signing in and out. Slowed down per account; no address of a machine is looked at or kept."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters

from phare.faces.shared.access import for_everybody, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people import rules
from phare.people.queries import Person, role_kinds


def no_address(request: HttpRequest) -> None:
    """What django-axes keeps instead of an IP address."""
    return None


def slowed_down(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """After several wrong passwords for one account: that account waits, nobody else does."""
    form = SignInForm(request, data=request.POST)
    form.errors["__all__"] = form.error_class(
        [str(_("Too many wrong passwords for this address. Wait two minutes, then try again."))]
    )
    return render(request, "shared/signin.html", {"form": form}, status=429)


class SignInForm(AuthenticationForm):
    username = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    error_messages = {
        "invalid_login": _("This address and this password do not go together. Try again."),
        "inactive": _("This account is closed. Ask a manager."),
        "no_role": _(
            "Your address and password are right, but you have no role in this centre "
            "(%(centre)s). Ask a manager of this centre to give you one."
        ),
    }

    def confirm_login_allowed(self, user: Person) -> None:
        """Nobody is signed in to a centre where every page would be refused without a word."""
        super().confirm_login_allowed(user)
        asked: StaffAsked = self.request  # type: ignore[assignment]
        if not role_kinds(user, centre=asked.centre):
            raise forms.ValidationError(
                self.error_messages["no_role"],
                code="no_role",
                params={"centre": asked.centre.name},
            )

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username and password:
            # One spelling for the account, so that capitals are no way around the waiting time.
            self.user_cache = authenticate(
                self.request, username=username.lower(), password=password
            )
            if self.user_cache is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data


@for_everybody
@csrf_protect
@sensitive_post_parameters("password")
def sign_in(request: StaffAsked) -> HttpResponse:
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return HttpResponseRedirect(_where_to(request))
    if getattr(request, "axes_locked_out", False):
        return slowed_down(request)
    wrong = request.method == "POST"
    return render(request, "shared/signin.html", {"form": form}, status=422 if wrong else 200)


@for_everybody
@csrf_protect
@only_post
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponseRedirect(reverse("signin"))


def _where_to(request: StaffAsked) -> str:
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    with override(request.user.language):
        return _first_page(request)


def _first_page(request: StaffAsked) -> str:
    """Where somebody's day begins, in the language of their screens."""
    roles = role_kinds(request.user, centre=request.centre)
    if rules.may_advise(roles) and not rules.may_manage(roles):
        return reverse("desk")
    if rules.may_receive(roles) and not rules.may_manage(roles):
        return reverse("reception")
    if rules.may_see_today(roles):
        return reverse("office")
    if rules.may_propose(roles):
        return reverse("ours")
    return reverse("notices" if rules.may_write_notices(roles) else "own")
