"""The staff of the centre: who they are here, and who comes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.centres.queries import audiences, languages, themes
from phare.faces.office.pages import done, shown
from phare.faces.office.people_forms import HireForm
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.ground.personal import register as personal_fields
from phare.people import actions, queries, rules
from phare.people.choices import RoleKind
from phare.people.rules import may_manage


@for_those_who(may_manage)
def people(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    staff = queries.staff(centre=centre)
    roles = queries.roles_of(staff, centre=centre)
    skills = queries.competences_of(staff, centre=centre)
    sees_employers = rules.may_see_employers(request.roles)
    employers = queries.employers_of(staff, centre=centre) if sees_employers else {}
    labels = dict(RoleKind.choices)
    rows = [
        {
            "person": person,
            "roles": [labels[kind] for kind in roles[person.pk]],
            "skills": skills[person.pk],
            "employer": employers.get(person.pk, ""),
            "no_sign_in": not person.has_usable_password(),
        }
        for person in staff
    ]
    found = {
        "rows": rows,
        "sees_employers": sees_employers,
        "publics": {word.code: word.name for word in audiences(centre=centre)},
        "spoken": _tally(rows, "languages", languages(centre=centre)),
        "known": _tally(rows, "themes", themes(centre=centre)),
    }
    return shown(request, "office/people/people.html", found)


def _tally(rows: list[dict[str, Any]], name: str, vocabulary: Any) -> list[tuple[Any, int]]:
    """How many people have each word among their competences."""
    having = [{code for skill in row["skills"] for code in getattr(skill, name)} for row in rows]
    return [(word, sum(word.code in codes for codes in having)) for word in vocabulary]


@for_those_who(may_manage)
def hire(request: StaffAsked) -> HttpResponse:
    form = HireForm(
        request.POST or None,
        grantable=rules.grantable_roles(request.roles),
        initial={"roles": [RoleKind.COUNSELLOR], "language": "fr"},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            person = actions.hire_person(
                centre=request.centre,
                email=given["email"],
                name=given["name"],
                password=given["password"] or None,
                roles=given["roles"],
                language=given["language"],
            )
        except actions.AddressIsTaken:
            form.add_error("email", _("Somebody has this address already."))
        except ValidationError as error:
            form.add_error("password", error.messages)
        else:
            said = _("%(name)s is on the staff. Say now what they can answer.")
            return done(request, said % {"name": person.name}, "person", person.pk)
    return shown(request, "office/people/hire.html", {"form": form})


@for_those_who(may_manage)
def register(request: StaffAsked) -> HttpResponse:
    """What is kept about people, why, and until when: read from the tables themselves."""
    tables: dict[str, list[Any]] = {}
    for table, field, annotation in personal_fields():
        said = {name: _(getattr(annotation, name)) for name in ("what", "why", "term")}
        tables.setdefault(table, []).append((field, said))
    return shown(request, "office/people/register.html", {"tables": tables.items()})
