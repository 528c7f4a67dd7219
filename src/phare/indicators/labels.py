"""What a file calls a figure, matched to the catalogue."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from django.utils.functional import lazy

from phare.indicators import refusals
from phare.indicators.definitions import ALL, INDICATORS, NAMED, Indicator, Item, Precision
from phare.indicators.refusals import Refused

MORE = re.compile(r"more than|plus de|meer dan|mehr als|over \d|>", re.IGNORECASE)
ABOUT = re.compile(
    r"approx|about|almost|rounded|out of|environ|près de|une trentaine|ongeveer|bijna|etwa|fast\b",
    re.IGNORECASE,
)
REMARK = re.compile(r"\([^()]*\)")
QUOTED = re.compile(r"[‘'“\"«][^'’”\"»]*['’”\"»]")
LOOSE = re.compile(r"\bapprox\.?|\babout\b|\bmore than\b|\balmost\b", re.IGNORECASE)


LIKELY = 6  # names compared letter by letter; comparing all of them makes a long file slow


def _threes(name: str) -> set[str]:
    """Every three letters in a row."""
    framed = f" {name} "
    return {framed[at : at + 3] for at in range(len(framed) - 2)}


WITH_THREE: dict[str, list[str]] = defaultdict(list)
for _name in NAMED:
    for _three in _threes(_name):
        WITH_THREE[_three].append(_name)


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
    near = _nearest(name.lower())
    if near:
        return Refused(refusals.UNKNOWN_NEAR, text=name, near=near)
    return Refused(refusals.UNKNOWN, text=name)


@lru_cache(maxsize=4096)
def _nearest(name: str) -> str:
    """The code of the nearest name; the name itself where several figures share it."""
    shared = Counter(known for three in _threes(name[:80]) for known in WITH_THREE.get(three, ()))
    likely = [known for known, _times in shared.most_common(LIKELY)]
    for near in get_close_matches(name[:80], likely, 1, 0.6):
        return NAMED[near][0].code if len(NAMED[near]) == 1 else near
    return ""


def _unknown_item(label: str, one: Indicator) -> Refused:
    return Refused(refusals.UNKNOWN_ITEM, text=label, indicator=one.code, known=_lines(one.code))


def _lines_of(code: str) -> str:
    """What may stand in the file, with its name in the language of the reader."""
    items = INDICATORS[code].items
    return ", ".join(f"{_written(item)} ({item.name})" for item in items) or "–"


def _written(item: Item) -> str:
    return "total" if item.code == ALL else str(item.code)


_lines = lazy(_lines_of, str)
