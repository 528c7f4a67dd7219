"""A table of a report as CSV that spreadsheets of every language open."""

import csv
import io

from phare.faces.shared.reporting.words import Writer, speaking
from phare.reports.model import Number, Report, Table


def sheet(report: Report, table: Table) -> str:
    """Numbers plain and exact, so that a machine reads them; words in the reader's language."""
    writer = Writer(report.language)
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    with speaking(report.language):
        lines.writerow([writer.words(table.head), *(writer.words(c) for c in table.columns)])
        for line in table.lines:
            lines.writerow([_safe(writer.words(line.label)), *(_plain(n) for n in line.numbers)])
        for note in table.notes:
            lines.writerow([_safe(writer.words(note))])
    return "\ufeff" + out.getvalue()


def _plain(number: Number) -> str:
    if number.value is None:
        return number.mark
    return f"{number.value:.{number.places}f}"


def _safe(text: str) -> str:
    """A text that a spreadsheet cannot take for a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text
