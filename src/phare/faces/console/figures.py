"""`phare figures` and `phare report`: figures come in, reports go out."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from django.utils import translation

from phare.centres import queries as centres
from phare.faces.console.demonstration import holds_the_demo
from phare.faces.shared.reporting.pages import standalone
from phare.faces.shared.reporting.paper import paper
from phare.faces.shared.reporting.words import Writer
from phare.ground import clock
from phare.indicators import actions, queries, reading
from phare.indicators.checks import check_figures
from phare.indicators.definitions import PeriodKind
from phare.indicators.findings import Finding, Weight
from phare.reports.annual import annual as annual_report

if TYPE_CHECKING:
    from phare.centres.models import Centre

MONTHS = re.compile(r"\s*(\d{1,2})\s*(?:-\s*(\d{1,2})\s*)?")
YEARS = click.IntRange(1990, 2999)
LANGUAGES = ("fr", "nl", "en", "de")
PUBLISHED = Path(__file__).parent / "published" / "figures.csv"


def _centre(slug: str | None) -> "Centre":
    """The centre of that slug, or the only one there is."""
    found = [c for c in centres.all_centres() if slug in (None, c.slug)]
    if not found:
        raise click.ClickException(f"There is no centre called {slug}.")
    if slug is None and len({c.network_id for c in found}) != len(found) and len(found) > 1:
        click.echo(f"For {found[0].slug}; name another with --centre.", err=True)
    return found[0]


@click.group()
def figures() -> None:
    """Figures of former years and other systems."""


@figures.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--centre", "slug", help="The centre the figures are about.")
@click.option("--source", default="", help="Who stated them, where the file does not say so.")
@click.option("--kind", type=click.Choice(["yearly", "monthly", "daily"]), help="Its periods.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en")
@click.option("--dry-run", is_flag=True, help="Say what would happen; keep nothing.")
def import_file(
    file: Path, slug: str | None, source: str, kind: str | None, language: str, dry_run: bool
) -> None:
    """Reads FILE (docs/figures-format.md). Importing it twice is importing it once."""
    centre = _centre(slug)
    codes = {"yearly": PeriodKind.YEAR, "monthly": PeriodKind.MONTH, "daily": PeriodKind.DAY}
    found = reading.read_figures(
        file.read_bytes(),
        today=clock.today(centre.time_zone),
        source=source or file.name,
        kind=codes[kind] if kind else None,
    )
    with translation.override(language):
        for refusal in found.refused:
            where = f"{refusal.line}, {refusal.column}" if refusal.column else str(refusal.line)
            click.echo(f"{file.name}:{where}: {refusal}", err=True)
        if dry_run:
            _foresee(found, centre, Writer(language))
        else:
            _keep(found, centre)
            _say(check_figures(queries.imported_figures(centres=[centre])), Writer(language))
    if found.refused:
        raise click.exceptions.Exit(1)


def _keep(found: reading.Reading, centre: "Centre") -> None:
    _count(actions.import_figures(found.figures, centre=centre), found)


def _foresee(found: reading.Reading, centre: "Centre", writer: Writer) -> None:
    """The same words as if the file were kept, checks included."""
    click.echo("Nothing is kept. Keeping this file would say:")
    would = queries.foreseen(found.figures, centre=centre)
    _count(would.differences, found)
    _say(would.findings, writer)


def _count(done: queries.Differences, found: reading.Reading) -> None:
    for change in done.changed:
        before, after = change.before, change.after
        click.echo(
            f"{after.year} {after.indicator} {after.item}: "
            f"{before.value.normalize():f} -> {after.value.normalize():f}"
        )
    click.echo(
        f"{len(done.new)} new, {len(done.changed)} changed, {done.unchanged} unchanged, "
        f"{found.repeated} said twice, {len(found.refused)} refused"
    )


def _say(found: Iterable[Finding], writer: Writer) -> None:
    for finding in found:
        click.echo(f"{Weight(finding.weight).label}: {writer.finding(finding)}")


@click.group()
def report() -> None:
    """Reports as files."""


@report.command("annual")
@click.option("--year", type=YEARS, required=True)
@click.option("--compare", type=YEARS, help="The year to compare with; else the one before.")
@click.option("--months", default="1-12", help="A part of the year, such as 1-2.")
@click.option("--languages", default="fr,nl,en,de")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--centre", "slug")
def annual(
    year: int, compare: int | None, months: str, languages: str, out: Path, slug: str | None
) -> None:
    """Writes annual-YEAR-LANGUAGE.html and .pdf into OUT, for each language."""
    centre = _centre(slug)
    wanted, part, demo = _languages(languages), _months(months), holds_the_demo()
    out.mkdir(parents=True, exist_ok=True)
    for language in wanted:
        made = annual_report(
            centres=[centre],
            year=year,
            compare=compare,
            months=part,
            language=language,
        )
        name = f"annual-{year}-{language}"
        (out / f"{name}.html").write_text(standalone(made, demo=demo), encoding="utf-8")
        (out / f"{name}.pdf").write_bytes(paper(made, demo=demo))
        click.echo(out / f"{name}.html")
        click.echo(out / f"{name}.pdf")


def _months(text: str) -> tuple[int, int]:
    found = MONTHS.fullmatch(text)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last <= 12:
        raise click.BadParameter(
            f"“{text}” is no part of a year. Write the first and the last month, from 1 to 12, "
            "such as 1-6, or one month, such as 3.",
            param_hint="--months",
        )
    return first, last


def _languages(text: str) -> list[str]:
    wanted = [code.strip() for code in text.split(",") if code.strip()]
    unknown: Iterable[str] = set(wanted) - set(LANGUAGES)
    if unknown or not wanted:
        raise click.BadParameter(f"{text}: choose among {', '.join(LANGUAGES)}")
    return wanted
