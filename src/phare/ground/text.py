"""Free text typed by people: what must never be stored is masked before it is."""

import re
import unicodedata
from collections.abc import Iterator

LENGTH = 11
MASK = "[…]"
# Between two digits anything that is neither a letter nor a digit, a short run of it. The two
# classes exclude each other, so the expression reads each character once.
_RUN = re.compile(r"\d(?:[\W_]{0,8}\d){10,}")


def masked(text: str) -> str:
    """`text` with every Belgian national or BIS number, whatever its separators, replaced.

    A number may stand after or before other digits (a date, a telephone number): each eleven
    digits in a row are looked at, and all that belongs to a valid eleven goes.
    """
    return _RUN.sub(lambda run: _masked_run(run[0]), text)


def _masked_run(run: str) -> str:
    kept, upto = [], 0
    for first, end in _spans(run):
        kept += [run[upto:first], MASK]
        upto = end
    return "".join([*kept, run[upto:]])


def _spans(run: str) -> Iterator[tuple[int, int]]:
    """From where to where national numbers stand in `run`; those that overlap are one."""
    at = [place for place, sign in enumerate(run) if sign.isdecimal()]
    digits = "".join(str(int(run[place])) for place in at)
    found = [
        (at[start], at[start + LENGTH - 1] + 1)
        for start in range(len(at) - LENGTH + 1)
        if _ends_modulo_97(digits[start : start + LENGTH])
    ]
    if not found:
        return
    first, end = found[0]
    for later, its_end in found[1:]:
        if later >= end:
            yield first, end
            first = later
        end = its_end
    yield first, end


def _ends_modulo_97(digits: str) -> bool:
    # Whether the birth date exists is not asked: a number with an unknown one (month 00), and a
    # BIS number (month + 20 or 40), is still somebody's, so the control digits alone decide.
    control = int(digits[9:])
    return control in (97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97)


def alphabetical(text: str) -> str:
    """By this a list reads as in a dictionary: no accent and no capital moves a word."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()
