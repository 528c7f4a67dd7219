"""Contacts, from what this house counted itself, else from what was imported; never both."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from phare.centres.models import Centre
from phare.contacts.queries import contacts_in, first_day
from phare.ground.periods import Days
from phare.indicators.definitions import PeriodKind, Precision
from phare.indicators.figures import Figure
from phare.indicators.queries.imported import imported_figures
from phare.indicators.sources import family, preferred

Key = tuple[str, ...]
START = timedelta(days=45)  # a house that began to count this late in a period missed too much


class Origin(models.TextChoices):
    """Where a figure comes from."""

    OWN = "OWN", _("counted by this house")
    IMPORTED = "IMPORTED", _("imported")
    BOTH = "BOTH", _("some centres counted by this house, others imported")
    NONE = "NONE", _("not known")


@dataclass(frozen=True)
class Counted:
    """Numbers by code, where they come from, and since when this house counts, if within."""

    origin: str
    values: Mapping[Key, int]
    sources: tuple[str, ...] = ()
    since: date | None = None
    precision: str = Precision.EXACT

    @property
    def total(self) -> int:
        return sum(self.values.values())

    def __bool__(self) -> bool:
        return self.origin != Origin.NONE


NOTHING = Counted(Origin.NONE, {})
Own = Callable[[Days, Centre], Mapping[Key, int]]


def _counted(days: Days, centres: Sequence[Centre], own: Own, place: Key) -> Counted:
    """Each centre by itself, then added up: what it counted, or what was imported for it."""
    parts = [part for centre in centres if (part := _of_centre(days, centre, own, place))]
    if not parts:
        return NOTHING
    values: dict[Key, int] = defaultdict(int)
    for part in parts:
        for key, people in part.values.items():
            values[key] += people
    origins = {part.origin for part in parts}
    return Counted(
        origins.pop() if len(origins) == 1 else Origin.BOTH,
        dict(values),
        tuple(sorted({source for part in parts for source in part.sources})),
        max((part.since for part in parts if part.since), default=None),
        next((p.precision for p in parts if p.precision != Precision.EXACT), Precision.EXACT),
    )


def _of_centre(days: Days, centre: Centre, own: Own, place: Key) -> Counted:
    began = first_day(centres=[centre])
    if began is not None and began <= days.first:
        return Counted(Origin.OWN, own(days, centre))
    found = stated(days, centres=[centre], indicator=place[0], items=place[1:])
    late = began is None or began > days.last or began - days.first > START
    if (found and late) or began is None or began > days.last:
        return found
    return Counted(Origin.OWN, own(days, centre), since=began)


def stated(
    days: Days, *, centres: Sequence[Centre], indicator: str, items: Sequence[str] = ()
) -> Counted:
    """Imported figures of exactly those days: a year, else its months, else its days.

    Several centres are added up. `items` narrows it down.
    """
    values: dict[Key, int] = defaultdict(int)
    sources: set[str] = set()
    precision: str = Precision.EXACT
    for centre in centres:
        found = _chosen(days, centre, indicator)
        best = [f for f in found if not items or f.item in items]
        for figure in _covering(days, best):
            values[(figure.item,)] += int(figure.value)
            sources.add(figure.source)
            if figure.precision != Precision.EXACT:
                precision = figure.precision
    if not values:
        return NOTHING
    return Counted(Origin.IMPORTED, dict(values), tuple(sorted(sources)), precision=precision)


def _chosen(days: Days, centre: Centre, indicator: str) -> list[Figure]:
    """The lines of an indicator in those days, of the source that is believed of the whole year:
    so that a part of a year, a total and its parts all come from the same one."""
    years = Days(date(days.first.year, 1, 1), date(days.last.year, 12, 31))
    known = imported_figures(centres=[centre], days=years, indicators=family(indicator))
    best = preferred(known).values()
    return [f for f in best if f.indicator == indicator and days.first <= f.first_on <= days.last]


def _covering(days: Days, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of one kind that tell of all those days: the year, or months or days of every
    month. Days on which a house is closed have no figure, so one day stands for its month."""
    wanted = {(day.year, day.month) for day in days}
    for kind in (PeriodKind.YEAR, PeriodKind.MONTH, PeriodKind.DAY):
        fit = [f for f in figures if f.kind == kind and f.last_on <= days.last]
        if kind == PeriodKind.YEAR:
            if fit and days == Days.of_year(days.first.year):
                return fit
        elif {(f.first_on.year, f.first_on.month) for f in fit} == wanted:
            return fit
    return []


def _sums(*by: str, **only: str) -> Own:
    """Own contacts by those dimensions."""

    def own(days: Days, centre: Centre) -> dict[Key, int]:
        rows = contacts_in(days, centres=[centre], by=by, **only)
        return {tuple(str(row[name]) for name in by): row["people"] for row in rows}

    return own


def contacts_total(days: Days, *, centres: Sequence[Centre]) -> Counted:
    """All contacts, under the key ("ALL",); added up from the modes where only they are known."""

    def own(span: Days, centre: Centre) -> dict[Key, int]:
        rows = contacts_in(span, centres=[centre])
        return {("ALL",): sum(row["people"] for row in rows)}

    found = _counted(days, centres, own, ("contacts", "ALL"))
    if found:
        return found
    modes = contacts_by_mode(days, centres=centres)
    if not modes:
        return NOTHING
    return Counted(modes.origin, {("ALL",): modes.total}, modes.sources, modes.since)


def contacts_by_mode(days: Days, *, centres: Sequence[Centre]) -> Counted:
    return _counted(days, centres, _sums("mode"), ("contacts_by_mode",))


def advice_by_channel(days: Days, *, centres: Sequence[Centre]) -> Counted:
    """Individual advice only."""
    return _counted(days, centres, _sums("channel", mode="ADVICE"), ("advice_by_channel",))


def contacts_by_month(days: Days, *, centres: Sequence[Centre]) -> Counted:
    """By (month as 2021-03, mode)."""

    def own(span: Days, centre: Centre) -> dict[Key, int]:
        rows = contacts_in(span, centres=[centre], by=("month", "mode"))
        return {(f"{row['month']:%Y-%m}", row["mode"]): row["people"] for row in rows}

    counted = _counted(days, centres, own, ("contacts_by_mode", "-"))
    return counted or _imported_months(days, centres)


def _imported_months(days: Days, centres: Sequence[Centre]) -> Counted:
    """Months of former tools, and their days added up where a month itself is not known."""
    values: dict[Key, int] = defaultdict(int)
    sources = set()
    for centre in centres:
        found = _chosen(days, centre, "contacts_by_mode")
        exact = [f for f in found if f.precision == Precision.EXACT]
        months = {(f.first_on, f.item) for f in exact if f.kind == PeriodKind.MONTH}
        for figure in exact:
            month = figure.first_on.replace(day=1)
            if figure.kind == PeriodKind.YEAR:
                continue
            if figure.kind == PeriodKind.DAY and (month, figure.item) in months:
                continue
            values[(f"{month:%Y-%m}", figure.item)] += int(figure.value)
            sources.add(figure.source)
    if not values:
        return NOTHING
    return Counted(Origin.IMPORTED, dict(values), tuple(sorted(sources)))


def contacts_by_theme_and_language(days: Days, *, centres: Sequence[Centre]) -> Counted:
    """By (theme, language): a contact about two themes stands under each. Never imported."""
    return _counted(days, centres, _sums("theme", "language"), ("contacts_by_theme_and_language",))


def schemes(days: Days, *, centres: Sequence[Centre]) -> Counted:
    """By tag; contacts without a tag are left out, and tags are never added up."""

    def own(span: Days, centre: Centre) -> dict[Key, int]:
        rows = contacts_in(span, centres=[centre], by=("scheme",))
        return {(row["scheme"],): row["people"] for row in rows if row["scheme"]}

    return _counted(days, centres, own, ("schemes",))
