"""`phare found`, as an operator types it."""

import os
from pathlib import Path
from typing import IO, NoReturn

import click
from django.conf import settings
from django.db import connection
from django.http.request import validate_host
from django.urls import reverse
from django.utils.translation import override

from phare.centres import queries
from phare.centres.queries import Centre
from phare.faces.console.founding.entries import Wrong
from phare.faces.console.founding.opening import find_conflicts, open_house
from phare.faces.console.founding.reading import Refused, read_plan

EXAMPLE = Path(__file__).parent / "example.toml"
AT_MOST = 1_000_000


@click.command()
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--example", is_flag=True, help="Print a file that works as it is, with comments.")
def found(file: IO[bytes] | None, example: bool) -> None:
    """Opens the network and the centre that FILE describes, or brings them up to date.

    Twice is once. What is wrong in FILE is told with its line, and nothing is written.
    """
    if example:
        return click.echo(EXAMPLE.read_text(encoding="utf-8"), nl=False)
    if file is None:
        raise click.UsageError("Name a FILE; --example prints one.")
    insist_on_tables()
    try:
        plan, wrongs = read_plan(file.read(AT_MOST))
    except Refused as refused:
        refuse(file.name, refused.wrongs)
    find_conflicts(plan, wrongs)
    if wrongs.found:
        refuse(file.name, wrongs.found)
    centre, remarks = open_house(plan)
    tell(centre, [*remarks, *_hosts_not_served(centre)])


def insist_on_tables() -> None:
    """These commands write to a database that somebody looks after, never to the demo's."""
    if "PHARE_DATABASE_URL" not in os.environ:
        raise click.ClickException("Set PHARE_DATABASE_URL, as for `phare serve`.")
    if "centres_centre" not in connection.introspection.table_names():
        raise click.ClickException("The database has no tables yet: run `phare migrate` first.")


def refuse(name: str, wrongs: list[Wrong]) -> NoReturn:
    for wrong in sorted(wrongs):
        click.echo(f"{Path(name).name}:{wrong}", err=True)
    raise click.ClickException(f"Nothing was written: {len(wrongs)} to mend.")


def tell(centre: Centre, remarks: list[str]) -> None:
    """Where the house answers now, and what stays otherwise than the file says."""
    click.echo(f"The centre {centre.slug} of the network {centre.network.slug} is open at")
    named = addresses(centre)
    width = max(len(name) for name, _ in named)
    for name, address in named:
        click.echo(f"  {name:<{width}}  {address}")
    click.echo("Screens: whoever knows an address with its key may stand there.")
    for remark in remarks:
        click.echo(f"Mind: {remark}")


def addresses(centre: Centre) -> list[tuple[str, str]]:
    scheme = "https" if settings.SESSION_COOKIE_SECURE else "http"
    origin = f"{scheme}://{centre.hosts[0]}"
    with override("fr"):
        return [
            ("public", origin + reverse("home")),
            ("staff", origin + reverse("signin")),
            *(
                (f"{screen.kind.lower()} {screen.name}", origin + reverse(name, args=[screen.key]))
                for screen in queries.screens(centre=centre)
                for name in [screen.kind.lower()]
            ),
        ]


def _hosts_not_served(centre: Centre) -> list[str]:
    return [
        f"{host} is not in PHARE_HOSTS: until it is, it is answered 400."
        for host in centre.hosts
        if not validate_host(host, settings.ALLOWED_HOSTS)
    ]
