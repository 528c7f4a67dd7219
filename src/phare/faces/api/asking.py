"""What a machine may ask, and how it is told that it asked wrongly."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language

from phare.activities.choices import Mode
from phare.activities.queries.agenda import Wanted
from phare.centres.queries import Centre, audiences, languages, themes
from phare.faces.shared.wording import LANGUAGES, spoken
from phare.ground.periods import Days

A_PAGE, LARGEST_PAGE = 50, 100
LAST_PAGE = 10_000
YEARS = (2000, 2200)


class AskedWrongly(Exception):
    """A parameter that does not exist, or a value it cannot have."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter, self.message = parameter, message


@dataclass(frozen=True)
class SessionsAsked:
    """A list of sessions, as asked for."""

    wanted: Wanted
    days: Days | None
    page: int
    per_page: int
    language: str


def language_asked(query: QueryDict) -> str:
    """The language of the answer: the one asked for, else the one the machine prefers."""
    if "language" not in query:
        return spoken(get_language() or "fr")
    return one_of("language", _said(query, "language"), LANGUAGES)


def sessions_asked(query: QueryDict, *, centre: Centre) -> SessionsAsked:
    refuse_unknown(query, PARAMETERS)
    wanted = Wanted(
        themes=_several(query, "theme", [one.code for one in themes(centre=centre)]),
        languages=_several(query, "spoken", [one.code for one in languages(centre=centre)]),
        audiences=_several(query, "audience", [one.code for one in audiences(centre=centre)]),
        mode=one_of("mode", _said(query, "mode"), Mode.values) if "mode" in query else "",
        with_places=_truth(query, "free"),
    )
    return SessionsAsked(
        wanted=wanted,
        days=_days(query),
        page=_number(query, "page", 1, LAST_PAGE),
        per_page=_number(query, "per_page", A_PAGE, LARGEST_PAGE),
        language=language_asked(query),
    )


PARAMETERS = (
    *("theme", "spoken", "audience", "mode", "free", "from", "until"),
    *("page", "per_page", "language"),
)


def refuse_unknown(query: Mapping[str, Any], known: Collection[str]) -> None:
    """A word that is mistyped must not silently widen an answer."""
    for name in query:
        if name not in known:
            raise AskedWrongly(name, "There is no such parameter.")


def one_of(name: str, value: str, known: Collection[str]) -> str:
    if value not in known:
        raise AskedWrongly(name, f"One of: {', '.join(known)}.")
    return value


def _said(query: QueryDict, name: str) -> str:
    """The last value, as text."""
    return str(query[name])


def _several(query: QueryDict, name: str, known: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_of(name, str(v), known) for v in query.getlist(name)))


def _truth(query: QueryDict, name: str) -> bool:
    return name in query and one_of(name, _said(query, name), ("true", "false")) == "true"


def _number(query: QueryDict, name: str, default: int, at_most: int) -> int:
    if name not in query:
        return default
    text = _said(query, name)
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise AskedWrongly(name, "A whole number.")
    if not 1 <= int(text) <= at_most:
        raise AskedWrongly(name, f"From 1 to {at_most}.")
    return int(text)


def _days(query: QueryDict) -> Days | None:
    if "from" not in query and "until" not in query:
        return None
    first = _day(query, "from", lambda: date(YEARS[0], 1, 1))
    last = _day(query, "until", lambda: date(YEARS[1] - 1, 12, 31))
    return Days(first, last)


def _day(query: QueryDict, name: str, otherwise: Callable[[], date]) -> date:
    if name not in query:
        return otherwise()
    text = _said(query, name)
    try:
        found = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        found = None
    if found is None:
        raise AskedWrongly(name, "A day as YYYY-MM-DD.")
    # Nothing of ours is before or after, and the end of time has no day after it.
    return min(max(found, date(YEARS[0], 1, 1)), date(YEARS[1] - 1, 12, 31))
