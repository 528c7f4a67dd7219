"""What a planning covers: who answers which theme in which language, half-day by half-day. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phare.ground.periods import Period, overlap, without
from phare.people.rules import may_answer
from phare.rota.queries import Cover

MORNING, AFTERNOON = "MORNING", "AFTERNOON"


@dataclass(frozen=True)
class HalfDay:
    """The open hours of a day before or after noon."""

    day: date
    half: str
    spans: tuple[Period, ...]


@dataclass(frozen=True)
class Cell:
    """One theme in one language on one half-day: how many desks answer, and when none does."""

    theme: str
    language: str
    half_day: HalfDay
    desks: int
    gaps: tuple[Period, ...]

    @property
    def is_hole(self) -> bool:
        """Nobody at any moment."""
        return self.desks == 0

    @property
    def is_partial(self) -> bool:
        """Somebody, but not all the time."""
        return self.desks > 0 and bool(self.gaps)


def half_days(open_hours: Mapping[date, Sequence[Period]], *, noon: Mapping) -> list[HalfDay]:
    """The open hours of each day, cut at its `noon`; a half-day without any is left out."""
    found = []
    for day, spans in open_hours.items():
        cut: datetime = noon[day]
        before = tuple(p for s in spans if (p := Period(s.start, min(s.end, cut))))
        after = tuple(p for s in spans if (p := Period(max(s.start, cut), s.end)))
        found += [HalfDay(day, h, p) for h, p in ((MORNING, before), (AFTERNOON, after)) if p]
    return found


def coverage(
    covers: Iterable[Cover],
    *,
    half_days: Sequence[HalfDay],
    themes: Sequence[str],
    languages: Sequence[str],
) -> list[Cell]:
    """A cell for every theme, language and half-day, in that order."""
    planned = list(covers)
    return [
        _cell(theme, language, half, _answering(planned, theme, language))
        for theme in themes
        for language in languages
        for half in half_days
    ]


def _answering(covers: Sequence[Cover], theme: str, language: str) -> list[Period]:
    return [c.period for c in covers if may_answer(c.competences, theme, language)]


def _cell(theme: str, language: str, half: HalfDay, there: Sequence[Period]) -> Cell:
    present = [p for p in there if any(overlap(span, [p]) for span in half.spans)]
    gaps = tuple(gap for span in half.spans for gap in without(span, present))
    return Cell(theme, language, half, len(present), gaps)
