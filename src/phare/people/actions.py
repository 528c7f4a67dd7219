"""What changes the staff."""

from collections.abc import Iterable, Sequence

from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, transaction

from phare.centres.models import Centre, Network, Partner
from phare.ground import clock
from phare.ground.announce import announce
from phare.people.choices import RoleKind
from phare.people.events import PersonLeft
from phare.people.models import NOBODYS_HOST, Competence, Employment, Person, Role


class AddressIsTaken(Exception):
    """Somebody has that mail address already."""


@transaction.atomic
def hire_person(
    *,
    centre: Centre,
    email: str,
    name: str,
    password: str | None,
    roles: Iterable[str],
    language: str = "fr",
) -> Person:
    """A new member of the staff; without a password nobody signs in until one is set.

    Raises `AddressIsTaken`, or Django's `ValidationError` for a weak password.
    """
    if password is not None:
        validate_password(password)
    person = Person(email=email.strip(), name=name.strip(), language=language)
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise AddressIsTaken from error
    set_roles(person, centre=centre, roles=roles)
    return person


@transaction.atomic
def set_roles(person: Person, *, centre: Centre, roles: Iterable[str]) -> None:
    """Exactly these roles in this centre; those of a network are not touched."""
    wanted = {RoleKind(kind) for kind in roles if kind != RoleKind.NETWORK}
    Role.objects.filter(person=person, centre=centre).exclude(kind__in=wanted).delete()
    have = set(Role.objects.filter(person=person, centre=centre).values_list("kind", flat=True))
    for kind in sorted(wanted - have):
        Role.objects.create(person=person, centre=centre, kind=kind)


@transaction.atomic
def make_coordinator(person: Person, *, network: Network) -> None:
    Role.objects.get_or_create(person=person, network=network, kind=RoleKind.NETWORK)


@transaction.atomic
def set_competences(
    person: Person,
    *,
    centre: Centre,
    products: Iterable[tuple[Sequence[str], Sequence[str], Sequence[str]]],
) -> None:
    """Replaces what `person` can answer: (themes, languages, audiences); empty ones left out."""
    Competence.objects.filter(person=person, centre=centre).delete()
    for themes, languages, audiences in products:
        if themes and languages:
            Competence.objects.create(
                person=person,
                centre=centre,
                themes=list(themes),
                languages=list(languages),
                audiences=list(audiences),
            )


@transaction.atomic
def set_employer(person: Person, *, centre: Centre, employer: Partner | None) -> None:
    Employment.objects.filter(person=person, centre=centre).delete()
    if employer is not None:
        Employment.objects.create(person=person, centre=centre, employer=employer)


@transaction.atomic
def set_preferences(person: Person, *, language: str, single_keys: bool, centre: Centre) -> None:
    """What somebody chooses for their own screens, in whichever centre."""
    person.language, person.single_keys = language, single_keys
    person.save(update_fields=["language", "single_keys"])


@transaction.atomic
def change_password(person: Person, *, password: str, centre: Centre) -> None:
    validate_password(password, person)
    person.set_password(password)
    person.save(update_fields=["password"])


@transaction.atomic
def let_go(person: Person, *, centre: Centre) -> None:
    """Somebody leaves: no sign-in any more; the name is forgotten thirty days later."""
    person.is_active = False
    person.left_on = clock.today(centre.time_zone)
    person.save(update_fields=["is_active", "left_on"])
    announce(PersonLeft(person.pk, centre.pk))


@transaction.atomic
def leave_centre(person: Person, *, centre: Centre) -> None:
    """Somebody who goes on working in another centre is no more of this one."""
    set_roles(person, centre=centre, roles=())
    set_competences(person, centre=centre, products=())
    set_employer(person, centre=centre, employer=None)


@transaction.atomic
def forget_person(person: Person, *, centre: Centre) -> None:
    """Name, address and password go; the key stays so that the planning of the past holds."""
    person.email, person.name, person.is_active = f"gone-{person.pk}{NOBODYS_HOST}", "–", False
    person.last_login = None
    person.set_unusable_password()
    person.save()
    for rows in (Employment.objects, Competence.objects, Role.objects):
        rows.filter(person=person).delete()
    # The history of who somebody was goes with the name; erasing it above wrote a last line.
    for name in ("EmploymentEvent", "CompetenceEvent", "RoleEvent"):
        apps.get_model("people", name).objects.filter(person_id=person.pk).delete()
    apps.get_model("people", "PersonEvent").objects.filter(pgh_obj_id=person.pk).delete()
