"""The growth a report stated, against the growth of its own figures."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from phare.indicators import findings
from phare.indicators.definitions import INDICATORS, Indicator, Item, PeriodKind, Precision, Unit
from phare.indicators.figures import Figure
from phare.indicators.findings import Check, Finding, Weight
from phare.indicators.growth import cut_off, growth_between, rounded

Best = Mapping[tuple[str, str, str, date], Figure]
SPANS = range(1, 6)
NEAR = Decimal("0.5")  # points


def growth_findings(figures: Iterable[Figure], best: Best) -> Iterator[Finding]:
    """Each stated growth that the figures do not give."""
    for figure in figures:
        one = INDICATORS.get(figure.indicator)
        if one is None or one.unit != Unit.GROWTH or figure.kind != PeriodKind.YEAR:
            continue
        item = one.item(figure.item)
        if item is None or item.of is None:
            yield _said(figure, one, Weight.NOTE, findings.UNCHECKED)
            continue
        computed = _growth(best, item, figure.year, one.years)
        if computed is None:
            yield _elsewhere(figure, one, item, best)
        elif wrong := _differs(figure, computed):
            pair = _pair(best, item, figure.year, one.years)
            yield _said(figure, one, *wrong, *pair, computed=rounded(computed, 2))


def _growth(best: Best, item: Item, year: int, span: int) -> Decimal | None:
    pair = _pair(best, item, year, span)
    return growth_between(pair[1].value, pair[0].value) if len(pair) == 2 else None


def _pair(best: Best, item: Item, year: int, span: int) -> tuple[Figure, ...]:
    """The figure now and before, as far as they are known."""
    assert item.of is not None
    keys = ((*item.of, PeriodKind.YEAR, date(one, 1, 1)) for one in (year, year - span))
    return tuple(best[key] for key in keys if key in best)


def _differs(figure: Figure, computed: Decimal) -> tuple[str, object] | None:
    """The weight and the words, when the stated growth is not the computed one, rounded."""
    if figure.precision == Precision.MORE_THAN:
        return None if computed > figure.value else (Weight.CONTRADICTION, findings.GROWTH)
    if rounded(computed, figure.places) == figure.value:
        return None
    if cut_off(computed, figure.places) == figure.value and figure.places:
        return Weight.DOUBT, findings.TRUNCATED
    return Weight.CONTRADICTION, findings.GROWTH


def _elsewhere(figure: Figure, one: Indicator, item: Item, best: Best) -> Finding:
    """The earlier figure is not known: another span may give nearly the same growth."""
    for span in SPANS:
        computed = _growth(best, item, figure.year, span)
        if computed is not None and span != one.years and abs(computed - figure.value) <= NEAR:
            return _said(
                figure,
                one,
                Weight.CONTRADICTION,
                findings.OTHER_SPAN,
                *_pair(best, item, figure.year, span),
                computed=rounded(computed, 1),
                years=one.years,
                span=f"{figure.year - span}–{figure.year}",
            )
    return _said(figure, one, Weight.NOTE, findings.UNCHECKED)


def _said(
    figure: Figure,
    one: Indicator,
    weight: str,
    text: object,
    *rests_on: Figure,
    **values: object,
) -> Finding:
    item = one.item(figure.item)
    return Finding(
        Check.GROWTH,
        weight,
        figure.year,
        tuple(dict.fromkeys((one.code, *(item.of[:1] if item and item.of else ())))),
        text,  # type: ignore[arg-type]
        {
            "item": one.item_name(figure.item),
            "year": str(figure.year),
            "stated": figure.value.normalize()
            if figure.places
            else figure.value.quantize(Decimal(1)),
            "source": figure.source,
            **values,
        },
        rests_on,
    )
