import pytest
from django.test import Client

from phare.ground import clock
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_one_visitor_has_in_the_address_is_shown_to_no_other():
    make_centre()
    with clock.stopped_at(MORNING):
        own = Client().get("/fr/?name=Jeanne").content.decode()
        other = Client().get("/fr/").content.decode()

    assert "Jeanne" in own
    assert "Jeanne" not in other


def test_the_page_is_made_once_for_all_who_ask_at_once(monkeypatch):
    monkeypatch.setattr("phare.ground.snapshot.snapshot", lambda: "one state")
    make_centre()
    with clock.stopped_at(MORNING):
        pages = {Client().get("/fr/").content for _ in range(2)}

    assert len(pages) == 1
