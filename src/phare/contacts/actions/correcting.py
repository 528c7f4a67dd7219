"""A mistake goes by a negative contact; nothing is ever erased."""

import uuid
from dataclasses import replace

from django.db import connection, transaction

from phare.centres.models import Centre
from phare.contacts import choices
from phare.contacts.actions.recording import insert_once, profile_of, row_of
from phare.contacts.events import ContactRecorded
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact
from phare.ground.announce import announce
from phare.ground.live import wake


class NobodyToCorrect(Exception):
    """The correction takes away more people than were counted that day with these words."""


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
    row = row_of(replace(fact, people=-fact.people), centre=centre, key=key)
    row.correction = choices.Correction(reason)
    if not insert_once(row):
        return False
    if fact.mode == choices.Mode.ADVICE:
        # Nothing tells whose answers to take away: the totals of the questions follow, the answers
        # stay, so a corrected contact counts as one that was asked nothing.
        profile = profile_of(replace(fact, people=-fact.people, profile=Profile()), centre=centre)
        profile.save(force_insert=True)
    announce(ContactRecorded(centre.pk, fact.day))
    wake(f"today-{centre.pk}")
    return True
