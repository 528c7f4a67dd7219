"""A mistake goes by a negative contact, the mirror of what was counted; nothing is ever erased."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import connection, transaction
from django.db.models import QuerySet, Sum

from phare.centres.models import Centre
from phare.contacts import choices
from phare.contacts.actions.recording import insert_once, profiles_of, row_of
from phare.contacts.events import ContactRecorded
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact, VoluntaryProfile
from phare.ground.announce import announce
from phare.ground.live import wake


class NobodyToCorrect(Exception):
    """The correction takes away more people than were counted that day with these words."""


class WhichHalfDay(Exception):
    """Enough people were counted with these words, but in more than one half-day."""


class NobodySaidSo(Exception):
    """Fewer people than that gave exactly these answers that month."""


@transaction.atomic
def correct_contact(fact: Fact, *, centre: Centre, key: uuid.UUID, reason: str) -> bool:
    """Takes `fact.people` contacts of exactly these words away, and their profiles.

    Every column that counts is looked for and mirrored, so that every sum is back where it was
    before the mistake. Without a half-day in `fact` the one that holds these people is found.
    Of several people the answers are one person's, as they were written: single contacts with
    answers go one by one. A profile without one answer takes away people who were asked nothing.

    Raises `NobodyToCorrect`, `WhichHalfDay`, `NobodySaidSo`. False when `key` was counted already.
    """
    if centre.training:
        return False
    correct_one_at_a_time(fact.day.replace(day=1), centre=centre)
    if Contact.objects.filter(key=key).exists():
        return False
    fact = replace(fact, half_day=_half_day(fact, _same_words(fact, centre=centre)))
    row = row_of(replace(fact, people=-fact.people), centre=centre, key=key)
    row.correction = choices.Correction(reason)
    if not insert_once(row):
        return False
    _take_profiles(fact, centre=centre)
    announce(ContactRecorded(centre.pk, fact.day))
    wake(f"today-{centre.pk}")
    return True


def correct_one_at_a_time(month: date, *, centre: Centre) -> None:
    """Held until the transaction ends: two corrections at once would each see enough."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [centre.pk, month.toordinal()])


def _same_words(fact: Fact, *, centre: Centre) -> QuerySet[Contact]:
    """The contacts, and their corrections, that count where `fact` counts, whatever the half-day.

    Codes are compared as sets: their order counts nowhere.
    """
    return Contact.objects.filter(
        centre=centre,
        day=fact.day,
        mode=fact.mode,
        channel=fact.channel,
        language=fact.language,
        audience=fact.audience,
        **_same_codes("themes", fact.themes),
        **_same_codes("schemes", fact.schemes),
        **_same_codes("referred_to", fact.referred_to),
    )


def _same_codes(column: str, codes: Iterable[str]) -> dict[str, list[str]]:
    wanted = list(codes)
    return {f"{column}__contains": wanted, f"{column}__contained_by": wanted}


def _half_day(fact: Fact, same: QuerySet[Contact]) -> str:
    """The half-day said; else none where none was noted; else the only one with enough people."""
    rows = same.values_list("half_day").annotate(counted=Sum("people")).order_by("half_day")
    people = dict(rows)
    enough = [half_day for half_day, counted in people.items() if counted >= fact.people]
    if fact.half_day or "" in enough:
        if fact.half_day in enough:
            return fact.half_day
        raise NobodyToCorrect
    if len(enough) == 1:
        return enough[0]
    if sum(people.values()) >= fact.people:
        raise WhichHalfDay
    raise NobodyToCorrect


def _take_profiles(fact: Fact, *, centre: Centre) -> None:
    """The negatives of the profiles `fact` was counted with, under the theme they stand under.

    Asked nothing, or nobody remembers the answers: what was not stated goes, even below nought.
    """
    profiles = profiles_of(fact, centre=centre)
    themes = [theme for theme in fact.themes or ("",) if _said_by_enough(profiles, theme=theme)]
    if not themes and fact.profile != Profile():
        raise NobodySaidSo
    for profile in profiles:
        profile.people = -profile.people
        if themes and profile.theme not in themes:
            profile.theme = themes[0]
        profile.save(force_insert=True)


def _said_by_enough(profiles: Iterable[VoluntaryProfile], *, theme: str) -> bool:
    """Whether each of `profiles` was given under `theme` by as many people, corrections off."""
    for profile in profiles:
        same = VoluntaryProfile.objects.filter(
            centre=profile.centre_id,
            month=profile.month,
            mode=profile.mode,
            channel=profile.channel,
            language=profile.language,
            theme=theme,
            question="",
            **{question: getattr(profile, question) for question in Profile.__dataclass_fields__},
        )
        said = same.aggregate(said=Sum("people"))["said"] or 0
        if said < profile.people:
            return False
    return True
