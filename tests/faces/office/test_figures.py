"""Figures and reports in the office."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from phare.ground import clock
from phare.indicators.models import ImportedFigure
from phare.people.choices import RoleKind
from tests.factories.centres import MORNING, make_centre
from tests.factories.figures import import_published, published
from tests.factories.people import make_person
from tests.factories.year import record_invented_year

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
CHANGED = ("2021,contacts_by_mode,MULTIMEDIA,2695", "2021,contacts_by_mode,MULTIMEDIA,2795")


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def centre():
    return make_centre()


def signed_in(person, host="house.localhost"):
    client = Client(HTTP_HOST=host)
    client.force_login(person, backend=BACKEND)
    return client


@pytest.fixture
def client(centre):
    return signed_in(make_person(centre, RoleKind.MANAGER))


def chosen(client, text):
    file = SimpleUploadedFile("figures.csv", text.encode(), content_type="text/csv")
    return client.post("/en/office/figures/import/", {"file": file})


def hidden(answer, name):
    return answer.context["keep"].initial[name]


@pytest.mark.parametrize(
    "path",
    ["figures/", "figures/import/", "figures/example.csv", "reports/", "reports/report.pdf"]
    + ["reports/report.html", "reports/modes.csv"],
)
def test_only_those_who_report_see_figures(centre, path):
    counsellor = signed_in(make_person(centre, RoleKind.COUNSELLOR))

    assert counsellor.get(f"/en/office/{path}").status_code == 403
    assert Client(HTTP_HOST="house.localhost").get(f"/en/office/{path}").status_code == 302


def test_a_file_is_shown_before_it_is_kept(client):
    answer = chosen(client, published() + "2021,contatcs,total,5,x\n")

    assert answer.status_code == 200
    assert ImportedFigure.objects.count() == 0
    assert "Did you mean “contacts”?" in answer.content.decode()

    fields = {"content": hidden(answer, "content"), "source": hidden(answer, "source")}
    for _ in range(2):
        kept = client.post("/en/office/figures/keep/", fields)

    assert (kept.status_code, kept["Location"]) == (303, "/en/office/figures/?year=2023")
    assert ImportedFigure.objects.count() == len(published().splitlines()) - 1


def test_a_preview_says_what_would_change_and_what_would_contradict(client, centre):
    import_published(centre)

    answer = chosen(client, published(CHANGED))

    assert len(answer.context["changes"].changed) == 1
    (finding,) = answer.context["findings"]
    assert "33,160" in finding["text"]


def test_a_preview_names_the_gap_of_the_file_itself(client, centre):
    import_published(centre)
    lines = "2021,contacts,total,30000,mine\n2021,contacts_by_mode,ADVICE,29000,mine\n"

    answer = chosen(client, "year,indicator,breakdown,value,source\n" + lines)

    assert any("29,000" in f["text"] and "30,000" in f["text"] for f in answer.context["findings"])


def test_a_long_file_is_shown_in_part_and_its_refused_lines_can_be_taken_away(client):
    sources = "".join(f"2021,contacts,total,{n},source {n}\n" for n in range(3000))
    wrong = "".join(f"2021,contatcs {n},total,1,x\n" for n in range(3000))
    text = "year,indicator,breakdown,value,source\n" + sources + wrong

    answer = chosen(client, text)
    fields = {"content": text, "source": "figures.csv"}
    whole = client.post("/en/office/figures/refused.csv", fields).content.decode()

    page = answer.content.decode()
    assert len(page) - page.count("\n") < len(text) + 200_000
    assert page.count("Did you mean") == 200
    assert page.count("And 2,800 more lines.") == 2
    assert "And 2,989 more of the same kind." in page
    assert len(whole.splitlines()) == 3001


def test_a_file_that_cannot_be_read_offers_nothing_to_keep(client):
    answer = chosen(client, "nothing here")

    assert answer.context["keep"] is None
    assert "is missing" in answer.content.decode()


def test_no_file_at_all_is_a_question_to_answer(client):
    assert client.post("/en/office/figures/import/", {}).status_code == 422


def test_the_list_shows_figures_with_their_source_and_what_contradicts(client, centre):
    import_published(centre)

    page = client.get("/en/office/figures/?year=2021").content.decode()

    assert "33,060" in page and "11.98" in page and "Annual report 2021 (English)" in page


def test_what_a_source_stated_can_be_taken_back(client, centre):
    import_published(centre)

    fields = {"year": "2021", "source": "Annual report 2021 (English)"}
    client.post("/en/office/figures/drop/", fields)

    assert not ImportedFigure.objects.filter(source="Annual report 2021 (English)").exists()


def test_a_report_is_read_on_the_spot_in_the_language_chosen(client, centre):
    import_published(centre)

    answer = client.get("/en/office/reports/?year=2021&language=nl")

    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<div lang="nl">' in page and "33.060" in page and "11,98" in page
    assert not re.search(r"\sstyle=", page)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("report.pdf", "application/pdf"),
        ("report.html", "text/html; charset=utf-8"),
        ("modes.csv", "text/csv; charset=utf-8"),
    ],
)
def test_a_report_can_be_taken_away(client, centre, path, kind):
    import_published(centre)

    answer = client.get(f"/fr/office/reports/{path}?year=2021&compare=2020")

    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    "query", ["year=1999", "year=2021&first=5&last=2", "year=2021&compare=x", "language=xx"]
)
def test_a_report_that_cannot_be_is_refused_kindly(client, centre, query):
    import_published(centre)

    assert client.get(f"/en/office/reports/?{query}").status_code == 422
    assert client.get(f"/en/office/reports/modes.csv?{query}").status_code == 404


def test_a_table_nobody_knows_is_not_found(client, centre):
    import_published(centre)

    assert client.get("/en/office/reports/nothing.csv?year=2021").status_code == 404


def test_a_house_without_any_figure_has_an_empty_report_and_an_empty_list(client):
    assert client.get("/en/office/figures/").status_code == 200
    assert client.get("/en/office/reports/").status_code == 200


def test_small_cells_are_hidden_in_every_format(client, centre):
    record_invented_year(centre)

    query = "year=2025&compare=2024&first=9&last=9"
    for path in ("", "report.html", "months.csv"):
        text = client.get(f"/en/office/reports/{path}?{query}").content.decode()
        assert json.dumps(text).count("\\u2013") >= 1
        assert re.search(r">c<|;c;", text)


def test_figures_of_another_centre_are_not_seen(centre):
    other = make_centre("other", centre.network)
    import_published(other)
    client = signed_in(make_person(centre, RoleKind.MANAGER))

    page = client.get("/en/office/figures/").content.decode()

    assert "33,060" not in page
    assert (
        signed_in(make_person(other, RoleKind.MANAGER)).get("/en/office/figures/").status_code
        == 403
    )
