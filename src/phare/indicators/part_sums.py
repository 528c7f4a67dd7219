"""Parts against their total: within each source first, then from one source to another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from phare.indicators import findings
from phare.indicators.definitions import INDICATORS, Precision
from phare.indicators.figures import Figure, tidy
from phare.indicators.findings import Check, Finding, Weight
from phare.indicators.sources import Key, key_of, names_of, whole_of

Place = tuple[Key, str]  # a total, and the indicator of its parts


def part_findings(figures: Sequence[Figure], best: Mapping[Key, Figure]) -> Iterator[Finding]:
    """The items of an indicator add up to the figure it `adds_to`."""
    exact = [figure for figure in figures if figure.precision == Precision.EXACT]
    parts = _parts(figures)
    wholes = {whole for whole, _code in parts}
    totals: dict[Key, list[Figure]] = defaultdict(list)
    for figure in exact:
        if key_of(figure) in wholes:
            totals[key_of(figure)].append(figure)
    for (whole, code), stated in parts.items():
        if whole in totals:
            yield from _within(code, stated, totals[whole])
            yield from _across(code, stated, totals[whole], best.get(whole))


def _parts(figures: Iterable[Figure]) -> dict[Place, list[Figure]]:
    parts: dict[Place, list[Figure]] = defaultdict(list)
    for figure in figures:
        if whole := whole_of(figure):
            parts[(*whole, figure.kind, figure.first_on), figure.indicator].append(figure)
    return parts


def _once(figures: Iterable[Figure]) -> list[Figure]:
    """Each line once, exact before a bound, the earliest first."""
    order = list(Precision)
    once: dict[Key, Figure] = {}
    for figure in sorted(figures, key=lambda f: (order.index(Precision(f.precision)), f.kept)):
        once.setdefault(key_of(figure), figure)
    return list(once.values())


def _within(code: str, parts: Sequence[Figure], totals: Sequence[Figure]) -> Iterator[Finding]:
    """What one source says of itself."""
    by_name: dict[str, list[Figure]] = defaultdict(list)
    for part in parts:
        for name in names_of(part):
            by_name[name].append(part)
    said: dict[tuple[Figure, ...], str] = {}
    for total in totals:
        for name in names_of(total):
            own = _once(by_name.get(name, ()))
            if own and _sum(own) != total.value:
                said.setdefault((total, *own), name)
    for (total, *own), name in said.items():
        yield _finding(findings.PARTS, code, total, own, source=name or "–")


def _across(
    code: str, parts: Sequence[Figure], totals: Sequence[Figure], chosen: Figure | None
) -> Iterator[Finding]:
    """Parts whose source gives no total, against the total of another."""
    with_total = {name for total in totals for name in names_of(total)}
    alone = _once(part for part in parts if not with_total.intersection(names_of(part)))
    if not alone or _sum(alone) in {total.value for total in totals}:
        return
    total = chosen if chosen and chosen in totals else min(totals, key=lambda figure: figure.kept)
    sources = dict.fromkeys(part.source or "–" for part in alone)
    yield _finding(
        findings.PARTS_ACROSS,
        code,
        total,
        alone,
        source=", ".join(sources),
        other=total.source or "–",
    )


def _sum(figures: Iterable[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal())


def _finding(
    text: findings.Text, code: str, total: Figure, parts: Sequence[Figure], **names: str
) -> Finding:
    return Finding(
        Check.PARTS,
        Weight.CONTRADICTION,
        total.year,
        tuple(dict.fromkeys((code, total.indicator))),
        text,
        {
            "indicator": INDICATORS[code].name,
            "year": total.when,
            "sum": tidy(_sum(parts)),
            "total": tidy(total.value),
            "gap": tidy(_sum(parts) - total.value),
            **names,
        },
        (total, *parts),
    )
