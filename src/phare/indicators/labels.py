"""What a file calls a figure, matched to the catalogue."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from phare.indicators import refusals
from phare.indicators.definitions import ALL, NAMED, Indicator, Precision
from phare.indicators.refusals import Refused

MORE = re.compile(r"more than|plus de|meer dan|mehr als|over \d|>", re.IGNORECASE)
ABOUT = re.compile(
    r"approx|about|almost|rounded|out of|environ|près de|une trentaine|ongeveer|bijna|etwa|fast\b",
    re.IGNORECASE,
)
REMARK = re.compile(r"\([^()]*\)")
QUOTED = re.compile(r"[‘'“\"«][^'’”\"»]*['’”\"»]")
LOOSE = re.compile(r"\bapprox\.?|\babout\b|\bmore than\b|\balmost\b", re.IGNORECASE)


def precision_of(label: str) -> str:
    """How a figure was stated, as its label says it."""
    if MORE.search(label):
        return Precision.MORE_THAN
    return Precision.ABOUT if ABOUT.search(label) else Precision.EXACT


def plain(label: str) -> str:
    """The label without remarks between brackets, quotations and words like "approx."."""
    bare = LOOSE.sub("", REMARK.sub("", label))
    if re.search(r"\s['‘“\"«]|^['‘“\"«]", bare):
        bare = QUOTED.sub("", bare)
    return " ".join(bare.split()).strip(" ,;:")


def _known(one: Indicator) -> dict[str, str]:
    names = {item.code.lower(): item.code for item in one.items}
    return names | {label: item.code for item in one.items for label in item.labels}


def placed(name: str, label: str) -> tuple[Indicator, str]:
    """The indicator and item that a file means. Raises `Refused`."""
    wanted = " ".join(name.split()).lower()
    if not wanted:
        raise Refused(refusals.NO_INDICATOR)
    candidates = NAMED.get(wanted, ())
    if not candidates:
        raise _unknown(name.strip())
    shown = " ".join(label.split())
    if not shown:
        raise Refused(refusals.NO_ITEM)
    spellings = (shown.lower(), plain(shown).lower())
    if found := _by_label(candidates, spellings):
        return found
    if free := next((one for one in candidates if one.open_items), None):
        return free, (plain(shown) or shown)[:160]
    if not spellings[1] and (whole := next((o for o in candidates if o.item(ALL)), None)):
        return whole, ALL
    raise _unknown_item(shown, candidates[0])


def _by_label(
    candidates: Iterable[Indicator], spellings: Iterable[str]
) -> tuple[Indicator, str] | None:
    for one in candidates:
        known = _known(one)
        found = next((known[spelling] for spelling in spellings if spelling in known), None)
        if found:
            return one, found
    return None


def _unknown(name: str) -> Refused:
    near = get_close_matches(name.lower(), NAMED, 1, 0.6)
    if near:
        return Refused(refusals.UNKNOWN_NEAR, text=name, near=near[0])
    return Refused(refusals.UNKNOWN, text=name)


def _unknown_item(label: str, one: Indicator) -> Refused:
    known = ", ".join(item.labels[0] if item.labels else item.code for item in one.items)
    return Refused(refusals.UNKNOWN_ITEM, text=label, indicator=one.code, known=known or "—")
