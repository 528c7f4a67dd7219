"""Checks of imported percentages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_UP, Decimal
from itertools import pairwise

from phare.indicators import findings
from phare.indicators.definitions import INDICATORS, PeriodKind, Unit
from phare.indicators.figures import Figure, tidy
from phare.indicators.findings import Check, Finding, Weight

HUNDRED = Decimal(100)
Key = tuple[str, str, str, date]
Question = tuple[str, str, str, date]


def _questions(best: Mapping[Key, Figure]) -> dict[Question, list[Figure]]:
    """The percentages that answer one question of one period."""
    found: dict[Question, list[Figure]] = defaultdict(list)
    for figure in best.values():
        one = INDICATORS.get(figure.indicator)
        if one and one.unit == Unit.PERCENT and not one.overlap:
            item = one.item(figure.item)
            question = item.question if item else ""
            found[one.code, question, figure.kind, figure.first_on].append(figure)
    return found


def percentage_findings(best: Mapping[Key, Figure]) -> Iterator[Finding]:
    """The answers to one question add up to 100, but for rounding."""
    for (code, _, _, _), answers in _questions(best).items():
        total = sum((answer.value for answer in answers), Decimal())
        tolerance = _rounding([answer.places for answer in answers])
        gap = HUNDRED - total
        if len(answers) < 2 or abs(gap) <= tolerance:
            continue
        yield Finding(
            Check.PERCENT,
            Weight.DOUBT if gap > 0 else Weight.CONTRADICTION,
            answers[0].year,
            (code,),
            findings.UNSPECIFIED if gap > 0 else findings.ABOVE,
            {
                "indicator": INDICATORS[code].name,
                "year": answers[0].when,
                "sum": tidy(total),
                "gap": tidy(abs(gap)),
                "tolerance": tidy(tolerance),
            },
        )


def _rounding(places: Sequence[int]) -> Decimal:
    """How far from 100 rounding can bring a sum: three standard deviations, or the worst case."""
    halves = [Decimal(5).scaleb(-n - 1) for n in places]
    spread = 3 * sum((half * half / 3 for half in halves), Decimal()).sqrt()
    return min(sum(halves, Decimal()), spread.quantize(Decimal("0.01"), ROUND_UP))


def copied_findings(best: Mapping[Key, Figure]) -> Iterator[Finding]:
    """Measured percentages are not exactly the same two years running."""
    years: dict[tuple[str, str], dict[int, dict[str, Decimal]]] = defaultdict(dict)
    for (code, question, kind, first), answers in _questions(best).items():
        if kind == PeriodKind.YEAR and len(answers) > 1:
            years[code, question][first.year] = {a.item: a.value for a in answers}
    for (code, _question), known in years.items():
        for before, year in pairwise(sorted(known)):
            if year == before + 1 and known[year] == known[before]:
                yield Finding(
                    Check.COPIED,
                    Weight.NOTE,
                    year,
                    (code,),
                    findings.COPIED,
                    {
                        "indicator": INDICATORS[code].name,
                        "before": str(before),
                        "year": str(year),
                    },
                )
