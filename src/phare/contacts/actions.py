"""The only door by which a contact, a profile or a counter is written."""

import uuid
from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

from django.db import IntegrityError, connection, transaction

from phare.centres.models import Centre
from phare.contacts import choices
from phare.contacts.events import ContactRecorded
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact, Counter, VoluntaryProfile
from phare.ground.announce import announce
from phare.ground.live import wake
from phare.ground.periods import Days


class NobodyToCorrect(Exception):
    """The correction takes away more people than were counted that day with these words."""


@transaction.atomic
def record_contact(fact: Fact, *, centre: Centre, key: uuid.UUID) -> bool:
    """Writes one contact, and its profile by month.

    False when nothing was written: `key` has been counted already, or the centre is in training.
    """
    if centre.training:
        return False
    if not _insert(_row(fact, centre=centre, key=key)):
        return False
    if fact.profile is not None:
        _profile(fact, centre=centre).save(force_insert=True)
    announce(ContactRecorded(centre.pk, fact.day))
    wake(f"today-{centre.pk}")
    return True


@transaction.atomic
def correct_contact(fact: Fact, *, centre: Centre, key: uuid.UUID, reason: str) -> bool:
    """Takes `fact.people` contacts of that day and those words away, by a negative contact.

    Raises `NobodyToCorrect` when there are not as many. False when `key` was counted already.
    """
    if centre.training or Contact.objects.filter(key=key).exists():
        return False
    with connection.cursor() as cursor:
        # Two corrections of one day at once would each see enough: they wait for one another.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [centre.pk, fact.day.toordinal()])
    same = Contact.objects.filter(
        centre=centre,
        day=fact.day,
        mode=fact.mode,
        channel=fact.channel,
        themes=list(fact.themes),
        language=fact.language,
    )
    if sum(row.people for row in same) < fact.people:
        raise NobodyToCorrect
    row = _row(replace(fact, people=-fact.people), centre=centre, key=key)
    row.correction = choices.Correction(reason)
    if not _insert(row):
        return False
    if fact.mode == choices.Mode.ADVICE:
        # Nothing tells whose answers to take away: the totals of the questions follow, the answers
        # stay, so a corrected contact counts as one that was asked nothing.
        profile = _profile(replace(fact, people=-fact.people, profile=Profile()), centre=centre)
        profile.save(force_insert=True)
    announce(ContactRecorded(centre.pk, fact.day))
    wake(f"today-{centre.pk}")
    return True


@transaction.atomic
def record_history(
    facts: Iterable[Fact],
    *,
    centre: Centre,
    counters: Iterable[tuple[date, str, str, str, int]] = (),
) -> int:
    """Writes many contacts at once: a simulated past, or another system's own anonymous rows.

    `counters` are (day, counted, theme, language, value). Returns the number of contacts.
    """
    rows, profiles = [], []
    for fact in facts:
        rows.append(_row(fact, centre=centre, key=uuid.uuid4()))
        if fact.profile is not None:
            profiles.append(_profile(fact, centre=centre))
    Contact.objects.bulk_create(rows, batch_size=5000)
    VoluntaryProfile.objects.bulk_create(profiles, batch_size=5000)
    Counter.objects.bulk_create(
        [
            Counter(
                centre=centre, day=day, counted=counted, theme=theme, language=language, value=value
            )
            for day, counted, theme, language, value in counters
        ],
        batch_size=5000,
    )
    return len(rows)


def count(
    counted: str,
    *,
    centre: Centre,
    day: date,
    theme: str = "",
    language: str = "",
    by: int = 1,
) -> None:
    """Adds `by` to a counter of the day; nothing in training."""
    if centre.training or by == 0:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO contacts_counter (centre_id, day, counted, theme, language, value)"
            " VALUES (%s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (centre_id, day, counted, theme, language)"
            " DO UPDATE SET value = contacts_counter.value + EXCLUDED.value",
            [centre.pk, day, counted, theme, language, by],
        )


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
            row = _row(replace(fact, people=people), centre=centre, key=uuid.uuid4())
            row.correction = correction
            rows.append(row)
    Contact.objects.bulk_create(rows, batch_size=5000)
    return len(rows)


def _insert(row: Contact) -> bool:
    """False when the key exists already: the unique column decides, not a look beforehand."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if Contact.objects.filter(key=row.key).exists():
            return False
        raise
    return True


def _row(fact: Fact, *, centre: Centre, key: uuid.UUID) -> Contact:
    return Contact(
        centre=centre,
        key=key,
        day=fact.day,
        half_day=fact.half_day,
        mode=fact.mode,
        channel=fact.channel,
        themes=list(fact.themes),
        language=fact.language,
        audience=fact.audience,
        schemes=list(fact.schemes),
        referred_to=list(fact.referred_to),
        people=fact.people,
    )


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


def _profile(fact: Fact, *, centre: Centre) -> VoluntaryProfile:
    assert fact.profile is not None
    return VoluntaryProfile(
        centre=centre,
        month=fact.day.replace(day=1),
        mode=fact.mode,
        channel=fact.channel,
        theme=fact.themes[0] if fact.themes else "",
        language=fact.language,
        people=fact.people,
        **asdict(fact.profile),
    )
