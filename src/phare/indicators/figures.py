"""One imported figure as a value, between files, tables, checks and reports."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from phare.indicators.definitions import ALL, PeriodKind, Precision


@dataclass(frozen=True)
class Figure:
    """What somebody stated of one period. `item` is a code, or a free label.

    `kept`: its place among all that was ever imported, earliest first; 0 while only in a file.
    """

    indicator: str
    item: str
    first_on: date
    value: Decimal
    kind: str = PeriodKind.YEAR
    precision: str = Precision.EXACT
    source: str = ""
    label: str = ""
    line: int = 0
    kept: int = field(default=0, compare=False)

    @property
    def identity(self) -> tuple[str, str, str, date, str, str]:
        """Two figures with one identity are one figure stated twice."""
        return (
            self.indicator,
            self.item,
            self.kind,
            self.first_on,
            self.precision,
            self.source,
        )

    @property
    def year(self) -> int:
        return self.first_on.year

    @property
    def last_on(self) -> date:
        """The last day of its period."""
        if self.kind == PeriodKind.DAY:
            return self.first_on
        if self.kind == PeriodKind.YEAR:
            return date(self.year, 12, 31)
        month = self.first_on.month
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    @property
    def is_whole(self) -> bool:
        return self.item == ALL

    @property
    def places(self) -> int:
        """Decimals it was stated with."""
        exponent = self.value.normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def when(self) -> str:
        """The period as text: 2021, 2021-03 or 2021-03-15."""
        length = {PeriodKind.YEAR: 4, PeriodKind.MONTH: 7, PeriodKind.DAY: 10}
        return self.first_on.isoformat()[: length[PeriodKind(self.kind)]]


def tidy(value: Decimal) -> Decimal:
    """Without decimals that say nothing."""
    places = Decimal(1) if value == value.to_integral_value() else value.normalize()
    return value.quantize(places)
