"""Growth, computed one way everywhere: the difference divided by the earlier figure."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)


def growth_between(before: Decimal | int | None, after: Decimal | int | None) -> Decimal | None:
    """In percent, unrounded; None when one is not known or there was nothing before."""
    if before is None or after is None or before == 0:
        return None
    return (Decimal(after) - Decimal(before)) / Decimal(before) * HUNDRED


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def cut_off(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_DOWN)
