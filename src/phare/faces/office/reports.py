"""Reports: chosen, read on the spot, taken away as PDF, as a page or table by table."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from phare.faces.office.figure_forms import ReportForm
from phare.faces.office.pages import ways
from phare.faces.shared.access import for_those_who
from phare.faces.shared.reporting.pages import page, standalone
from phare.faces.shared.reporting.paper import paper
from phare.faces.shared.reporting.sheets import sheet
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.people.rules import may_release_figures, may_report
from phare.reports.annual import annual, years_known
from phare.reports.model import Report


@for_those_who(may_report)
def reports(request: StaffAsked) -> HttpResponse:
    form = _form(request)
    report = _report(request, form)
    found: dict[str, Any] = {
        "form": form,
        "report": report,
        "may_release": may_release_figures(request.roles),
        "ways": ways(request),
    }
    if report is not None:
        found["body"] = mark_safe(page(report, query=_query(form), demo=settings.DEMO))
        found["query"] = _query(form)
    return render(request, "office/reports/report.html", found, status=200 if report else 422)


@for_those_who(may_report)
def as_pdf(request: StaffAsked) -> HttpResponse:
    report = _asked(request)
    return _file(paper(report, demo=settings.DEMO), "application/pdf", report, "pdf")


@for_those_who(may_report)
def as_file(request: StaffAsked) -> HttpResponse:
    """One page that opens alone, to be sent or put on another site."""
    report = _asked(request)
    content = standalone(report, demo=settings.DEMO).encode()
    return _file(content, "text/html; charset=utf-8", report, "html")


@for_those_who(may_report)
def as_table(request: StaffAsked, key: str) -> HttpResponse:
    report = _asked(request)
    table = report.table(key)
    if table is None:
        raise Http404
    content = sheet(report, table).encode()
    return _file(content, "text/csv; charset=utf-8", report, "csv", f"{key}-")


def _form(request: StaffAsked) -> ReportForm:
    """What was asked, completed by the newest year, whole, in the language of the page."""
    years = years_known(centres=[request.centre])
    year = whole_number(request.GET.get("year", "")) or years[0]
    usual = {
        "year": year,
        "first": 1,
        "last": 12,
        "compare": year - 1,
        "language": get_language(),
    }
    asked = {name: request.GET[name] for name in usual if request.GET.get(name)}
    return ReportForm(usual | asked, years=years)


def _report(request: StaffAsked, form: ReportForm) -> Report | None:
    if not form.is_valid():
        return None
    asked = form.cleaned_data
    return annual(
        centres=[request.centre],
        year=asked["year"],
        compare=asked["compare"],
        months=(asked["first"], asked["last"]),
        language=asked["language"],
    )


def _asked(request: StaffAsked) -> Report:
    report = _report(request, _form(request))
    if report is None:
        raise Http404
    return report


def _query(form: ReportForm) -> str:
    """The same report again, as the end of an address."""
    return "&".join(f"{name}={value}" for name, value in form.cleaned_data.items())


def _file(content: bytes, kind: str, report: Report, ending: str, before: str = "") -> HttpResponse:
    name = f"{before}annual-{report.days.first.year}-{report.language}.{ending}"
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
