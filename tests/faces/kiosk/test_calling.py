"""Somebody can be called from every screen, in languages the screens do not speak too."""

import re
from datetime import timedelta

import pytest

from phare.centres.actions import publish_notice
from phare.people.actions import set_competences
from phare.tickets.models import HelpCall
from tests.faces.desk.conftest import signed_in
from tests.factories.centres import MORNING
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def arabic(centre):
    speaker = make_person(centre)
    set_competences(speaker, centre=centre, products=[(["work"], ["fr", "ar"], [])])
    return speaker


def test_the_screen_at_rest_calls_somebody_in_french_and_dutch(client, kiosk):
    page = client.get(kiosk).content.decode()

    address = re.search(r'href="([^"]*human/[^"]*)"', page).group(1)
    asked = client.get(address).content.decode()
    assert "Appeler quelqu’un" in page and "Iemand roepen" in page
    assert "Oui, appeler quelqu’un" in asked and "Ja, roep iemand" in asked


def test_who_calls_before_choosing_a_language_is_not_said_to_speak_one(client, centre, kiosk):
    client.post(f"{kiosk}human/", {"language": "other"})

    page = signed_in(make_person(centre, "RECEPTION")).get("/en/reception/").content.decode()
    assert HelpCall.objects.get().language == "other"
    assert "another language" in page


def test_a_language_somebody_speaks_is_offered_in_its_own_words(client, kiosk, arabic):
    rest = client.get(kiosk).content.decode()
    page = client.get(f"{kiosk}other/").content.decode()

    assert '<span lang="ar" dir="rtl">العربية</span>' in rest
    assert re.search(r'<li lang="ar" dir="rtl"><button[^>]*value="ar"', page)
    assert 'lang="tr"' not in page


def test_a_language_nobody_speaks_is_not_offered(client, kiosk):
    assert 'lang="ar"' not in client.get(f"{kiosk}other/").content.decode()


def test_reception_reads_the_language_that_was_asked_for(client, centre, kiosk, arabic):
    answer = client.post(f"{kiosk}other/", {"language": "ar"}, follow=True).content.decode()

    page = signed_in(make_person(centre, "RECEPTION")).get("/en/reception/").content.decode()
    assert HelpCall.objects.get().language == "ar"
    assert "ar (en)" in page
    assert 'lang="ar" dir="rtl"' in answer


@pytest.mark.parametrize("sent", ["other", "xx", "tr", ""])
def test_any_other_language_is_said_to_be_another_one(client, kiosk, arabic, sent):
    client.post(f"{kiosk}other/", {"language": sent})

    assert HelpCall.objects.get().language == "other"


def test_looking_at_the_pages_calls_nobody(client, kiosk):
    for page in ("other/", "human/", "human/?for=all", "called/", "called/?for=ar"):
        assert client.get(kiosk + page).status_code == 200

    assert not HelpCall.objects.exists()


def test_notices_are_shown_on_every_screen(client, centre, kiosk):
    publish_notice(
        centre=centre,
        text={"fr": "Ascenseur en panne", "nl": "Lift defect"},
        level="CHANGE",
        shown_from=MORNING,
        shown_until=MORNING + timedelta(hours=1),
    )

    for page in ("about/", "about/work/", "human/", "other/", "voice/"):
        assert "Lift defect" in client.get(kiosk + page).content.decode()
    rest = client.get(kiosk).content.decode()
    assert "Lift defect" in rest and "Ascenseur en panne" in rest
