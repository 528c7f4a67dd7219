"""Programmes that open every link of a letter before anybody reads it change nothing."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from phare.activities.choices import Presence, SeatState, Side
from phare.activities.links import link_of
from phare.activities.models import Seat
from phare.activities.visit_links import link_of_request
from phare.config.quiet import covered
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_group_request,
    make_seat,
    make_session,
)
from tests.tables import contents

pytestmark = pytest.mark.django_db
LINK = re.compile(r'(?:href|src|action)="([^"]+)"')
PAGES = 250


@pytest.fixture
def links(centre):
    """What a letter about a place, an offer, a turn, a video, a past session and a visit holds."""
    activity = make_activity(centre, on_request=True)
    session = make_session(
        activity, on_site=1, online=3, video="ADDRESS", video_address="https://v.example/x"
    )
    make_session(activity, starts_at=AFTERNOON + timedelta(days=7))
    past = make_session(activity, starts_at=AFTERNOON - timedelta(days=9))
    seats = [
        make_seat(session),
        make_seat(session, state=SeatState.WAITING),
        make_seat(session, mode="ONLINE"),
        make_seat(session, mode="ONLINE", state=SeatState.OFFERED),
        make_seat(past),
    ]
    Seat.objects.filter(pk=seats[-1].pk).update(presence=Presence.PRESENT)
    asked = make_group_request(
        centre, side=Side.CENTRE, dates=[AFTERNOON + timedelta(days=3)], activity=activity
    )
    return [
        *(f"/fr/registration/{link_of(seat.registration)}/" for seat in seats),
        f"/fr/visit/{link_of_request(asked)}/",
        f"/fr/session/{session.key}/",
        f"/fr/activity/{activity.key}/",
    ]


def opened(client, path, *, method="get"):
    """Every address of the house that a page names, whatever it is meant for."""
    answer = getattr(client, method)(path, HTTP_USER_AGENT="LinkScanner/1.0")
    assert answer.status_code < 500, path
    if "text/html" not in answer.headers.get("Content-Type", ""):
        return []
    found = LINK.findall(answer.content.decode())
    joined = (urlsplit(urljoin(f"http://testserver{path}", unescape(one))) for one in found)
    return [
        f"{one.path}?{one.query}" if one.query else one.path
        for one in joined
        if one.hostname == "testserver" and not one.path.startswith("/static/")
    ]


def test_a_scanner_that_follows_every_link_twice_changes_nothing(links):
    before = contents()
    for _ in range(2):
        ahead, seen = list(links), set()
        while ahead and len(seen) < PAGES:
            path = ahead.pop(0)
            if path in seen:
                continue
            seen.add(path)
            opened(Client(), path, method="head")
            ahead += opened(Client(), path)
    assert len(seen) > 60
    assert contents() == before


def test_every_act_of_a_page_refuses_to_be_followed(links):
    acts = {
        path
        for link in links[:6]
        for path in opened(Client(), link)
        if link in path and path not in (link, f"{link}sheet/")
    }
    assert len(acts) >= 12
    before = contents()

    refused = {Client().get(path).status_code for path in acts}

    assert refused == {405}
    assert contents() == before


def test_no_link_reaches_a_log(links):
    for link in links[:6]:
        for path in (link, *(p for p in opened(Client(), link) if link in p)):
            token = link.split("/")[3]
            assert token not in covered(path)
            assert token not in covered(f"Not Found: {path}")
            assert token[:32] not in covered(f"http://testserver{path}")


def test_no_link_reaches_another_site(links, centre):
    with clock.stopped_at(AFTERNOON):
        for link in links[:6]:
            answer = Client().get(link)
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            page = answer.content.decode()
            outside = re.findall(r'<a [^>]*href="https://[^"]*"[^>]*>', page)
            assert all('rel="noreferrer' in one for one in outside)
