"""Which of several sources is believed, figure by figure. Never the alphabet.

A family is a total with everything that adds up to it: the contacts, their modes, the channels of
advice. It is taken from one source, so that a headline and the tables under it agree. Before the
others comes the source that gives the parts with a total they add up to, then the one that says
most, then the one that was imported first.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from phare.indicators.definitions import INDICATORS, PeriodKind, Precision
from phare.indicators.definitions.kinds import Place
from phare.indicators.figures import Figure

Key = tuple[str, str, str, date]
Rank = tuple[object, ...]
BETWEEN = ";"  # a figure may name several sources; it then belongs to each of them
UNKEPT = sys.maxsize  # a figure that is only in a file comes after those already kept


def key_of(figure: Figure) -> Key:
    """A line and its period, whoever stated it."""
    return (figure.indicator, figure.item, figure.kind, figure.first_on)


def names_of(figure: Figure) -> tuple[str, ...]:
    return tuple(name.strip() for name in figure.source.split(BETWEEN))


def whole_of(figure: Figure) -> Place | None:
    """The figure it is a part of, as its indicator says."""
    one = INDICATORS.get(figure.indicator)
    if one is None or one.adds_to == (figure.indicator, figure.item):
        return None
    return one.adds_to


def _ancestry(code: str) -> tuple[str, ...]:
    """The indicator, what it adds up to, and so on to the head of its family."""
    found = [code]
    while (one := INDICATORS.get(found[-1])) and one.adds_to and one.adds_to[0] not in found:
        found.append(one.adds_to[0])
    return tuple(found)


ANCESTRY: Mapping[str, tuple[str, ...]] = {code: _ancestry(code) for code in INDICATORS}
WITH_PARTS = frozenset(found[-1] for c, found in ANCESTRY.items() if INDICATORS[c].adds_to)


def family_of(code: str) -> str:
    return ANCESTRY.get(code, (code,))[-1]


def family(code: str) -> tuple[str, ...]:
    """Every indicator of the family that one belongs to."""
    return tuple(other for other in INDICATORS if family_of(other) == family_of(code))


def preferred(figures: Iterable[Figure]) -> dict[Key, Figure]:
    """One figure for each line and period."""
    years: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        years[family_of(figure.indicator), figure.year].append(figure)
    best: dict[Key, Figure] = {}
    for of_year in years.values():
        order = _in_order(of_year)
        periods: dict[tuple[str, date], list[Figure]] = defaultdict(list)
        for figure in of_year:
            periods[figure.kind, figure.first_on].append(figure)
        for stated in periods.values():
            best |= _of_period(stated, order)
    return best


def _in_order(figures: Sequence[Figure]) -> dict[str, int]:
    """The sources of one family and year, the best first."""
    said: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for name in names_of(figure):
            said[name].append(figure)
    ranks = {name: _rank(of_source) for name, of_source in said.items()}
    return {name: place for place, name in enumerate(sorted(ranks, key=ranks.__getitem__))}


def _rank(figures: Sequence[Figure]) -> Rank:
    exact = [figure for figure in figures if figure.precision == Precision.EXACT]
    yearly = [figure for figure in exact if figure.kind == PeriodKind.YEAR]
    near = [figure for figure in yearly if len(ANCESTRY.get(figure.indicator, ())) < 3]
    totals = [figure for figure in near if figure.is_whole]
    return (
        not _adds_up(exact),
        -len(near),
        -len(yearly),
        -len(exact),
        -len(totals),
        min(figure.kept or UNKEPT for figure in figures),
    )


def _adds_up(figures: Sequence[Figure]) -> bool:
    """Whether there are parts with their total, and all of them fit."""
    known = {key_of(figure): figure for figure in figures}
    compared = any(whole in known for whole, _code in sums_of(figures))
    return compared and not _gaps(known)


def sums_of(figures: Iterable[Figure]) -> dict[tuple[Key, str], Decimal]:
    """What the parts add up to, by the total they are parts of and their indicator."""
    sums: dict[tuple[Key, str], Decimal] = defaultdict(Decimal)
    for figure in figures:
        if whole := whole_of(figure):
            sums[(*whole, figure.kind, figure.first_on), figure.indicator] += figure.value
    return dict(sums)


def _of_period(figures: Sequence[Figure], order: Mapping[str, int]) -> dict[Key, Figure]:
    """The lines of the best source; of the others only what it leaves open and does not deny."""
    precisions = list(Precision)
    stated: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        exactness = precisions.index(Precision(figure.precision))
        stated[exactness, min(order[name] for name in names_of(figure))].append(figure)
    best: dict[Key, Figure] = {}
    first = min(stated)[1]
    for place in sorted(stated):
        for block in _blocks(stated[place]):
            if place[1] == first or _fits(block, best):
                for figure in block:
                    best.setdefault(key_of(figure), figure)
    return best


def _blocks(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Lines that stand or fall together: the parts of one total; any other line by itself."""
    blocks: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        blocks[(figure.indicator,) if whole_of(figure) else key_of(figure)].append(figure)
    return blocks.values()


def _fits(block: Sequence[Figure], best: Mapping[Key, Figure]) -> bool:
    """Whether lines of a later source add to what is chosen without denying any of it."""
    if family_of(block[0].indicator) not in WITH_PARTS:
        return True
    code = block[0].indicator if whole_of(block[0]) else ""
    if any(known.indicator == code and whole_of(known) for known in best.values()):
        return False
    together = {key_of(figure): figure for figure in block} | dict(best)
    return _gaps(together) <= _gaps(best)


def _gaps(figures: Mapping[Key, Figure]) -> set[tuple[Key, str]]:
    """The totals that are not the sum of their parts."""
    return {
        place
        for place, total in sums_of(figures.values()).items()
        if place[0] in figures and figures[place[0]].value != total
    }
