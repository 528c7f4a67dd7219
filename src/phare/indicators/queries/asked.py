"""What was asked for and not given, and how long people waited: counters, no person in them."""

from collections.abc import Sequence

from phare.centres.models import Centre
from phare.contacts.choices import Counted as C
from phare.contacts.queries import counters_in
from phare.ground.periods import Days

DEMAND = (C.TICKET, C.CALLED, C.LEFT, C.NO_SHOW, C.NOT_SERVED, C.TRANSFERRED, C.NOBODY_IN)
CLASSES = (C.WAIT_5, C.WAIT_15, C.WAIT_30, C.WAIT_60, C.WAIT_MORE)


def asked(days: Days, *, centres: Sequence[Centre]) -> dict[str, int]:
    """Tickets taken and what became of them, by counter code."""
    totals = _totals(days, centres)
    return {code.value: totals.get(code, 0) for code in DEMAND}


def unserved(days: Days, *, centres: Sequence[Centre]) -> dict[tuple[str, ...], int]:
    """(theme, language) to how often somebody asked and nobody was in."""
    rows = counters_in(days, centres=centres, by=("counted", "theme", "language"))
    return {
        (row["theme"], row["language"]): row["total"]
        for row in rows
        if row["counted"] == C.NOBODY_IN
    }


def waits(days: Days, *, centres: Sequence[Centre]) -> dict[str, int]:
    """Class of wait to people called."""
    totals = _totals(days, centres)
    return {code.value: totals.get(code, 0) for code in CLASSES}


def mean_wait(days: Days, *, centres: Sequence[Centre]) -> float | None:
    """Minutes waited on average; None when nobody was called."""
    totals = _totals(days, centres)
    people = sum(totals.get(code, 0) for code in CLASSES)
    return totals.get(C.WAIT_MINUTES, 0) / people if people else None


def _totals(days: Days, centres: Sequence[Centre]) -> dict[str, int]:
    return {row["counted"]: row["total"] for row in counters_in(days, centres=centres)}
