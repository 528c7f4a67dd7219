"""What is refused is refused in the words of the page, not in those of the framework."""

import pytest
from django.test import Client

from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db


def test_a_body_over_the_limit_is_refused_in_the_language_of_the_page(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    make_centre()

    answer = Client(HTTP_HOST="house.localhost").post(
        "/nl/signin/", {"username": "x" * 2000, "password": "y"}
    )

    assert answer.status_code == 400
    assert 'lang="nl"' in answer.content.decode()
    assert "Dit kan niet gelezen worden" in answer.content.decode()
