"""The only table of who answers what: events after commit, and the jobs that actions owe."""

from collections.abc import Callable

from phare.centres.queries import centre_numbered
from phare.ground import announce
from phare.people.events import PersonLeft
from phare.tickets.actions import free_desk_of

ANSWERS: dict[type, list[Callable]] = {
    PersonLeft: [
        lambda left: free_desk_of(left.person_id, centre=centre_numbered(centre=left.centre_id))
    ],
}


def connect() -> None:
    """Idempotent: called once per process by `phare.config.apps`."""
    announce.wire(ANSWERS)
