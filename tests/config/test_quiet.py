"""A log says which page it was, never what somebody typed into the address."""

import logging

import pytest

from phare.config.quiet import WithoutTokens, covered


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


def test_the_queue_tells_no_argument_of_a_job():
    said = "Job letters.send[12](kind='THANKS', token='q_x(7)') ended with status: Error"
    record = logging.LogRecord("procrastinate.worker", logging.ERROR, "", 1, said, None, None)

    WithoutTokens().filter(record)

    assert record.getMessage() == "Job letters.send[12](…) ended with status: Error"
