"""What there is to do for a session or an activity, by a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from phare.activities.models import Activity, Session, Task
from phare.activities.rules import checklist
from phare.ground import clock
from phare.ground.text import masked

if TYPE_CHECKING:
    from phare.people.models import Person


class NothingToDo(Exception):
    """A task says what is to be done."""


@transaction.atomic
def add_checklist(session: Session, *, modes: Sequence[str]) -> None:
    """What every session of its kind asks for; what would be late already is due today."""
    zone = session.centre.time_zone
    day, today = clock.local(session.starts_at, zone).date(), clock.today(zone)
    Task.objects.bulk_create(
        Task(
            centre_id=session.centre_id,
            activity_id=session.activity_id,
            session=session,
            what=chore,
            due_on=max(day - timedelta(days=before), today),
        )
        for chore, before in checklist(session.activity.kind, modes)
    )


@transaction.atomic
def add_task(
    activity: Activity,
    *,
    what: str,
    due_on: date,
    session: Session | None = None,
    person: "Person | None" = None,
) -> Task:
    """The very same again is the task there is. Raises `NothingToDo`."""
    if not what.strip():
        raise NothingToDo
    row, _ = Task.objects.get_or_create(
        centre=activity.centre,
        activity=activity,
        session=session,
        what=masked(what.strip()),
        due_on=due_on,
        defaults={"person": person},
    )
    return row


@transaction.atomic
def settle_task(task: Task, *, done: bool) -> None:
    """Done, or to be done after all."""
    task.done = done
    task.save(update_fields=["done"])


@transaction.atomic
def drop_task(task: Task) -> None:
    task.delete()
