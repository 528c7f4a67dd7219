"""Facts that rooms above or beside may answer: after commit, at most once, in no order.

What must not be lost is a row or a job (`phare.ground.jobs`), never an event.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from django.db import transaction

logger = logging.getLogger(__name__)
_answers: dict[type, Sequence[Callable]] = {}


def wire(answers: Mapping[type, Sequence[Callable]]) -> None:
    """Replaces the table of who answers which event."""
    _answers.clear()
    _answers.update(answers)


def announce(event: object) -> None:
    """Tells every answer of `type(event)` after commit; one that fails is logged."""
    for answer in _answers.get(type(event), ()):
        transaction.on_commit(partial(_tell, answer, event))


def _tell(answer: Callable, event: object) -> None:
    try:
        answer(event)
    except Exception:
        logger.exception("no answer to %s", type(event).__name__)
