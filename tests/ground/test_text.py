import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare.ground.text import MASK, masked


def national(birth: int, *, after_2000: bool = False) -> str:
    """Eleven digits whose last two are right for the first nine."""
    nine = f"{birth:09d}"
    control = 97 - int(("2" if after_2000 else "") + nine) % 97
    return f"{nine}{control:02d}"


@given(st.integers(0, 999_999_999), st.booleans(), st.sampled_from(["", " ", ".", "-", "/", " . "]))
def test_every_number_valid_modulo_97_is_masked_whatever_separates_its_digits(n, late, between):
    number = between.join(national(n, after_2000=late))
    assert masked(f"Bonjour {number}, merci") == f"Bonjour {MASK}, merci"


@pytest.mark.parametrize(
    "text", ["02 555 00 12", "1210 Bruxelles", "BE71 0961 2345 6769", "2026-11-20"]
)
def test_other_numbers_stay(text):
    assert masked(text) == text


def test_bis_numbers_are_masked():
    assert masked(national(854730033)) == MASK
