"""What the night does to contacts: no order that tells, no day longer than needed."""

import uuid
from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import batched

from django.db import transaction

from phare.centres.models import Centre
from phare.contacts.actions.recording import row_of
from phare.contacts.facts import Fact
from phare.contacts.models import Contact, VoluntaryProfile
from phare.ground.periods import Days

BATCH = 5000


@transaction.atomic
def shuffle_order(*, centre: Centre, days: Days) -> None:
    """Rewrites the contacts of those days, and the profiles of their months, in random order.

    The order of rows in a table follows the order in which they were written; joined by rank, two
    tables could tell which profile was given at which contact.
    """
    contacts = Contact.objects.select_for_update().filter(
        centre=centre, day__range=(days.first, days.last)
    )
    rows = sorted(contacts, key=lambda row: row.key)
    _drop(Contact, [row.key for row in rows])
    Contact.objects.bulk_create(rows, batch_size=BATCH)
    profiles = VoluntaryProfile.objects.select_for_update().filter(
        centre=centre, month__range=(days.first.replace(day=1), days.last)
    )
    said = list(profiles)
    _drop(VoluntaryProfile, [profile.key for profile in said])
    for profile in said:
        profile.key = uuid.uuid4()
    VoluntaryProfile.objects.bulk_create(sorted(said, key=lambda row: row.key), batch_size=BATCH)


@transaction.atomic
def fold_contacts(*, centre: Centre, before: date) -> int:
    """Adds up the contacts of whole months before `before`; returns how many rows are left."""
    old = Contact.objects.select_for_update(of=("self",)).filter(
        centre=centre, day__lt=before.replace(day=1)
    )
    if not old.exclude(day__day=1).exists():
        return old.count()
    added: Tally[tuple] = Tally()
    read = []
    for row in old.iterator():
        read.append(row.key)
        fact = _fact(row)
        added[
            (replace(fact, day=fact.day.replace(day=1), half_day="", people=1), row.correction)
        ] += row.people
    _drop(Contact, read)
    rows = []
    for (fact, correction), people in added.items():
        if people:
            row = row_of(replace(fact, people=people), centre=centre, key=uuid.uuid4())
            row.correction = correction
            rows.append(row)
    Contact.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


def _drop(model: type[Contact | VoluntaryProfile], keys: Iterable[uuid.UUID]) -> None:
    """Deletes the rows that were read, by their keys.

    The words they were found by would find, and lose, what was committed since.
    """
    for some in batched(keys, BATCH):
        model._default_manager.filter(key__in=some).delete()


def _fact(row: Contact) -> Fact:
    return Fact(
        day=row.day,
        mode=row.mode,
        channel=row.channel,
        half_day=row.half_day,
        themes=tuple(row.themes),
        language=row.language,
        audience=row.audience,
        schemes=tuple(row.schemes),
        referred_to=tuple(row.referred_to),
        people=row.people,
    )
