import pytest

from tests.house import open_house


@pytest.fixture(scope="module")
def house(django_db_setup):
    """A demo centre of its own for each module: its journeys change it."""
    with open_house() as house:
        yield house
