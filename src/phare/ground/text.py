"""Free text typed by people: what must never be stored is masked before it is."""

import re

from stdnum.be import bis, nn

_DIGITS = re.compile(r"(?<!\d)\d(?:[\s./\-]*\d){10}(?!\d)")
MASK = "[…]"


def masked(text: str) -> str:
    """`text` with every Belgian national or BIS number, whatever its separators, replaced."""
    return _DIGITS.sub(lambda match: MASK if _is_national(match[0]) else match[0], text)


def _is_national(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    return _ends_modulo_97(digits) or nn.is_valid(digits) or bis.is_valid(digits)


def _ends_modulo_97(digits: str) -> bool:
    # stdnum also checks that the birth date exists; a number with an unknown one (month 00) is
    # still somebody's, so the control digits alone decide.
    control = int(digits[9:])
    return control in (97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97)
