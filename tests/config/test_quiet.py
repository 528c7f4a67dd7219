"""A log says which page it was, never what somebody typed into the address."""

import pytest

from phare.config.quiet import covered


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/fr/reception/", "/fr/reception/"),
        ("/de/office/people/12/roles/", "/de/office/people/…/roles/"),
        ("/fr/kiosk/demo-kiosk/voice/", "/fr/kiosk/…/voice/"),
        ("/nl/Jan Somebody/", "/nl/…/"),
        ("/Somebody/some.body@example.org", "/…/…"),
        ("/fr/?name=Somebody", "/fr/?…"),
        ("/static/Somebody.png", "/…/…"),
        ("/fr/office/reports/years.csv", "/fr/office/reports/…"),
        ("Not Found", "Not Found"),
        ("HTTP/2", "HTTP/…"),
        ("from https://somebody.example:80/x here", "from https://… here"),
    ],
)
def test_only_words_of_the_house_reach_a_log(path, said):
    assert covered(path) == said
