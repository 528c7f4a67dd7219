"""A number as people of four languages write it: 33.060, 33 060, 33,060, 33060, 11,9 and 0.256."""

import re
from collections.abc import Iterable
from decimal import Decimal

from phare.indicators import refusals
from phare.indicators.refusals import Refused

SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'’\u2019"))
MINUS = str.maketrans("\u2212\u2013", "--")
GROUPED = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*")
MIXED = re.compile(r"[1-9]\d{0,2}(?:(?P<group>[.,])\d{3})+(?P<sign>(?!(?P=group))[.,])\d+")
PLAIN = re.compile(r"\d+(?:(?P<sign>[.,])\d+)?")
LARGEST = Decimal(10) ** 12
PLACES = Decimal("0.0001")


def tidy(text: str) -> str:
    """Digits and signs only: spaces between groups, units and a plus are dropped."""
    bare = text.strip().translate(MINUS).removesuffix("%").removesuffix("€").removeprefix("€")
    return bare.strip().removeprefix("+").translate(SPACES)


def decimal_sign(texts: Iterable[str]) -> str:
    """The decimal sign a file uses, as far as its numbers leave no doubt; "" when they do."""
    signs = set()
    for text in texts:
        bare = tidy(text).lstrip("-")
        if GROUPED.fullmatch(bare):
            continue
        found = MIXED.fullmatch(bare) or PLAIN.fullmatch(bare)
        if found and found["sign"]:
            signs.add(found["sign"])
    return signs.pop() if len(signs) == 1 else ""


def number(text: str, *, is_whole: bool, sign: str = "", below: int | None = None) -> Decimal:
    """The number `text` says, rounded to four decimals. Raises `Refused` when it is in doubt.

    `is_whole`: it counts things, so 33.060 can only be thirty-three thousand. `sign`: the decimal
    sign used in the rest of the file. `below`: a bound it cannot pass, which may settle a doubt.
    """
    bare = tidy(text)
    negative, bare = bare.startswith("-"), bare.removeprefix("-")
    value = _unsigned(bare, text, is_whole=is_whole, sign=sign, below=below)
    if value >= LARGEST:
        raise Refused(refusals.TOO_LARGE, text=text)
    if is_whole and value != value.to_integral_value():
        raise Refused(refusals.NOT_WHOLE, text=text)
    return (-value if negative else value).quantize(PLACES)


def _unsigned(bare: str, text: str, *, is_whole: bool, sign: str, below: int | None) -> Decimal:
    if mixed := MIXED.fullmatch(bare):
        return Decimal(bare.replace(mixed["group"], "").replace(mixed["sign"], "."))
    if grouped := GROUPED.fullmatch(bare):
        large = Decimal(bare.replace(grouped["sign"], ""))
        if is_whole or bare.count(grouped["sign"]) > 1 or (sign and sign != grouped["sign"]):
            return large
        small = Decimal(bare.replace(",", "."))
        if sign == grouped["sign"] or (below is not None and large > below):
            return small
        raise Refused(refusals.TWO_READINGS, text=text, large=large, small=small)
    if PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    raise Refused(refusals.NOT_NUMBER, text=text)
