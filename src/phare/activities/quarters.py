"""A quarter of a year, as the brochure is printed for one."""

import re
from calendar import monthrange
from datetime import date

from phare.ground.periods import Days

NAME = re.compile(r"(\d{4})-([1-4])")


def quarter_named(name: str) -> Days | None:
    """The days of 2027-1; None for what names no quarter."""
    found = NAME.fullmatch(name.strip())
    if found is None or not 1990 <= int(found[1]) <= 2999:
        return None
    year, last = int(found[1]), 3 * int(found[2])
    return Days(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]))


def name_of(day: date) -> str:
    return f"{day.year}-{(day.month - 1) // 3 + 1}"


def after(name: str) -> str:
    year, quarter = int(name[:4]), int(name[5])
    return f"{year}-{quarter + 1}" if quarter < 4 else f"{year + 1}-1"
