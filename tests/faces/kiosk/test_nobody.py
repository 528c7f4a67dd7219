"""A question nobody could answer is counted once, however often the kiosk sends it."""

import re
import uuid

import pytest

from phare.contacts.models import Counter
from phare.satisfaction.models import Opinion

pytestmark = pytest.mark.django_db


def keys_of(page):
    return set(re.findall(r'name="key" value="([^"]+)"', page.content.decode()))


def test_the_form_is_given_a_key_and_sent_twice_counts_once(client, kiosk):
    (key,) = keys_of(client.get(f"{kiosk}about/work/"))

    answers = [client.post(f"{kiosk}nobody/", {"key": key, "theme": "work"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert [answer["Location"] for answer in answers] == [f"{kiosk}noted/"] * 2
    counter = Counter.objects.get(counted="NOBODY_IN")
    assert (counter.value, counter.theme, counter.language) == (1, "work", "nl")


def test_without_a_key_nothing_is_counted_and_the_question_is_asked_again(client, kiosk):
    answer = client.post(f"{kiosk}nobody/", {"theme": "work"})

    assert answer["Location"] == f"{kiosk}about/"
    assert not Counter.objects.exists()


def test_an_opinion_sent_twice_is_one_opinion(client, kiosk):
    given = {"key": uuid.uuid4(), "found": "YES"}

    answers = [client.post(f"{kiosk}voice/", given) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [f"{kiosk}thanks/"] * 2
    assert Opinion.objects.count() == 1
