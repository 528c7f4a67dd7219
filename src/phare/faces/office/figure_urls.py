"""Addresses of figures and reports, included by the office."""

from django.urls import path

from phare.faces.office import figures, releases, reports

urlpatterns = [
    path("figures/", figures.figures, name="figures"),
    path("figures/import/", figures.upload, name="figures-import"),
    path("figures/keep/", figures.keep, name="figures-keep"),
    path("figures/refused.csv", figures.refused, name="figures-refused"),
    path("figures/drop/", figures.drop, name="figures-drop"),
    path("figures/example.csv", figures.example, name="figures-example"),
    path("reports/", reports.reports, name="reports"),
    path("reports/report.pdf", reports.as_pdf, name="report-pdf"),
    path("reports/report.html", reports.as_file, name="report-file"),
    path("reports/exceptions/", releases.releases, name="releases"),
    path("reports/exceptions/<int:pk>/withdraw/", releases.withdraw, name="release-withdraw"),
    path("reports/<slug:key>.csv", reports.as_table, name="report-table"),
]
