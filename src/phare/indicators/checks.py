"""General checks of imported figures: nothing here knows a number, only definitions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from phare.indicators import findings
from phare.indicators.definitions import (
    INDICATORS,
    Indicator,
    PeriodKind,
    Precision,
)
from phare.indicators.figures import Figure, tidy
from phare.indicators.findings import Check, Finding, Weight
from phare.indicators.growth import growth_between
from phare.indicators.part_sums import part_findings
from phare.indicators.percentages import copied_findings, percentage_findings
from phare.indicators.sources import UNKEPT, Key, key_of, preferred
from phare.indicators.stated_growth import growth_findings

NEAR = Decimal("0.05")  # how far "about" may be from the exact figure
APART = 50  # points of growth by which two related figures may differ


def check_figures(figures: Sequence[Figure]) -> list[Finding]:
    """Everything that does not fit, heaviest first, then newest, as they were imported."""
    figures = sorted(figures, key=lambda figure: figure.kept or UNKEPT)
    best = preferred(figures)
    found = [
        *part_findings(figures, best),
        *_months(best),
        *percentage_findings(best),
        *_bounds(figures),
        *_sources(figures, best),
        *_together(best),
        *copied_findings(best),
        *growth_findings(figures, best),
    ]
    order = list(Weight)
    return sorted(found, key=lambda f: (order.index(Weight(f.weight)), -f.year, f.indicators))


def _known(figures: Iterable[Figure]) -> Iterator[tuple[Indicator, Figure]]:
    for figure in figures:
        if figure.indicator in INDICATORS:
            yield INDICATORS[figure.indicator], figure


def _months(best: dict[Key, Figure]) -> Iterator[Finding]:
    """Twelve months add up to their year."""
    for (code, item, kind, first), year in best.items():
        if kind != PeriodKind.YEAR or year.precision != Precision.EXACT or code not in INDICATORS:
            continue
        months = [
            best.get((code, item, PeriodKind.MONTH, date(first.year, month, 1)))
            for month in range(1, 13)
        ]
        known = tuple(month for month in months if month is not None)
        values = [month.value for month in known]
        if len(values) == 12 and sum(values) != year.value:
            yield Finding(
                Check.PARTS,
                Weight.CONTRADICTION,
                year.year,
                (code,),
                findings.MONTHS,
                {
                    "indicator": INDICATORS[code].name,
                    "item": INDICATORS[code].item_name(item),
                    "year": str(year.year),
                    "sum": tidy(Decimal(sum(values))),
                    "total": tidy(year.value),
                    "gap": tidy(sum(values) - year.value),
                },
                (year, *known),
            )


def _bounds(figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "More than" is below the exact figure; "about" is near it."""
    exact = {key_of(f): f for f in figures if f.precision == Precision.EXACT}
    for one, figure in _known(figures):
        known = exact.get(key_of(figure))
        if known is None or figure.precision == Precision.EXACT:
            continue
        more = figure.precision == Precision.MORE_THAN
        off = known.value <= figure.value if more else _far(known.value, figure.value)
        if off:
            yield Finding(
                Check.BOUND,
                Weight.CONTRADICTION,
                figure.year,
                (one.code,),
                findings.BOUND if more else findings.ROUNDED,
                {
                    "indicator": one.name,
                    "item": one.item_name(figure.item),
                    "year": figure.when,
                    "bound": tidy(figure.value),
                    "exact": tidy(known.value),
                },
                (figure, known),
            )


def _far(exact: Decimal, stated: Decimal) -> bool:
    return abs(exact - stated) > NEAR * max(abs(exact), abs(stated))


def _sources(figures: Sequence[Figure], best: dict[Key, Figure]) -> Iterator[Finding]:
    """Exact figures of one line and period are the same from every source."""
    groups: dict[Key, dict[Decimal, Figure]] = defaultdict(dict)
    for _one, figure in _known(figures):
        if figure.precision == Precision.EXACT:
            groups[key_of(figure)].setdefault(figure.value, figure)
    for key, group in groups.items():
        chosen = best.get(key)
        first, *others = sorted(group.values(), key=lambda f: not chosen or f.value != chosen.value)
        one = INDICATORS[first.indicator]
        for other in others:
            yield Finding(
                Check.SOURCES,
                Weight.CONTRADICTION,
                first.year,
                (one.code,),
                findings.SOURCES,
                {
                    "indicator": one.name,
                    "item": one.item_name(first.item),
                    "year": first.when,
                    "one": tidy(first.value),
                    "other": tidy(other.value),
                },
                (first, other),
            )


def _together(best: dict[Key, Figure]) -> Iterator[Finding]:
    """Two figures that measure the same movement do not part from one year to the next."""
    for one, figure in _known(list(best.values())):
        if one.moves_with is None or figure.kind != PeriodKind.YEAR:
            continue
        year = figure.year
        four = [
            best.get((*place, PeriodKind.YEAR, date(when, 1, 1)))
            for place in ((one.code, figure.item), one.moves_with)
            for when in (year - 1, year)
        ]
        rests_on = tuple(known for known in four if known is not None)
        if len(rests_on) < len(four):
            continue
        before, now, with_before, with_now = (known.value for known in rests_on)
        pair = (growth_between(before, now), growth_between(with_before, with_now))
        if pair[0] is None or pair[1] is None or abs(pair[0] - pair[1]) <= APART:
            continue
        yield Finding(
            Check.TOGETHER,
            Weight.DOUBT,
            year,
            (one.code, one.moves_with[0]),
            findings.TOGETHER,
            {
                "indicator": one.name,
                "with_name": INDICATORS[one.moves_with[0]].name,
                "before": str(year - 1),
                "year": str(year),
                "one": pair[0].quantize(Decimal("0.1")),
                "other": pair[1].quantize(Decimal("0.1")),
            },
            rests_on,
        )
