import pytest
from django.test import Client

from phare.centres.models import Centre
from phare.ground import clock
from phare.people.models import Person
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_person

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def centre(db) -> Centre:
    return make_centre()


@pytest.fixture
def annex(centre) -> Centre:
    """A second centre of the same network: nothing of it answers here."""
    return make_centre("annex", centre.network)


def signed_in(person: Person, host: str = "house.localhost") -> Client:
    client = Client(HTTP_HOST=host)
    client.force_login(person, backend=BACKEND)
    return client


@pytest.fixture
def manager(centre) -> Client:
    return signed_in(make_person(centre, "MANAGER", name="Mona"))


def page(answer) -> str:
    return answer.content.decode()
