"""Who is on the staff of a centre, as what, able to answer what."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from phare.centres.models import Centre, Network, Partner
from phare.people.models import NOBODYS_HOST, Competence, Employment, Person, Role


def role_kinds(person: Person, *, centre: Centre) -> frozenset[str]:
    """The roles of `person` in `centre`, those of its network included."""
    found = Role.objects.filter(Q(centre=centre) | Q(network=centre.network_id), person=person)
    return frozenset(found.values_list("kind", flat=True))


def staff(*, centre: Centre, active: bool = True) -> list[Person]:
    """People with a role in the centre, by name."""
    there = Role.objects.filter(centre=centre).values("person")
    found = Person.objects.filter(pk__in=there)
    return list((found.filter(is_active=True) if active else found).order_by("name", "pk"))


def member(pk: int, *, centre: Centre) -> Person | None:
    """The person of that key, if somebody of this centre."""
    there = Role.objects.filter(centre=centre).values("person")
    return Person.objects.filter(pk=pk, pk__in=there).first()


def colleague(email: str, *, network: Network) -> Person | None:
    """Whoever has that mail address, if somebody of this network or of one of its centres."""
    there = Role.objects.filter(Q(network=network) | Q(centre__network=network)).values("person")
    return Person.objects.filter(email__iexact=email, pk__in=there).first()


def coordinators(*, network: Network) -> list[Person]:
    there = Role.objects.filter(network=network).values("person")
    return list(Person.objects.filter(pk__in=there).order_by("name", "pk"))


def roles_of(people: Sequence[Person], *, centre: Centre) -> dict[int, list[str]]:
    """Person key to role codes in the centre."""
    roles: dict[int, list[str]] = {person.pk: [] for person in people}
    for role in Role.objects.filter(person__in=people, centre=centre).order_by("kind", "pk"):
        roles[role.person_id].append(role.kind)
    return roles


def competences_of(people: Sequence[Person], *, centre: Centre) -> dict[int, list[Competence]]:
    """Person key to competences in the centre."""
    found: dict[int, list[Competence]] = {person.pk: [] for person in people}
    for row in Competence.objects.filter(person__in=people, centre=centre).order_by("pk"):
        found[row.person_id].append(row)
    return found


def languages_spoken(*, centre: Centre) -> frozenset[str]:
    """The languages in which somebody of the centre answers something."""
    there = Role.objects.filter(centre=centre).values("person")
    rows = Competence.objects.filter(centre=centre, person__in=there, person__is_active=True)
    return frozenset(code for spoken in rows.values_list("languages", flat=True) for code in spoken)


def employers_of(people: Sequence[Person], *, centre: Centre) -> dict[int, str]:
    """Person key to the name of the employer; for managers only."""
    rows = Employment.objects.filter(person__in=people, centre=centre).select_related("employer")
    return {row.person_id: str(row.employer) for row in rows.order_by("pk")}


def people_gone(*, centre: Centre, before: date) -> list[Person]:
    """Those who left before that day and are not forgotten yet: of this centre, of its network,
    or with no role left anywhere, who are no other centre's to forget."""
    there = Role.objects.filter(Q(centre=centre) | Q(network=centre.network_id)).values("person")
    gone = Person.objects.filter(is_active=False, left_on__lt=before).exclude(
        email__endswith=NOBODYS_HOST
    )
    anywhere = Role.objects.values("person")
    return list(gone.filter(Q(pk__in=there) | ~Q(pk__in=anywhere)).order_by("pk"))


def employer_of(person: Person, *, centre: Centre) -> Partner | None:
    """Who pays `person` here; for managers only."""
    row = Employment.objects.filter(person=person, centre=centre).select_related("employer").first()
    return row.employer if row else None


def is_elsewhere(person: Person, *, centre: Centre) -> bool:
    """Whether `person` has a role in another centre too."""
    return Role.objects.filter(person=person, centre__isnull=False).exclude(centre=centre).exists()
