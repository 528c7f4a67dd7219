"""The night forgets who was signed in and who tried to be."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.urls import reverse
from procrastinate.contrib.django import app

from phare.config.tasks import forget_sign_ins
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def long_ago(model, **shift):
    """Makes every row of a library's table older, as the machine's own clock sees it."""
    (field,) = {"expire_date", "attempt_time"} & {f.name for f in model._meta.fields}
    for row in model.objects.all():
        model.objects.filter(pk=row.pk).update(**{field: getattr(row, field) - timedelta(**shift)})


def signed_in():
    store = SessionStore()
    store["_auth_user_id"] = "1"
    store.create()


def test_a_session_that_is_over_goes_and_one_that_runs_stays():
    signed_in()
    long_ago(Session, hours=13)
    signed_in()
    (running,) = Session.objects.order_by("-expire_date").values_list("pk", flat=True)[:1]

    forget_sign_ins(0)

    assert list(Session.objects.values_list("pk", flat=True)) == [running]


@pytest.mark.parametrize("lives_at", [None, MORNING - timedelta(days=400)])
def test_a_failed_sign_in_goes_after_an_hour_even_when_the_house_lives_at_another_time(
    client, settings, lives_at
):
    settings.CLOCK_START = lives_at
    person = make_person(make_centre())
    words = {"username": person.email, "password": "wrong"}
    client.post(reverse("signin"), words, headers={"host": "house.localhost"})
    assert AccessAttempt.objects.count() == 1

    forget_sign_ins(0)
    assert AccessAttempt.objects.count() == 1
    long_ago(AccessAttempt, minutes=61)
    forget_sign_ins(0)

    assert not AccessAttempt.objects.exists()


def test_what_an_older_setting_left_in_the_logs_of_sign_ins_goes_too():
    AccessLog.objects.create(username="somebody@example.org")
    AccessFailureLog.objects.create(username="somebody@example.org")
    for model in (AccessLog, AccessFailureLog):
        long_ago(model, hours=2)

    forget_sign_ins(0)

    assert not AccessLog.objects.exists()
    assert not AccessFailureLog.objects.exists()


def test_the_night_is_asked_to():
    app.perform_import_paths()
    periodic = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}

    assert {"signin.forget", "people.forget", "tickets.sweep", "contacts.fold"} <= periodic
