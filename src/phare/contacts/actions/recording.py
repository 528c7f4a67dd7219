"""How a contact and its profile are written: once a key, or many of a past at once."""

import uuid
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from django.db import IntegrityError, transaction

from phare.centres.models import Centre
from phare.contacts.events import ContactRecorded
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact, Counter, VoluntaryProfile
from phare.ground.announce import announce
from phare.ground.live import wake


@transaction.atomic
def record_contact(fact: Fact, *, centre: Centre, key: uuid.UUID) -> bool:
    """Writes one contact, and the profiles of its people by month.

    False when nothing was written: `key` has been counted already, or the centre is in training.
    """
    if centre.training:
        return False
    if not insert_once(row_of(fact, centre=centre, key=key)):
        return False
    for profile in profiles_of(fact, centre=centre):
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
        rows.append(row_of(fact, centre=centre, key=uuid.uuid4()))
        profiles += profiles_of(fact, centre=centre)
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


def insert_once(row: Contact) -> bool:
    """False when the key exists already: the unique column decides, not a look beforehand."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if Contact.objects.filter(key=row.key).exists():
            return False
        raise
    return True


def row_of(fact: Fact, *, centre: Centre, key: uuid.UUID) -> Contact:
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


def profiles_of(fact: Fact, *, centre: Centre) -> list[VoluntaryProfile]:
    """The profile of each person of `fact`: of several people one gave the answers.

    The others count as not stated: nobody asked them. A profile without one answer is the whole
    group's. Together they are `fact.people`.
    """
    if fact.profile is None:
        return []
    others = Profile()
    if fact.people == 1 or fact.profile == others:
        return [profile_of(fact.profile, fact.people, fact=fact, centre=centre)]
    return [
        profile_of(fact.profile, 1, fact=fact, centre=centre),
        profile_of(others, fact.people - 1, fact=fact, centre=centre),
    ]


def profile_of(profile: Profile, people: int, *, fact: Fact, centre: Centre) -> VoluntaryProfile:
    return VoluntaryProfile(
        centre=centre,
        month=fact.day.replace(day=1),
        mode=fact.mode,
        channel=fact.channel,
        theme=fact.themes[0] if fact.themes else "",
        language=fact.language,
        people=people,
        **asdict(profile),
    )
