"""How somebody looks at the agenda, as the address says it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict

from phare.activities.choices import Mode
from phare.activities.queries.agenda import EVERYTHING, Wanted
from phare.centres.queries import Centre, audiences, languages, themes
from phare.faces.shared.requests import whole_number
from phare.ground import clock
from phare.ground.periods import Days

DAY, WEEK, LIST, THEME = "day", "week", "list", "theme"
WAYS = (DAY, WEEK, LIST, THEME)
A_WEEK = timedelta(days=7)
AHEAD = timedelta(days=56)  # what the view by theme shows
FURTHEST = timedelta(days=730)


@dataclass(frozen=True)
class Look:
    """`on` is None for now: an address without a date stays true tomorrow."""

    today: date
    by: str = WEEK
    on: date | None = None
    page: int = 1
    wanted: Wanted = field(default=EVERYTHING)

    @property
    def first(self) -> date:
        return self.on or self.today

    @property
    def days(self) -> Days | None:
        """What is shown; None is everything from now on."""
        if self.by == LIST:
            return None
        span = {DAY: timedelta(), WEEK: timedelta(days=6), THEME: AHEAD}[self.by]
        return Days(self.first, self.first + span)

    @property
    def step(self) -> timedelta:
        return {DAY: timedelta(days=1), THEME: AHEAD}.get(self.by, A_WEEK)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        wanted = self.wanted
        pairs = [("by", self.by)] if self.by != WEEK else []
        pairs += [("on", self.on.isoformat())] if self.on else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        pairs += filter_pairs(wanted)
        return pairs

    @property
    def query(self) -> str:
        """What follows the address, with its question mark."""
        return f"?{urlencode(self.pairs)}" if self.pairs else ""

    @property
    def feed_query(self) -> str:
        """The filter alone: a feed has all dates to come."""
        pairs = filter_pairs(self.wanted)
        return f"?{urlencode(pairs)}" if pairs else ""

    def by_way(self, way: str) -> "Look":
        return replace(self, by=way, page=1)

    def at(self, day: date) -> "Look":
        return replace(self, on=day if day > self.today else None, page=1)

    def says_it_all(self, query: str) -> bool:
        """Whether an address held nothing else: only then its page may be shown to others."""
        asked = [pair for pair in parse_qsl(query) if pair not in {("by", WEEK), ("page", "1")}]
        return sorted(asked) == sorted(self.pairs)


def filter_pairs(wanted: Wanted) -> list[tuple[str, str]]:
    """What narrows a list, as it stands in an address of ours or of a feed."""
    pairs = [("theme", code) for code in wanted.themes]
    pairs += [("lang", code) for code in wanted.languages]
    pairs += [("for", code) for code in wanted.audiences]
    pairs += [("mode", wanted.mode)] if wanted.mode else []
    pairs += [("free", "1")] if wanted.with_places else []
    return pairs


def wanted_in(asked: QueryDict, *, centre: Centre) -> Wanted:
    """What an address narrows a list to; words that are none of ours narrow nothing."""

    def chosen(name: str, known: Collection[str]) -> tuple[str, ...]:
        given = asked.getlist(name)
        return tuple(code for code in known if code in given)

    mode = asked.get("mode", "")
    return Wanted(
        themes=chosen("theme", [one.code for one in themes(centre=centre)]),
        languages=chosen("lang", [one.code for one in languages(centre=centre)]),
        audiences=chosen("for", [one.code for one in audiences(centre=centre)]),
        mode=mode if mode in Mode.values else "",
        with_places=asked.get("free") == "1",
    )


def look_in(asked: QueryDict, *, centre: Centre) -> Look:
    today = clock.today(centre.time_zone)
    by = asked.get("by", WEEK)
    return Look(
        today=today,
        by=by if by in WAYS else WEEK,
        on=_day(asked.get("on", ""), today),
        page=max(1, whole_number(asked.get("page", "")) or 1),
        wanted=wanted_in(asked, centre=centre),
    )


def _day(text: str, today: date) -> date | None:
    """A day to come; the past is not shown."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if today < day < today + FURTHEST else None
