"""One member of the staff: roles, competences, employer, password, leaving."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.centres.queries import partners
from phare.faces.office.pages import done, here, shown
from phare.faces.office.people_forms import (
    CompetencesForm,
    EmployerForm,
    NewPasswordForm,
    RolesForm,
)
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people import actions, queries, rules
from phare.people.queries import Person
from phare.people.rules import may_manage, may_see_employers


def _member(request: StaffAsked, pk: int) -> Person:
    return here(queries.member(pk, centre=request.centre))


def _may_change(request: StaffAsked, somebody: Person) -> bool:
    """Nobody changes one's own roles here, nor those of somebody who may do more."""
    theirs = queries.role_kinds(somebody, centre=request.centre)
    return somebody != request.user and rules.may_change_person(request.roles, theirs)


def _governed(request: StaffAsked, pk: int) -> Person:
    somebody = _member(request, pk)
    if not _may_change(request, somebody):
        raise PermissionDenied
    return somebody


def _roles_form(request: StaffAsked, somebody: Person, data: Any = None) -> RolesForm:
    kinds = queries.roles_of([somebody], centre=request.centre)[somebody.pk]
    grantable = rules.grantable_roles(request.roles)
    return RolesForm(data, grantable=grantable, initial={"roles": kinds})


def _competences_form(request: StaffAsked, somebody: Person, data: Any = None) -> CompetencesForm:
    rows = queries.competences_of([somebody], centre=request.centre)[somebody.pk]
    return CompetencesForm(data, centre=request.centre, rows=rows)


def _employer_form(request: StaffAsked, somebody: Person, data: Any = None) -> EmployerForm:
    now = queries.employer_of(somebody, centre=request.centre)
    today = clock.today(request.centre.time_zone)
    return EmployerForm(
        data,
        partners=partners(centre=request.centre, on=today),
        initial={"employer": str(now.pk) if now else ""},
    )


def _page(request: StaffAsked, somebody: Person, **more: Any) -> HttpResponse:
    may_change = _may_change(request, somebody)
    elsewhere = queries.is_elsewhere(somebody, centre=request.centre)
    found: dict[str, Any] = {
        "somebody": somebody,
        "own": somebody == request.user,
        "may_change": may_change,
        "elsewhere": elsewhere,
        "competences": _competences_form(request, somebody),
    }
    if may_change:
        found["roles_form"] = _roles_form(request, somebody)
        if not elsewhere:
            found["password_form"] = NewPasswordForm()
    if rules.may_see_employers(request.roles):
        found["employer_form"] = _employer_form(request, somebody)
    return shown(request, "office/people/person.html", found | more)


@for_those_who(may_manage)
def person(request: StaffAsked, pk: int) -> HttpResponse:
    return _page(request, _member(request, pk))


@for_those_who(may_manage)
@only_post
def set_roles(request: StaffAsked, pk: int) -> HttpResponse:
    somebody = _governed(request, pk)
    form = _roles_form(request, somebody, request.POST)
    if not form.is_valid():
        return _page(request, somebody, roles_form=form)
    actions.set_roles(somebody, centre=request.centre, roles=form.cleaned_data["roles"])
    return done(request, _("The roles are kept."), "person", pk)


@for_those_who(may_manage)
@only_post
def set_competences(request: StaffAsked, pk: int) -> HttpResponse:
    somebody = _member(request, pk)
    form = _competences_form(request, somebody, request.POST)
    if not form.is_valid():
        return _page(request, somebody, competences=form)
    actions.set_competences(somebody, centre=request.centre, products=form.products())
    return done(request, _("The competences are kept."), "person", pk)


@for_those_who(may_see_employers)
@only_post
def set_employer(request: StaffAsked, pk: int) -> HttpResponse:
    somebody = _member(request, pk)
    form = _employer_form(request, somebody, request.POST)
    if not form.is_valid():
        return _page(request, somebody, employer_form=form)
    actions.set_employer(somebody, centre=request.centre, employer=form.chosen())
    return done(request, _("The employer is noted."), "person", pk)


@for_those_who(may_manage)
@only_post
def set_password(request: StaffAsked, pk: int) -> HttpResponse:
    """Not of somebody who works in another centre too: there it would open what is not ours."""
    somebody = _governed(request, pk)
    if queries.is_elsewhere(somebody, centre=request.centre):
        raise PermissionDenied
    form = NewPasswordForm(request.POST)
    if form.is_valid():
        try:
            actions.change_password(
                somebody, password=form.cleaned_data["password"], centre=request.centre
            )
        except ValidationError as error:
            form.add_error("password", error.messages)
        else:
            return done(request, _("The new password holds from now on."), "person", pk)
    return _page(request, somebody, password_form=form)


@for_those_who(may_manage)
def leave(request: StaffAsked, pk: int) -> HttpResponse:
    """Asks before somebody leaves; in another centre they stay who they are."""
    somebody = _governed(request, pk)
    elsewhere = queries.is_elsewhere(somebody, centre=request.centre)
    if request.method == "POST":
        if elsewhere:
            actions.leave_centre(somebody, centre=request.centre)
        else:
            actions.let_go(somebody, centre=request.centre)
        said = _("%(name)s has left.") % {"name": somebody.name}
        return done(request, said, "people")
    found = {"somebody": somebody, "elsewhere": elsewhere}
    return shown(request, "office/people/leave.html", found)
