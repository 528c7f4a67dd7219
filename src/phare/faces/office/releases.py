"""Named exceptions: tables the director publishes in full although small cells stand in them."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phare.faces.office.pages import done, here, shown
from phare.faces.office.release_forms import ReleaseForm, YearForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.reporting.words import Writer
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.indicators import actions, queries
from phare.people.rules import may_release_figures
from phare.reports.annual import annual, years_known

Choices = list[tuple[str, str]]


@for_those_who(may_release_figures)
def releases(request: StaffAsked) -> HttpResponse:
    """What is released, and the protected tables of one year that could be."""
    centre = request.centre
    this = clock.today(centre.time_zone).year
    years = [year for year in years_known(centres=[centre]) if year < this]
    chooser = YearForm(request.GET if "year" in request.GET else None, years=years)
    year = chooser.chosen()
    known = {(row.table, row.year) for row in queries.released_tables(centre=centre)}
    sent = request.POST if request.method == "POST" else None
    if sent is not None and (sent.get("table"), year) in known:
        return _said(request, year)  # the same form again: what it asked for holds
    tables = _protected(request, year) if year else []
    form = ReleaseForm(sent, tables=tables)
    if sent is not None and form.is_valid():
        return _released(request, form, year)
    found: dict[str, Any] = {
        "rows": _rows(request),
        "chooser": chooser,
        "year": year,
        "tables": tables,
        "form": form,
    }
    return shown(request, "office/reports/releases.html", found)


def _released(request: StaffAsked, form: ReleaseForm, year: int) -> HttpResponse:
    try:
        actions.release_table(
            centre=request.centre,
            table=form.cleaned_data["table"],
            year=year,
            reason=form.reason(),
            on=clock.today(request.centre.time_zone),
        )
    except actions.TableIsReleased:
        pass  # by somebody else, a moment ago
    return _said(request, year)


def _said(request: StaffAsked, year: int) -> HttpResponse:
    said = _("Released. Reports of %(year)s show this table in full and print the reason.")
    return done(request, said % {"year": year}, "releases", query=f"?year={year}")


@for_those_who(may_release_figures)
@only_post
def withdraw(request: StaffAsked, pk: int) -> HttpResponse:
    actions.withdraw_release(here(queries.released_numbered(pk, centre=request.centre)))
    return done(request, _("Withdrawn: reports protect this table again."), "releases")


def _protected(request: StaffAsked, year: int) -> Choices:
    """The tables of that year with hidden cells, in the words of the page."""
    language = (get_language() or "fr")[:2]
    report = annual(centres=[request.centre], year=year, language=language)
    writer = Writer(language)
    return [(key, writer.words(name)) for key, name in report.protected.items()]


def _rows(request: StaffAsked) -> list[dict[str, Any]]:
    """What is released, with the name each table has in its report."""
    rows = queries.released_tables(centre=request.centre)
    language = (get_language() or "fr")[:2]
    writer = Writer(language)
    names: dict[int, dict[str, str]] = {}
    for year in {row.year for row in rows}:
        report = annual(centres=[request.centre], year=year, language=language)
        names[year] = {one.key: writer.words(one.table) for one in report.exceptions}
    return [
        {"row": row, "name": names[row.year].get(row.table, f"{row.table}, {row.year}")}
        for row in rows
    ]
