"""`phare hire`: the first people of a centre, who hire the others in the office."""

import secrets

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import override

from phare.centres.queries import Centre, all_centres
from phare.faces.console.founding.command import insist_on_tables
from phare.people import actions, queries
from phare.people.choices import RoleKind
from phare.people.queries import Person

LANGUAGES = ("fr", "nl", "en", "de")
ROLES = [kind.value.lower() for kind in RoleKind]
NAME_AT_MOST = 80


@click.command()
@click.argument("email")
@click.option("--name", required=True, help="The name known in the house.")
@click.option(
    "--role", "roles", multiple=True, required=True, type=click.Choice(ROLES), help="Several times."
)
@click.option("--centre", "slug", help="Where; needed when there are several centres.")
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", help="Of their screens.")
@click.option("--print-password", is_flag=True, help="Make a password and print it, once.")
def hire(
    email: str, name: str, roles: tuple[str, ...], slug: str | None, language: str, *,
    print_password: bool,
) -> None:  # fmt: skip
    """Makes EMAIL a member of the staff. The password is asked here, or made and printed.

    Somebody who is one already keeps name and password, and is given the roles they lack.
    """
    insist_on_tables()
    refuse_wrong(email, name)
    centre = the_centre(slug)
    kinds = [RoleKind(role.upper()) for role in roles]
    person = queries.colleague(email, network=centre.network)
    if person is not None:
        return give_roles(person, name, kinds, centre)
    password = secrets.token_urlsafe(12) if print_password else asked_password()
    with transaction.atomic():
        person = hired(email, name, password, kinds, language, centre)
        make_coordinator(person, kinds, centre)
    click.echo(f"{person.email} is {', '.join(roles)} in {centre.slug}.")
    if print_password:
        click.echo(f"Password, shown this once: {password}")
        click.echo("Change it after the first sign-in, under one's own name in the office.")


def refuse_wrong(email: str, name: str) -> None:
    wrong = []
    try:
        validate_email(email)
    except ValidationError:
        wrong.append(f"“{email}” is no mail address.")
    if not name.strip() or len(name) > NAME_AT_MOST:
        wrong.append(f"--name has to be 1 to {NAME_AT_MOST} characters.")
    if wrong:
        raise click.ClickException(" ".join(wrong))


def the_centre(slug: str | None) -> Centre:
    """The centre of that slug, or the only one there is."""
    houses = all_centres()
    fitting = [centre for centre in houses if slug in (None, centre.slug)]
    if not houses:
        raise click.ClickException("There is no centre yet: `phare found` opens one.")
    if len(fitting) != 1:
        names = ", ".join(centre.slug for centre in houses)
        raise click.ClickException(f"Say which centre with --centre: {names}.")
    return fitting[0]


def asked_password() -> str:
    """Asked twice and never shown, until it is strong enough."""
    while True:
        password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        try:
            with override("en"):
                validate_password(password)
        except ValidationError as error:
            click.echo(" ".join(error.messages), err=True)
        else:
            return password


def hired(
    email: str, name: str, password: str, kinds: list[RoleKind], language: str, centre: Centre
) -> Person:
    try:
        return actions.hire_person(
            centre=centre,
            email=email,
            name=name,
            password=password,
            roles=kinds,
            language=language,
        )
    except actions.AddressIsTaken:
        raise click.ClickException(f"Somebody of another network is {email}.") from None


def give_roles(person: Person, name: str, kinds: list[RoleKind], centre: Centre) -> None:
    """Adds roles, takes none away."""
    if not person.is_active:
        raise click.ClickException(f"{person.email} has left. Hire them with another address.")
    have = queries.roles_of([person], centre=centre)[person.pk]
    with transaction.atomic():
        actions.set_roles(person, centre=centre, roles={*have, *kinds})
        make_coordinator(person, kinds, centre)
    now = ", ".join(sorted(kind.lower() for kind in queries.role_kinds(person, centre=centre)))
    click.echo(f"{person.email} was there already and is {now} in {centre.slug}.")
    click.echo("The password stays; the office gives a new one.")
    if person.name != name.strip():
        click.echo(f"Mind: the name stays {person.name}.")


def make_coordinator(person: Person, kinds: list[RoleKind], centre: Centre) -> None:
    """The one role that is of the network."""
    if RoleKind.NETWORK in kinds:
        actions.make_coordinator(person, network=centre.network)
