"""`phare programme` and `phare brochure`: dates come in, the brochure goes out."""

from pathlib import Path

import click
from django.utils import translation

from phare.activities.bringing import LARGEST, Refused
from phare.activities.quarters import quarter_named
from phare.activities.queries.leaflet import leaflet
from phare.faces.console.demonstration import holds_the_demo
from phare.faces.console.hiring import the_centre
from phare.faces.shared.brochure.paper import brochure_paper, printers_paper
from phare.faces.shared.programme_files import brought, lines_of, read_file

LANGUAGES = ("fr", "nl", "en", "de")


@click.group()
def programme() -> None:
    """The programme of activities."""


@programme.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--centre", "slug", help="Where; needed when there are several centres.")
@click.option("--source", default="", help="A short name, always the same; else the file's own.")
@click.option(
    "--text", type=click.Choice(["fr", "nl"]), default="fr", help="Language of its texts."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Of what is said.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; keep nothing.")
def import_file(
    file: Path, slug: str | None, source: str, text: str, language: str, *, dry_run: bool
) -> None:
    """Reads the dates of FILE, a calendar or a table (docs/programme-format.md). Twice is once."""
    centre = the_centre(slug)
    if file.stat().st_size > LARGEST:
        raise click.ClickException("The file is larger than 2 MB. Split it.")
    with translation.override(language):
        try:
            found = read_file(file.read_bytes(), centre=centre, language=text)
        except Refused as error:
            raise click.ClickException(str(error.reason) % error.values) from None
        done = brought(found, centre=centre, source=source or file.stem[:40], dry=dry_run)
        lines = lines_of(found, done, zone=centre.time_zone)
        for line in lines:
            click.echo(f"{file.name}:{line.place}: {line.title}: {line.why}", err=True)
        for session in done.vanished:
            click.echo(f"no more in the file: {session.activity.title}, {session}", err=True)
    if dry_run:
        click.echo("Nothing is kept. Keeping this file would say:")
    click.echo(
        f"{len(done.new)} new, {len(done.changed)} changed, {len(done.cancelled)} cancelled, "
        f"{done.unchanged} unchanged, {found.over} over, {len(lines)} refused"
    )
    if lines:
        raise click.exceptions.Exit(1)


@click.command()
@click.option("--quarter", required=True, help="Year and quarter, such as 2027-1.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--centre", "slug", help="Where; needed when there are several centres.")
def brochure(quarter: str, out: Path, slug: str | None) -> None:
    """Writes the brochure of a quarter into OUT: one to read, and one head to tail to print."""
    days = quarter_named(quarter)
    if days is None:
        raise click.BadParameter(
            f"“{quarter}” is no quarter. Write the year and a number from 1 to 4, such as 2027-1.",
            param_hint="--quarter",
        )
    out.mkdir(parents=True, exist_ok=True)
    held, demo = leaflet(days, centre=the_centre(slug)), holds_the_demo()
    for ending, make in (("", brochure_paper), ("-printer", printers_paper)):
        path = out / f"brochure-{quarter}{ending}.pdf"
        path.write_bytes(make(held, demo=demo))
        click.echo(path)
