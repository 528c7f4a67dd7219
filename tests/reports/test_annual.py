import re
from decimal import Decimal

import pytest

from phare.faces.shared import wording
from phare.faces.shared.reporting.pages import standalone
from phare.ground import clock
from phare.reports.annual import annual
from tests.factories.centres import MORNING, make_centre
from tests.factories.figures import import_published

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "nl", "en", "de")


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def column(report, key, position=0):
    return [line.numbers[position].value for line in report.table(key).lines]


def digits(text):
    """Every number of a text, without what separates thousands; a decimal comma is a point."""
    bare = re.sub(r"(?<=\d)[\u202f\u00a0.,](?=\d{3}(?!\d))", "", text)
    return {found.replace(",", ".") for found in re.findall(r"\d+(?:[.,]\d+)?", bare)}


def test_the_published_year_2021_adds_up_and_grows_as_computed():
    centre = make_centre()
    import_published(centre)

    report = annual(centres=[centre], year=2021, language="en")

    assert report.poster.value == 33060
    assert column(report, "modes") == [15916, 2695, 14449, 33060]
    assert column(report, "modes", 2) == [14466, 4677, 10380, 29523]
    growth = report.table("modes").lines[-1].numbers[3]
    assert wording.number(growth.value, "en", 2) == "11.98"
    assert column(report, "channels") == [8489, 4626, 1316, 820, 500, 165, 15916]
    assert column(report, "years")[:3] == [55757, 29523, 33060]
    assert column(report, "schemes") == [304, 329, 270, 14, 211, 658]
    assert report.table("themes") is None
    assert [section.key for section in report.unknown] == [
        "months",
        "themes",
        "demand",
        "voices",
        "profile",
    ]


def test_every_language_says_the_same_numbers():
    centre = make_centre()
    import_published(centre)

    pages = {
        language: standalone(annual(centres=[centre], year=2021, language=language))
        for language in LANGUAGES
    }

    found = {language: digits(_body(page)) for language, page in pages.items()}
    assert {"33060", "2695", "15916", "14449", "11.98", "29523"} <= found["fr"]
    assert found["fr"] == found["nl"] == found["en"] == found["de"]
    assert "33\u202f060" in pages["fr"] and "33.060" in pages["nl"] and "33,060" in pages["en"]


def _body(page):
    """What people read: no style sheet, no drawing's geometry, no tag."""
    page = page[page.index("<body>") :]
    page = re.sub(r"<(?:desc|title).*?</(?:desc|title)>", "", page, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", page)


def test_one_number_changed_in_the_file_changes_checks_and_every_report():
    centre = make_centre()
    import_published(centre)
    before = annual(centres=[centre], year=2021, language="fr")

    done = import_published(
        centre, ("2021,contacts_by_mode,MULTIMEDIA,2695", "2021,contacts_by_mode,MULTIMEDIA,2795")
    )

    assert (len(done.new), len(done.changed)) == (0, 1)
    assert "PARTS" not in {finding.check for finding in before.contradictions}
    for language in LANGUAGES:
        report = annual(centres=[centre], year=2021, language=language)
        parts = [finding for finding in report.contradictions if finding.check == "PARTS"]
        assert [finding.values["gap"] for finding in parts] == [Decimal(100)]
        body = digits(_body(standalone(report)))
        assert "2795" in body and "2695" not in body
