"""What changes a centre: its hours, closures, notices and screens."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from phare.centres.choices import Hours, ScreenKind
from phare.centres.models import (
    Centre,
    Closure,
    Derogation,
    Notice,
    OpeningHours,
    OwnedByCentre,
    Partner,
    SchoolHoliday,
    Screen,
    new_key,
)
from phare.centres.remembered import hold_room
from phare.ground.live import wake


class TextIsMissing(Exception):
    """A sentence for the public lacks a language; `languages` says which."""

    def __init__(self, languages: list[str]) -> None:
        super().__init__(", ".join(languages))
        self.languages = languages


class DaysRunBackwards(Exception):
    """The last day is before the first one."""


class HoursRunBackwards(Exception):
    """The closing hour is not after the opening hour."""


def _every_language(text: Mapping[str, str], needed: tuple[str, ...]) -> None:
    missing = [code for code in needed if not text.get(code)]
    if missing:
        raise TextIsMissing(missing)


def _forward(first: date, last: date) -> None:
    if last < first:
        raise DaysRunBackwards


def _said_once[Row: OwnedByCentre](model: type[Row], *, centre: Centre, **values: Any) -> Row:
    """A row, or the one that says the very same already: a form sent twice is written once."""
    hold_room()
    found = model._default_manager.filter(centre=centre, **values).order_by("pk").first()
    return found or model._default_manager.create(centre=centre, **values)


@transaction.atomic
def publish_notice(
    *,
    centre: Centre,
    text: Mapping[str, str],
    level: str,
    shown_from: datetime,
    shown_until: datetime,
) -> Notice:
    """Shown on every face at once. French and Dutch are both needed."""
    _every_language(text, ("fr", "nl"))
    if shown_until <= shown_from:
        raise HoursRunBackwards
    notice = _said_once(
        Notice,
        centre=centre,
        text=dict(text),
        level=level,
        shown_from=shown_from,
        shown_until=shown_until,
    )
    wake(f"centre-{centre.pk}")
    return notice


@transaction.atomic
def withdraw_notice(notice: Notice, *, at: datetime) -> None:
    """The notice is shown no more from `at` on; it stays in the history."""
    if notice.shown_from >= at:
        notice.delete()
    else:
        notice.shown_until = min(notice.shown_until, at)
        notice.save(update_fields=["shown_until"])
    wake(f"centre-{notice.centre_id}")


@transaction.atomic
def close_service(
    *,
    centre: Centre,
    service: str,
    regime: str,
    first_on: date,
    last_on: date,
    reason: str,
    sentence: Mapping[str, str],
) -> Closure:
    """A service runs otherwise, or not, on those days; the sentence is needed in four languages."""
    _forward(first_on, last_on)
    _every_language(sentence, ("fr", "nl", "en", "de"))
    closure = _said_once(
        Closure,
        centre=centre,
        service=service,
        regime=regime,
        first_on=first_on,
        last_on=last_on,
        reason=reason,
        sentence=dict(sentence),
    )
    wake(f"centre-{centre.pk}")
    return closure


@transaction.atomic
def cancel_closure(closure: Closure) -> None:
    closure.delete()
    wake(f"centre-{closure.centre_id}")


@transaction.atomic
def grant_derogation(
    *,
    centre: Centre,
    rule: str,
    granted_by: str,
    granted_on: date,
    first_on: date,
    last_on: date,
    reason: Mapping[str, str],
) -> Derogation:
    _forward(first_on, last_on)
    _every_language(reason, ("fr", "nl"))
    return _said_once(
        Derogation,
        centre=centre,
        rule=rule,
        granted_by=granted_by,
        granted_on=granted_on,
        first_on=first_on,
        last_on=last_on,
        reason=dict(reason),
    )


@transaction.atomic
def set_opening_hours(
    *,
    centre: Centre,
    kind: str,
    weekday: int,
    spans: list[tuple[time, time]],
    valid_from: date,
) -> None:
    """Replaces the hours of one kind and weekday from `valid_from` on; the past stays as it was."""
    for opens, closes in spans:
        if closes <= opens:
            raise HoursRunBackwards
    rows = OpeningHours.objects.select_for_update(of=("self",)).filter(
        centre=centre, kind=Hours(kind), weekday=weekday
    )
    rows.filter(valid_from__gte=valid_from).delete()
    for row in rows.exclude(valid_until__lt=valid_from):
        row.valid_until = date.fromordinal(valid_from.toordinal() - 1)
        row.save(update_fields=["valid_until"])
    for opens, closes in spans:
        OpeningHours.objects.create(
            centre=centre,
            kind=kind,
            weekday=weekday,
            opens=opens,
            closes=closes,
            valid_from=valid_from,
        )
    wake(f"centre-{centre.pk}")


@transaction.atomic
def add_school_holiday(
    *, centre: Centre, name: Mapping[str, str], first_on: date, last_on: date
) -> SchoolHoliday:
    _forward(first_on, last_on)
    _every_language(name, ("fr", "nl"))
    return _said_once(
        SchoolHoliday, centre=centre, name=dict(name), first_on=first_on, last_on=last_on
    )


@transaction.atomic
def add_screen(*, centre: Centre, kind: ScreenKind, name: str, key: str = "") -> Screen:
    """A kiosk or board; its key is random unless one is given (the demo's are known).

    Two of a kind have two names: the same name again is the screen there is.
    """
    hold_room()
    same = Screen.objects.filter(centre=centre, kind=kind, name=name).order_by("pk").first()
    return same or Screen.objects.create(centre=centre, kind=kind, name=name, key=key or new_key())


@transaction.atomic
def renew_screen_key(screen: Screen) -> Screen:
    """The old address of the kiosk or board stops answering."""
    screen.key = new_key()
    screen.save(update_fields=["key"])
    return screen


@transaction.atomic
def add_partner(
    *, centre: Centre, name: Mapping[str, str], kind: str, since: date, until: date | None = None
) -> Partner:
    _every_language(name, ("fr", "nl"))
    return _said_once(Partner, centre=centre, name=dict(name), kind=kind, since=since, until=until)


@transaction.atomic
def set_training(*, centre: Centre, training: bool) -> None:
    """In training nothing enters a figure."""
    centre.training = training
    centre.save(update_fields=["training"])
    wake(f"centre-{centre.pk}")
