from urllib.parse import urlsplit

import pytest

from tests.accessibility.stage import Stage
from tests.house import open_house


@pytest.fixture(scope="session")
def stage(chromium):
    """One prepared house for each process: pages are looked at, nothing is settled."""
    with open_house() as house:
        stage = Stage(chromium, house, urlsplit(house.origin).port)
        yield stage
        stage.close()
