"""Sessions made from a pattern. An exception is a session of it that was changed or cancelled."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max, Min

from phare.activities.actions.planning import Plan, plan_session, refuse_plan
from phare.activities.actions.rooming import RoomIsTaken
from phare.activities.choices import SessionState
from phare.activities.models import Activity, Recurrence, Session
from phare.activities.queries.dates import Date, dates_of
from phare.activities.queries.planned import facilitations, with_places
from phare.activities.repeating import extended
from phare.ground import clock


class NothingToExtend(Exception):
    """No session of the pattern is left to go on from."""


class MadeAlready(Exception):
    """The same form was sent twice, and the other was first."""


class NoDates(Exception):
    """The pattern gives no date on which the session can take place."""


@transaction.atomic
def plan_recurrence(
    activity: Activity, *, rule: str, plan: Plan, skips_holidays: bool = True, key: str = ""
) -> tuple[Recurrence, list[Session]]:
    """A session on each date of `rule` from that of `plan` on, where the house is open and the
    rooms are free. The same `key` again changes nothing.

    Raises `NotAPattern`, `NoDates`, and what `plan_session` does.
    """
    centre = activity.centre
    refuse_plan(plan, centre=centre)
    there = _made_with(key, activity)
    if there is not None:
        return there
    dates = dates_of(
        rule,
        centre=centre,
        start=plan.start,
        end=plan.end,
        rooms=plan.rooms,
        skips_holidays=skips_holidays,
    )
    try:
        with transaction.atomic():
            row = Recurrence.objects.create(centre=centre, rule=rule, skips_holidays=skips_holidays)
            sessions = _made(activity, row, plan, dates, key=key)
    except MadeAlready:
        there = _made_with(key, activity)
        if there is None:
            raise
        return there
    if not sessions:
        raise NoDates
    return row, sessions


def _made_with(key: str, activity: Activity) -> tuple[Recurrence, list[Session]] | None:
    """What the same form made already: its first session has the key."""
    first = Session.objects.filter(centre=activity.centre, activity=activity, key=key).first()
    if not key or first is None or first.recurrence is None:
        return None
    found = Session.objects.filter(recurrence=first.recurrence).order_by("original_start", "pk")
    return first.recurrence, list(found)


def _made(
    activity: Activity, row: Recurrence, plan: Plan, dates: list[Date], *, key: str = ""
) -> list[Session]:
    """A session for each date that has none yet; one whose room was taken just now is left out."""
    sessions: list[Session] = []
    for date_of in dates:
        if date_of.left_out:
            continue
        one = date_of.occurrence
        closes = None if plan.closes_at is None else one.start - (plan.start - plan.closes_at)
        dated = replace(plan, start=one.start, end=one.end, closes_at=closes)
        try:
            with transaction.atomic():
                session = plan_session(
                    activity,
                    plan=dated,
                    key=key if not sessions else "",
                    recurrence=row,
                    original_start=one.start,
                )
        except RoomIsTaken:
            continue
        except IntegrityError as error:
            if "session_once_a_recurrence" not in str(error):
                raise
            continue
        if session.recurrence_id != row.pk:
            raise MadeAlready
        sessions.append(session)
    return sessions


@transaction.atomic
def extend_recurrence(recurrence: Recurrence, *, until: date) -> list[Session]:
    """The same pattern up to a later day; says which sessions are new.

    What there is stays as it is, changed and cancelled ones included. Extending twice at once
    makes every date once: the database sees to it. Raises `NothingToExtend`.
    """
    known = Session.objects.filter(recurrence=recurrence)
    ends = known.aggregate(first=Min("original_start"), last=Max("original_start"))
    model = known.exclude(state=SessionState.CANCELLED).order_by("-original_start", "-pk").first()
    if model is None:
        model = known.order_by("-original_start", "-pk").first()
    if model is None:
        raise NothingToExtend
    centre, zone = recurrence.centre, recurrence.centre.time_zone
    rule = extended(recurrence.rule, until=until)
    plan = plan_like(model)
    start: datetime = ends["first"]
    dates = dates_of(
        rule,
        centre=centre,
        start=start,
        end=start + (plan.end - plan.start),
        rooms=plan.rooms,
        skips_holidays=recurrence.skips_holidays,
        after=ends["last"],
    )
    last = clock.moment(until + timedelta(days=1), time(), zone)
    sessions = _made(
        model.activity, recurrence, plan, [d for d in dates if d.occurrence.start < last]
    )
    if sessions:
        recurrence.rule = rule
        recurrence.save(update_fields=["rule"])
    return sessions


def plan_like(session: Session) -> Plan:
    """What the last session of a pattern was, for the next ones."""
    planned = with_places([session], centre=session.centre)[0]
    return Plan(
        start=session.starts_at,
        end=session.ends_at,
        languages=session.languages,
        places={one.mode: one.planned for one in planned.places},
        rooms=planned.rooms,
        address=session.address,
        note=session.note,
        video=session.video,
        video_address=session.video_address,
        closes_at=session.closes_at,
        staff=[one.person for one in facilitations(session)],
        series=session.series,
        track=session.track,
        plenary=session.plenary,
    )
