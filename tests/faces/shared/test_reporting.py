"""What a report looks like in its formats."""

import io
import re
import subprocess
from shutil import which
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from phare.faces.shared.reporting.charts import drawn
from phare.faces.shared.reporting.pages import page, standalone
from phare.faces.shared.reporting.paint import painted
from phare.faces.shared.reporting.paper import paper
from phare.faces.shared.reporting.sheets import sheet
from phare.faces.shared.reporting.words import Writer, speaking
from phare.ground import clock
from phare.reports.annual import annual
from tests.factories.centres import MORNING, make_centre
from tests.factories.figures import import_published
from tests.factories.year import record_invented_year

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def centre():
    centre = make_centre()
    import_published(centre)
    return centre


@pytest.mark.parametrize("language", ["fr", "nl", "en", "de"])
def test_paper_is_tagged_has_a_language_and_shows_its_title(centre, language):
    report = annual(centres=[centre], year=2021, language=language)

    with pikepdf.open(io.BytesIO(paper(report))) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert str(root.Lang) == language
        assert root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "2021" in metadata["dc:title"]


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
def test_paper_says_the_same_numbers_as_the_page(centre):
    report = annual(centres=[centre], year=2021, language="en")

    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=paper(report), capture_output=True, check=True
    ).stdout.decode()

    for number in ("33,060", "2,695", "15,916", "14,449", "11.98", "29,523"):
        assert number in text


def test_a_page_names_its_language_and_holds_no_style_and_no_script(centre):
    report = annual(centres=[centre], year=2021, language="nl")

    body, file = page(report, query="year=2021"), standalone(report)

    assert 'lang="nl"' in file
    assert not re.search(r"\sstyle=|<script|\son\w+=", body)
    assert "/reports/modes.csv?year=2021" in body
    assert not re.search(r"(?:src|href)=\"(?!data:)|url\(|https?://", file)


def test_every_chart_has_a_title_a_text_and_a_label_for_every_number(centre):
    record_invented_year(centre)
    report = annual(centres=[centre], year=2025, language="fr")

    with speaking("fr"):
        charts = [
            (chart, drawn(chart, Writer("fr"))) for one in report.sections for chart in one.charts
        ]

    assert {chart.kind for chart, _ in charts} == {"BARS", "LINES"}
    for chart, drawing in charts:
        tree = ET.fromstring(painted(drawing))
        assert drawing.title and drawing.text
        assert "class=" not in painted(drawing)
        texts = {node.text for node in tree.iter("{http://www.w3.org/2000/svg}text")}
        if chart.kind == "BARS":
            numbers = [number for series in chart.series for number in series.numbers]
            assert {Writer("fr").number(number) for number in numbers} <= texts | {"", None}


def test_lines_differ_by_dash_and_marker_not_by_colour_alone(centre):
    record_invented_year(centre)
    section = next(
        one
        for one in annual(centres=[centre], year=2025, language="fr").sections
        if one.key == "months"
    )

    with speaking("fr"):
        content = drawn(section.charts[0], Writer("fr")).content

    lines = re.findall(
        r'<g data-light="\w+"><polyline[^>]*?(stroke-dasharray="[^"]*")?/>(<\w+)', content
    )
    assert len(lines) == 4
    assert len({dash for dash, _ in lines}) == 4


def test_a_table_as_a_file_keeps_plain_numbers_and_marks(centre):
    record_invented_year(centre)
    report = annual(centres=[centre], year=2025, language="fr")

    lines = sheet(report, report.table("months")).splitlines()

    assert lines[0].startswith("\ufeff")
    assert lines[3].endswith(";72;–;28;–;134")
    assert lines[9].endswith(";80;–;40;c;147")


def test_a_name_that_looks_like_a_formula_stays_a_name(centre):
    report = annual(centres=[centre], year=2021, language="fr")
    table = report.table("modes")
    line = table.lines[0].__class__("=1+1", table.lines[0].numbers)
    cheat = table.__class__(table.key, table.caption, table.head, table.columns, (line,))

    assert "\r\n'=1+1;" in sheet(report, cheat)
