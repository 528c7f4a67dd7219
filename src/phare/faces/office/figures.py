"""Figures of former years: what is known, what contradicts, and a new file."""

import csv
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from phare.faces.office import pages
from phare.faces.office.figure_forms import FileForm, KeepForm
from phare.faces.office.figure_rows import findings_of, groups_of, row_of
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.reporting.words import Writer
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.ground import clock
from phare.indicators import actions, queries
from phare.indicators.checks import check_figures
from phare.indicators.definitions import INDICATORS
from phare.indicators.findings import Weight
from phare.indicators.reading import Reading, read_figures
from phare.indicators.tables import text_of
from phare.people.rules import may_report

SHOWN = 200  # rows of a long file that a page lists
EXAMPLE = """year,indicator,breakdown,value,source
2021,contacts,total,33060,Annual report 2021
2021,contacts_by_mode,ADVICE,15916,Annual report 2021
"""


@for_those_who(may_report)
def figures(request: StaffAsked) -> HttpResponse:
    years = queries.imported_years(centres=[request.centre])
    year = _year(request, years)
    known = queries.imported_figures(centres=[request.centre])
    shown = [figure for figure in known if figure.year == year]
    found = {
        "years": years,
        "year": year,
        "groups": groups_of(shown),
        "findings": findings_of([f for f in check_figures(known) if f.year == year]),
        "elsewhere": sum(f.weight != Weight.NOTE and f.year != year for f in check_figures(known)),
        "sources": queries.sources_of(centre=request.centre, year=year) if year else [],
        "form": FileForm(),
    }
    return pages.shown(request, "office/figures/list.html", found)


def _year(request: StaffAsked, years: list[int]) -> int | None:
    asked = whole_number(request.GET.get("year", ""))
    if asked in years:
        return asked
    return years[0] if years else None


@for_those_who(may_report)
def upload(request: StaffAsked) -> HttpResponse:
    """The file chosen is read and shown; nothing is kept yet."""
    if request.method != "POST":
        return pages.shown(request, "office/figures/upload.html", {"form": FileForm()})
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return pages.shown(request, "office/figures/upload.html", {"form": form})
    content = form.cleaned_data["file"].read()
    source = form.cleaned_data["source"] or form.cleaned_data["file"].name
    found = read_figures(content, today=_today(request), source=source)
    preview = _preview(request, found, content, source)
    return pages.shown(request, "office/figures/preview.html", preview)


def _preview(request: StaffAsked, found: Reading, content: bytes, source: str) -> dict[str, Any]:
    """What keeping the file would do, and which contradictions it would bring."""
    would = queries.foreseen(found.figures, centre=request.centre)
    writer = Writer(get_language() or "fr")
    changes = would.differences
    again = KeepForm(initial={"content": text_of(content)[0], "source": source})
    return {
        "reading": found,
        "changes": changes,
        "changed": [
            (row_of(c.before, writer), row_of(c.after, writer), INDICATORS[c.after.indicator].name)
            for c in changes.changed[:SHOWN]
        ],
        "groups": groups_of(changes.new[:SHOWN]),
        "refused": found.refused[:SHOWN],
        "more": {
            "refused": max(0, len(found.refused) - SHOWN),
            "changed": max(0, len(changes.changed) - SHOWN),
            "new": max(0, len(changes.new) - SHOWN),
        },
        "findings": findings_of(would.brought),
        "keep": again if found.figures else None,
        "again": again,
    }


@for_those_who(may_report)
@only_post
def keep(request: StaffAsked) -> HttpResponse:
    """Keeps the readable lines of a file that was shown. Twice is once."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("figures-import"), status=303)
    found = read_figures(
        form.cleaned_data["content"].encode(),
        today=_today(request),
        source=form.cleaned_data["source"],
    )
    done = actions.import_figures(found.figures, centre=request.centre)
    messages.success(
        request,
        _("Kept: %(new)s new, %(changed)s changed, %(same)s unchanged.")
        % {"new": len(done.new), "changed": len(done.changed), "same": done.unchanged},
    )
    year = max((figure.year for figure in found.figures), default="")
    return HttpResponseRedirect(f"{reverse('figures')}?year={year or ''}", status=303)


@for_those_who(may_report)
@only_post
def refused(request: StaffAsked) -> HttpResponse:
    """Every refused line of a file that was shown, as a file."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("figures-import"), status=303)
    source = form.cleaned_data["source"]
    content = form.cleaned_data["content"].encode()
    found = read_figures(content, today=_today(request), source=source)
    answer = HttpResponse(
        "\ufeff",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="refused.csv"'},
    )
    table = csv.writer(answer)
    table.writerow([_("Line"), _("Column"), _("Why, and what to do")])
    table.writerows((one.line, one.column, str(one)) for one in found.refused)
    return answer


@for_those_who(may_report)
@only_post
def drop(request: StaffAsked) -> HttpResponse:
    """Takes back what one source stated of one year."""
    year, source = whole_number(request.POST.get("year", "")), request.POST.get("source", "")
    if year is not None:
        gone = actions.drop_figures(centre=request.centre, year=year, source=source)
        text = ngettext("%(count)s figure taken back.", "%(count)s figures taken back.", gone)
        messages.success(request, text % {"count": gone})
    return HttpResponseRedirect(f"{reverse('figures')}?year={year}", status=303)


@for_those_who(may_report)
def example(request: StaffAsked) -> HttpResponse:
    """A file to begin with."""
    return HttpResponse(
        EXAMPLE,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="figures.csv"'},
    )


def _today(request: StaffAsked) -> date:
    return clock.today(request.centre.time_zone)
