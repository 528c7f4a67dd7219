"""What the night does to contacts: no order that tells, no day longer than needed."""

import uuid
from collections import Counter as Tally
from dataclasses import replace
from datetime import date

from django.db import transaction

from phare.centres.models import Centre
from phare.contacts.actions.recording import row_of
from phare.contacts.facts import Fact
from phare.contacts.models import Contact, VoluntaryProfile
from phare.ground.periods import Days


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
    contacts.delete()
    Contact.objects.bulk_create(rows, batch_size=5000)
    profiles = VoluntaryProfile.objects.select_for_update().filter(
        centre=centre, month__range=(days.first.replace(day=1), days.last)
    )
    said = list(profiles)
    profiles.delete()
    for profile in said:
        profile.key = uuid.uuid4()
    VoluntaryProfile.objects.bulk_create(sorted(said, key=lambda row: row.key), batch_size=5000)


@transaction.atomic
def fold_contacts(*, centre: Centre, before: date) -> int:
    """Adds up the contacts of whole months before `before`; returns how many rows are left."""
    old = Contact.objects.select_for_update(of=("self",)).filter(
        centre=centre, day__lt=before.replace(day=1)
    )
    if not old.exclude(day__day=1).exists():
        return old.count()
    added: Tally[tuple] = Tally()
    for row in old.iterator():
        fact = _fact(row)
        added[
            (replace(fact, day=fact.day.replace(day=1), half_day="", people=1), row.correction)
        ] += row.people
    old.delete()
    rows = []
    for (fact, correction), people in added.items():
        if people:
            row = row_of(replace(fact, people=people), centre=centre, key=uuid.uuid4())
            row.correction = correction
            rows.append(row)
    Contact.objects.bulk_create(rows, batch_size=5000)
    return len(rows)


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
