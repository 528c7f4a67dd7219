"""The quarterly brochure: two languages, tagged, no table without its head, ready to print."""

import io
import re
import subprocess
from datetime import date, datetime, timedelta
from shutil import which

import pikepdf
import pytest

from phare.activities.choices import SessionState
from phare.activities.models import Facilitation
from phare.activities.quarters import after, name_of, quarter_named
from phare.activities.queries.leaflet import leaflet
from phare.centres.actions import add_partner
from phare.centres.choices import PartnerKind
from phare.faces.shared.brochure.paper import SHEET, brochure_paper, pages_of, printers_paper
from phare.ground import clock
from phare.ground.periods import Days
from tests.factories.activities import make_activity, make_room, make_series, make_session
from tests.factories.centres import BRUSSELS, MORNING, both, make_centre
from tests.factories.people import make_person

needs_pdftotext = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is missing")
FIRST = datetime(2027, 1, 4, 13, 30, tzinfo=BRUSSELS)
QUARTER = Days(date(2027, 1, 1), date(2027, 3, 31))


@pytest.fixture
def centre(db):
    with clock.stopped_at(MORNING):
        yield make_centre()


def titled(number, theme):
    return {"fr": f"Séance {number} {theme}", "nl": f"Zitting {number} {theme}"}


@pytest.fixture
def full(centre):
    """A quarter with forty dates of work and three of learning, in rooms and online."""
    room = make_room(centre)
    for theme, count in (("work", 40), ("learn", 3)):
        for number in range(count):
            make_session(
                _named(make_activity(centre, themes=[theme]), titled(number, theme)),
                starts_at=FIRST + timedelta(days=number * 2, hours=1 if theme == "learn" else 0),
                minutes=45,
                rooms=[room],
                online=5 if number % 2 else None,
            )
    return leaflet(QUARTER, centre=centre)


def _named(activity, title):
    activity.title = title
    activity.save()
    return activity


def pages(paper):
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True, check=True
    ).stdout.decode()
    return text.split("\f")[:-1]


def test_a_class_that_comes_by_itself_and_a_series_to_come_out_are_not_printed(centre):
    activity = make_activity(centre)
    make_session(activity, starts_at=FIRST, by_request=True)
    make_session(activity, starts_at=FIRST, series=make_series(centre, published=False))
    shown = make_session(activity, starts_at=FIRST + timedelta(days=1))

    found = [one for chapter in leaflet(QUARTER, centre=centre).chapters for one in chapter.entries]

    assert [one.start for one in found] == [shown.starts_at]


def test_paper_is_tagged_titled_and_speaks_both_languages(full):
    with pikepdf.open(io.BytesIO(brochure_paper(full))) as document:
        root = document.Root
        language = str(root.Lang)
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "janvier, février, mars 2027 / " in metadata["dc:title"]
        tags, languages = walked(root.StructTreeRoot)

    assert {"/Table", "/TH", "/TD", "/TOC", "/TOCI", "/H1", "/L"} <= set(tags)
    assert {"fr", "nl"} <= languages | {language}


def walked(node):
    """Every tag, and every language set on one, in reading order."""
    tags, languages, todo = [], set(), [node]
    while todo:
        one = todo.pop()
        if isinstance(one, pikepdf.Array):
            todo += reversed(list(one))
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                tags.append(str(one.S))
            if "/Lang" in one:
                languages.add(str(one.Lang))
            if "/K" in one:
                todo.append(one.K)
    return tags, languages


@needs_pdftotext
def test_no_part_of_a_table_stands_without_its_head(full):
    found = pages(brochure_paper(full))

    rows = [page for page in found if re.search(r"(Séance|Zitting) \d+ \w+", page)]
    assert len(rows) >= 6
    for page in rows:
        assert re.search(r"When|Quand|Wanneer", page), page


@needs_pdftotext
def test_every_date_stands_once_in_each_language_by_theme_and_day(full):
    text = "\n".join(pages(brochure_paper(full)))

    french = re.findall(r"Séance (\d+) (\w+)", text)
    dutch = re.findall(r"Zitting (\d+) (\w+)", text)
    expected = [(str(n), "learn") for n in range(3)] + [(str(n), "work") for n in range(40)]
    assert french == dutch == expected


@needs_pdftotext
def test_contents_name_the_page_where_each_theme_begins(full):
    found = pages(brochure_paper(full))
    split, _ = pages_of(full)

    for cover, name in ((0, "work"), (split, "work (nl)")):
        contents = found[cover + 1]
        page = int(re.search(rf"{re.escape(name)} [ .]*\W*(\d+)", contents)[1])
        assert name in found[cover + page]


@needs_pdftotext
def test_for_the_printer_it_fills_sheets_and_ends_with_the_other_cover(full):
    _, total = pages_of(full)
    with pikepdf.open(io.BytesIO(printers_paper(full))) as document:
        count = len(document.pages)
        boxes = {
            (millimetres(page.obj["/MediaBox"]), millimetres(page.obj["/TrimBox"]))
            for page in document.pages
        }

    assert count % SHEET == 0
    assert count - total < SHEET
    assert boxes == {((0, 0, 154, 216), (3, 3, 151, 213))}


def millimetres(box):
    return tuple(round(float(edge) / 72 * 25.4) for edge in box)


def test_whoever_reads_it_on_a_screen_sees_pages_that_are_cut_already(full):
    with pikepdf.open(io.BytesIO(brochure_paper(full))) as document:
        assert {millimetres(page.obj["/MediaBox"]) for page in document.pages} == {(0, 0, 148, 210)}


@needs_pdftotext
def test_it_names_partners_in_alphabetical_order_and_nobody_of_the_team(centre):
    someone = make_person(centre, name="Quidamsecret")
    names = [
        add_partner(centre=centre, name=both(name), kind=PartnerKind.OTHER, since=MORNING.date())
        for name in ("Zèbre", "Abeille")
    ]
    session = make_session(make_activity(centre, partners=names), starts_at=FIRST)
    session_with(session, someone)

    text = " ".join(" ".join(pages(brochure_paper(leaflet(QUARTER, centre=centre)))).split())

    assert re.search(r"Abeille, Zèbre", text)
    assert "Quidamsecret" not in text


def session_with(session, person):
    Facilitation.objects.create(centre=session.centre, session=session, person=person)


@needs_pdftotext
def test_only_what_is_published_in_that_quarter_is_printed(centre):
    activity = make_activity(centre)
    make_session(activity, starts_at=FIRST)
    make_session(activity, starts_at=FIRST + timedelta(days=1), state=SessionState.DRAFT)
    make_session(activity, starts_at=FIRST + timedelta(days=90))

    held = leaflet(QUARTER, centre=centre)

    assert [len(chapter.entries) for chapter in held.chapters] == [1]


@needs_pdftotext
def test_a_quarter_without_dates_is_still_a_brochure(centre):
    held = leaflet(QUARTER, centre=centre)

    assert held.chapters == ()
    assert len(pages(brochure_paper(held))) >= 4


def test_a_text_of_one_side_only_keeps_its_language(centre):
    activity = _named(make_activity(centre), {"fr": "Seulement"})
    make_session(activity, starts_at=FIRST)

    with pikepdf.open(io.BytesIO(brochure_paper(leaflet(QUARTER, centre=centre)))) as document:
        _, languages = walked(document.Root.StructTreeRoot)

    assert {"fr", "nl"} & languages


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("2027-1", QUARTER),
        ("2028-1", Days(date(2028, 1, 1), date(2028, 3, 31))),
        ("2027-4", Days(date(2027, 10, 1), date(2027, 12, 31))),
        ("2027-5", None),
        ("27-1", None),
        ("next", None),
    ],
)
def test_quarters_by_their_names(name, days):
    assert quarter_named(name) == days


def test_the_quarter_of_a_day_and_the_one_after():
    assert name_of(date(2026, 11, 18)) == "2026-4"
    assert (after("2026-4"), after("2027-1")) == ("2027-1", "2027-2")
