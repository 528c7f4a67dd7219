"""Every form of one centre, sent by the people of another: nothing is found, nothing changes.

The addresses come from the resolver, so that a new view is tried from the day it is born.
"""

import re
import uuid
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from phare.activities.models import Activity, DateProposal, Seat, Series, Session
from phare.centres.models import Centre, OwnedByCentre, Screen
from phare.ground import clock
from phare.people.models import Person, Role
from phare.satisfaction.models import Invitation
from phare.tickets.models import Ticket
from tests.factories.centres import MORNING
from tests.factories.whole import make_whole_centre, number_every_table_apart
from tests.factories.whole_programme import links_of, seats_at

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
AT_MOST = 3  # rows of a table that are tried
OK = 200
FOUND_NOTHING = {403, 404, 410}  # a link of another centre is over like one that was forgotten
# Their argument is a word that every centre has: a kind of hours, a theme, a table of the report.
WORDS = {"hours-week", "theme", "report-table"}
# These say kindly that something is over, or what is at one's own desk: to whoever names a row of
# another centre they say what they say of one that never was.
ALIKE = {
    "desk-now",
    "follow",
    "follow-back",
    "follow-cancel",
    "follow-part",
    "reception-help",
    "voice",
}
RANDOM = re.compile(r'value="[\w-]{36,64}"')  # tokens and keys of forms, new on every page
# What some form somewhere asks for: enough to be believed if a row were found.
FORM = {
    "audience": "",
    "content": "VERY",
    "email": "other@example.org",
    "employer": "",
    "found": "YES",
    "granted_by": "X",
    "kind": "DESK",
    "language": "fr",
    "minutes": "10",
    "name": "X",
    "password": "a-lamp-on-another-coast",
    "post": "PHONE",
    "reason": "OTHER",
    "recommend": "YES",
    "roles": "MANAGER",
    "sure": "on",
    "theme": "work",
    "until": "2026-11-20",
    "on": "2026-11-20",
}


def with_arguments(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from with_arguments(pattern)
        elif pattern.pattern.converters:
            yield pattern


@pytest.fixture
def houses():
    with clock.stopped_at(MORNING):
        number_every_table_apart()
        ours = make_whole_centre("ours")
        yield ours, make_whole_centre("theirs", ours[0].network)


class Browser:
    """Signed in, with a valid token for every form."""

    def __init__(self, centre: Centre, person: Person) -> None:
        self.client = Client(enforce_csrf_checks=True, HTTP_HOST=f"{centre.slug}.localhost")
        self.client.force_login(person, backend=BACKEND)
        self.client.get("/fr/signin/")
        self.token = self.client.cookies["csrftoken"].value

    def post(self, path: str, **more: Any) -> Any:
        form = FORM | {"csrfmiddlewaretoken": self.token, "key": str(uuid.uuid4())} | more
        return self.client.post(path, form)

    def send(self, path: str, **more: Any) -> int:
        return self.post(path, **more).status_code

    def try_to_send(self, path: str, **more: Any) -> int:
        """The answer, and nothing of what it did."""
        with transaction.atomic():
            status = self.send(path, **more)
            transaction.set_rollback(True)
        return status


def owned() -> list[type[OwnedByCentre]]:
    return [model for model in apps.get_models() if issubclass(model, OwnedByCentre)]


def people_of(centre: Centre):
    there = Role.objects.filter(centre=centre).values("person")
    return Person.objects.filter(pk__in=there)


def state_of(centre: Centre) -> dict[str, list]:
    """Every row of a centre, and its people."""
    rows = {m._meta.label: m._base_manager.filter(centre=centre) for m in owned()}
    rows |= {"centre": Centre.objects.filter(pk=centre.pk), "people": people_of(centre)}
    rows |= {"roles": Role.objects.filter(centre=centre)}
    return {label: list(found.order_by("pk").values()) for label, found in rows.items()}


def keys_of(centre: Centre) -> dict[Any, list]:
    """What an address of the centre may carry, by the kind of argument."""
    numbers = [pk for m in owned() for pk in _keys(m._base_manager.filter(centre=centre))]
    numbers += _keys(people_of(centre))
    return {
        "pk": [pk for pk in numbers if isinstance(pk, int)],
        "key": [
            key
            for model in (Screen, Activity, Series, Session)
            for key in model._base_manager.filter(centre=centre).values_list("key", flat=True)
        ],
        "link": links_of(centre),
        "token": [
            *Ticket.objects.filter(centre=centre).values_list("token", flat=True),
            *Invitation.objects.filter(centre=centre).values_list("token", flat=True),
        ],
        "code": [f"of-{centre.slug}"],
        "theme": ["work"],
        ("key", "pk"): seats_at(centre),
    }


def rows_named_by_forms(centre: Centre) -> dict[str, dict[str, Any]]:
    """What forms name besides their address: rows of the same centre."""
    seat = Seat.objects.filter(centre=centre).order_by("pk").first()
    date = DateProposal.objects.filter(centre=centre).order_by("pk").first()
    assert seat and date
    return {
        "desk-seat-move": {"to": f"{seat.session.key} ONLINE"},
        "visit-answer-agree": {"date": date.pk},
    }


def _keys(rows) -> list:
    return list(rows.order_by("pk").values_list("pk", flat=True)[:AT_MOST])


def addresses(pattern: URLPattern, keys: dict[Any, list]) -> list[str]:
    names = tuple(pattern.pattern.converters)
    missing = set(names) - set(keys)
    assert not missing, f"{pattern.name} names {missing}: add it to keys_of, or to WORDS"
    every = keys.get(names) or product(*(keys[name] for name in names))
    return [reverse(pattern.name, kwargs=dict(zip(names, values, strict=True))) for values in every]


def test_no_form_of_a_centre_answers_to_the_people_of_another(houses):
    (ours, me), (theirs, stranger) = houses
    mine, other = Browser(ours, me), Browser(theirs, stranger)
    keys, before, rows = keys_of(ours), state_of(ours), rows_named_by_forms(ours)
    dead, answered, changed = set(), {}, set()

    for pattern in with_arguments():
        if pattern.name in WORDS | ALIKE:
            continue
        paths = addresses(pattern, keys)
        more = rows.get(pattern.name, {})
        statuses = {path: other.send(path, **more) for path in paths}
        answered |= {p: s for p, s in statuses.items() if s not in FOUND_NOTHING | {405}}
        if state_of(ours) != before:
            changed.add(pattern.name)
        # The same address with the same form is a good one in the centre whose it is.
        if all(mine.try_to_send(path, **more) in FOUND_NOTHING for path in paths):
            dead.add(pattern.name)

    assert answered == {} and changed == set()
    assert dead == set()


def test_no_page_of_a_centre_opens_to_the_people_of_another_and_opening_changes_nothing(houses):
    (ours, me), (theirs, stranger) = houses
    mine, other = Browser(ours, me), Browser(theirs, stranger)
    keys, before = keys_of(ours), state_of(ours)
    answered, changed = {}, set()

    for pattern in with_arguments():
        if pattern.name in WORDS | ALIKE:
            continue
        paths = addresses(pattern, keys)
        statuses = {path: other.client.get(path).status_code for path in paths}
        answered |= {p: s for p, s in statuses.items() if s not in FOUND_NOTHING | {405}}
        # The first that is there is as good as any other.
        next((path for path in paths if mine.client.get(path).status_code == OK), None)
        if state_of(ours) != before:
            changed.add(pattern.name)

    assert answered == {} and changed == set()


@pytest.mark.parametrize("name", sorted(ALIKE))
def test_what_is_over_in_another_centre_says_what_an_invented_one_says(houses, name):
    (ours, _), (theirs, stranger) = houses
    other, before = Browser(theirs, stranger), state_of(ours)
    pattern = next(p for p in with_arguments() if p.name == name)

    def said(path: str) -> tuple[int, str, str]:
        answer = other.post(path)
        (key,) = map(str, resolve(path).kwargs.values())
        place = answer.headers.get("Location", "")
        text = RANDOM.sub("", answer.content.decode())
        return answer.status_code, place.replace(key, ""), text.replace(key, "")

    found = {said(path) for path in addresses(pattern, keys_of(ours))}
    (invented,) = addresses(pattern, {"token": ["invented"], "pk": [99]})

    assert found == {said(invented)}
    assert state_of(ours) == before


def test_the_exceptions_still_exist():
    names = {pattern.name for pattern in with_arguments()}

    assert WORDS | ALIKE <= names


def test_a_form_without_a_valid_token_is_refused(houses):
    (ours, me), _ = houses
    browser = Browser(ours, me)
    browser.token = "x" * 32

    assert browser.send(reverse("training")) == 403
