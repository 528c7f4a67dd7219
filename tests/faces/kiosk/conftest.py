import pytest
from django.test import Client

from phare.centres.actions import add_screen, close_service
from phare.centres.choices import ScreenKind
from phare.ground import clock
from tests.factories.centres import MORNING, make_centre


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def centre(db):
    return make_centre()


@pytest.fixture
def kiosk(centre):
    screen = add_screen(centre=centre, kind=ScreenKind.KIOSK, name="Door")
    return f"/nl/kiosk/{screen.key}/"


@pytest.fixture
def client():
    return Client(HTTP_HOST="house.localhost")


@pytest.fixture
def runs_otherwise(centre):
    """Advice runs under that regime today, and says so."""

    def run(regime, *, service="ADVICE"):
        sentence = {"fr": "Texte.", "nl": "Vandaag anders.", "en": "Words.", "de": "Worte."}
        day = MORNING.date()
        return close_service(
            centre=centre,
            service=service,
            regime=regime,
            first_on=day,
            last_on=day,
            reason="Training",
            sentence=sentence,
        )

    return run
