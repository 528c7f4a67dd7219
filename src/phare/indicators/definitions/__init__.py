"""The catalogue: every figure of the house, what it means, since when, and what it adds up to."""

from phare.indicators.definitions.contacts import COUNTED
from phare.indicators.definitions.kinds import (
    ALL,
    WHOLE_NUMBERS,
    Break,
    Indicator,
    Item,
    PeriodKind,
    Precision,
    Unit,
)
from phare.indicators.definitions.means import AROUND
from phare.indicators.definitions.programme import PROGRAMME

INDICATORS: dict[str, Indicator] = {one.code: one for one in (*COUNTED, *PROGRAMME, *AROUND)}

# What files call an indicator, to those it may be: two may share a name and differ by their lines.
NAMED: dict[str, tuple[Indicator, ...]] = {
    name: tuple(one for one in INDICATORS.values() if name in (one.code, *one.aliases))
    for one in INDICATORS.values()
    for name in (one.code, *one.aliases)
}

__all__ = [
    "ALL",
    "INDICATORS",
    "NAMED",
    "WHOLE_NUMBERS",
    "Break",
    "Indicator",
    "Item",
    "PeriodKind",
    "Precision",
    "Unit",
]
