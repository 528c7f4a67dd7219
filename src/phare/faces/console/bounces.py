"""`phare bounces`: reads the mailbox of undeliverable letters now."""

import click
from django.conf import settings

from phare.faces.shared.bounces import read_bounces
from phare.ground.mailbox import NotReached


@click.command()
def bounces() -> None:
    """Reads what came back of letters; the worker does it every ten minutes."""
    if not settings.BOUNCES_URL:
        raise click.ClickException("Set PHARE_BOUNCES_URL: see docs/operations.md.")
    try:
        read = read_bounces()
    except NotReached:
        raise click.ClickException("The mailbox cannot be reached, or refuses us.") from None
    click.echo(f"{read.understood} understood and deleted, {read.aside} left aside.")
