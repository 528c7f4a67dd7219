"""Quick entry: advice anywhere, headcounts, and corrections."""

import re
import uuid

import pytest
from django.db.models import Sum

from phare.contacts.actions import record_contact
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact, VoluntaryProfile
from phare.ground import clock
from tests.faces.desk.conftest import signed_in
from tests.factories.centres import MORNING
from tests.factories.people import make_person


@pytest.fixture
def client(centre):
    return signed_in(make_person(centre, "STEWARD"))


def advice(**more):
    return {
        "key": uuid.uuid4(),
        "channel": "MAIL",
        "themes": ["work"],
        "language": "nl",
        "people": "1",
        "day": "2026-11-18",
    } | more


def test_advice_is_counted_once_and_the_form_comes_back_with_its_channel(client):
    form = advice(gender="MAN")

    answer = client.post("/en/entry/advice/", form)
    client.post("/en/entry/advice/", form)

    assert (answer.status_code, answer["Location"]) == (303, "/en/entry/?channel=MAIL")
    contact = Contact.objects.get()
    assert (contact.mode, contact.channel, contact.themes, contact.half_day) == (
        "ADVICE",
        "MAIL",
        ["work"],
        "MORNING",
    )
    assert VoluntaryProfile.objects.get().gender == "MAN"
    page = client.get(answer["Location"]).content.decode()
    assert re.search(r'value="MAIL"[^>]* checked', page)
    assert "1 person counted on 18 November." in page


def test_an_earlier_day_has_no_half_day(client):
    client.post("/en/entry/advice/", advice(day="2026-11-10"))

    contact = Contact.objects.get()
    assert (str(contact.day), contact.half_day) == ("2026-11-10", "")


@pytest.mark.parametrize("day", ["2026-11-19", "2026-10-17"])
def test_a_day_to_come_or_too_long_ago_is_refused_with_what_was_typed(client, day):
    answer = client.post("/en/entry/advice/", advice(day=day, people="7"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="7"' in page
    assert f'value="{day}"' in page
    assert not Contact.objects.exists()


def test_a_headcount_adds_people_of_another_mode(client):
    answer = client.post(
        "/en/entry/headcount/",
        {"key": uuid.uuid4(), "mode": "MULTIMEDIA", "people": "45", "day": "2026-11-18"},
    )

    assert answer["Location"] == "/en/entry/?mode=MULTIMEDIA"
    contact = Contact.objects.get()
    assert (contact.mode, contact.channel, contact.people) == ("MULTIMEDIA", "NONE", 45)
    assert not VoluntaryProfile.objects.exists()


def test_advice_is_no_headcount(client):
    answer = client.post(
        "/en/entry/headcount/",
        {"key": uuid.uuid4(), "mode": "ADVICE", "people": "45", "day": "2026-11-18"},
    )

    assert answer.status_code == 422


def correction(**more):
    return {
        "key": uuid.uuid4(),
        "mode": "ADVICE",
        "channel": "MAIL",
        "themes": ["work"],
        "language": "nl",
        "people": "1",
        "day": "2026-11-18",
        "reason": "TYPED_TWICE",
    } | more


def test_a_mistake_is_taken_away_by_a_negative_contact_with_its_reason(client):
    client.post("/en/entry/advice/", advice())

    client.post("/en/entry/correct/", correction())

    assert Contact.objects.aggregate(Sum("people"))["people__sum"] == 0
    assert Contact.objects.get(people=-1).correction == "TYPED_TWICE"


def test_more_than_was_counted_cannot_be_taken_away(client):
    client.post("/en/entry/advice/", advice())

    answer = client.post("/en/entry/correct/", correction(language="fr"))

    assert answer.status_code == 422
    assert "exactly these words" in answer.content.decode()
    assert Contact.objects.count() == 1


def test_a_correction_says_why(client):
    answer = client.post("/en/entry/correct/", correction(reason=""))

    assert answer.status_code == 422


def test_training_says_that_nothing_is_counted(centre, client):
    centre.training = True
    centre.save()

    page = client.post("/en/entry/advice/", advice(), follow=True).content.decode()

    assert "this was not counted" in page
    assert not Contact.objects.exists()


def test_the_sums_of_the_day_are_shown_and_no_single_entry(client):
    client.post("/en/entry/advice/", advice())
    client.post("/en/entry/advice/", advice())

    page = client.get("/en/entry/totals/").content.decode()

    assert "E-mail" in page
    assert page.count("<tr>") == 2


def test_a_partner_counts_nothing(centre):
    assert signed_in(make_person(centre, "PARTNER")).get("/en/entry/").status_code == 403


def test_a_mistake_goes_with_its_scheme_its_sending_on_and_its_answers(client):
    more = {"schemes": ["validation"], "referred_to": ["TRAINING"], "gender": "WOMAN"}
    client.post("/en/entry/advice/", advice(**more))

    refused = client.post("/en/entry/correct/", correction())
    taken = client.post("/en/entry/correct/", correction(**more))

    assert (refused.status_code, taken.status_code) == (422, 303)
    negative = Contact.objects.get(people=-1)
    assert (negative.schemes, negative.referred_to, negative.half_day) == (
        ["validation"],
        ["TRAINING"],
        "MORNING",
    )
    assert VoluntaryProfile.objects.get(people=-1).gender == "WOMAN"


def test_a_ticket_closed_for_an_audience_can_be_taken_away(centre, client):
    fact = Fact(
        day=MORNING.date(),
        half_day="MORNING",
        mode="ADVICE",
        channel="FACE_TO_FACE",
        themes=("work",),
        language="nl",
        audience="youth",
        profile=Profile(),
    )
    record_contact(fact, centre=centre, key=uuid.uuid4())

    client.post("/en/entry/correct/", correction(channel="FACE_TO_FACE", audience="youth"))

    assert Contact.objects.get(people=-1).audience == "youth"


def test_a_correction_asks_for_the_half_day_when_both_were_counted(centre, client):
    client.post("/en/entry/advice/", advice())
    with clock.stopped_at(MORNING.replace(hour=14)):
        client.post("/en/entry/advice/", advice())

    answer = client.post("/en/entry/correct/", correction())

    assert answer.status_code == 422
    assert "say which" in answer.content.decode()


def test_answers_nobody_gave_are_refused_with_a_word(client):
    client.post("/en/entry/advice/", advice())

    answer = client.post("/en/entry/correct/", correction(gender="MAN"))

    assert answer.status_code == 422
    assert "exactly these answers" in answer.content.decode()
