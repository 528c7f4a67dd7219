"""Opening, pausing and closing a desk."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from phare.centres.models import Centre, Place
from phare.ground import clock
from phare.ground.live import wake
from phare.tickets.actions.days import sweep_centre
from phare.tickets.choices import DeskState, State
from phare.tickets.events import queue_topic
from phare.tickets.models import OpenDesk, Ticket

if TYPE_CHECKING:
    from phare.people.models import Person


class DeskIsTaken(Exception):
    """A colleague sits there, or the person sits at another desk."""


class NothingToAnswer(Exception):
    """A desk without any theme and language would never get anybody."""


class TicketIsOpen(Exception):
    """Somebody is still at the desk, or set aside there: close that first."""


@transaction.atomic
def open_desk(
    person: "Person",
    *,
    centre: Centre,
    desk: Place,
    answers: Sequence[str],
    audiences: Sequence[str] = (),
) -> OpenDesk:
    """`person` sits at `desk` and answers those needs. Raises `DeskIsTaken`, `NothingToAnswer`."""
    if not answers:
        raise NothingToAnswer
    if Ticket.objects.filter(
        centre=centre,
        day__lt=clock.today(centre.time_zone),
        state__in=[State.CALLED, State.PARKED],
    ).exists():
        # The machine was off at night: yesterday is closed before today's first interview.
        sweep_centre(centre=centre)
    try:
        with transaction.atomic():
            opened = OpenDesk.objects.create(
                centre=centre,
                desk=desk,
                person=person,
                answers=list(answers),
                audiences=list(audiences),
                opened_at=clock.now(),
            )
    except IntegrityError as error:
        raise DeskIsTaken from error
    wake(queue_topic(centre.pk))
    return opened


@transaction.atomic
def pause_desk(opened: OpenDesk, *, until: datetime | None) -> OpenDesk:
    opened.state, opened.paused_until = DeskState.PAUSED, until
    opened.save(update_fields=["state", "paused_until"])
    wake(queue_topic(opened.centre_id))
    return opened


@transaction.atomic
def resume_desk(opened: OpenDesk) -> OpenDesk:
    opened.state, opened.paused_until = DeskState.OPEN, None
    opened.save(update_fields=["state", "paused_until"])
    wake(queue_topic(opened.centre_id))
    return opened


@transaction.atomic
def free_desk(opened: OpenDesk) -> int:
    """Closes a desk whose counsellor is gone; its visitors take their old places again.

    Returns how many went back to the queue.
    """
    _hold(opened)
    there = Ticket.objects.select_for_update(of=("self",)).filter(
        centre=opened.centre_id, desk=opened.desk_id, state__in=[State.CALLED, State.PARKED]
    )
    back = there.update(state=State.WAITING, desk=None, second_desk=None, parked_slot=None)
    close_desk(opened)
    return back


@transaction.atomic
def free_desk_of(person_id: int, *, centre: Centre) -> None:
    """The desk of somebody who left the team, if there is one."""
    opened = OpenDesk.objects.filter(centre=centre, person=person_id).first()
    if opened is not None:
        free_desk(opened)


@transaction.atomic
def close_desk(opened: OpenDesk) -> None:
    """The counsellor leaves the desk. Raises `TicketIsOpen` while somebody is there."""
    _hold(opened)
    there = Ticket.objects.select_for_update(of=("self",)).filter(
        desk=opened.desk_id, state__in=[State.CALLED, State.PARKED]
    )
    if there.exists():
        raise TicketIsOpen
    Ticket.objects.filter(for_desk=opened.desk_id, state=State.WAITING).update(for_desk=None)
    Ticket.objects.filter(second_desk=opened.desk_id).update(second_desk=None)
    opened.delete()
    wake(queue_topic(opened.centre_id))


def _hold(opened: OpenDesk) -> None:
    """Nobody is being called to this desk, and nobody will be, until the transaction ends."""
    OpenDesk.objects.select_for_update(of=("self",)).filter(pk=opened.pk).first()
