import re
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.be import bis, nn

from phare.ground.text import MASK, masked


def national(birth: int, *, after_2000: bool = False) -> str:
    """Eleven digits whose last two are right for the first nine."""
    nine = f"{birth:09d}"
    control = 97 - int(("2" if after_2000 else "") + nine) % 97
    return f"{nine}{control:02d}"


def numbers_in(text: str) -> list[str]:
    """The written-out second opinion: each eleven digits of a piece that the mask left, checked."""
    pieces = [re.sub(r"[\W_]", "", piece) for piece in text.split(MASK)]
    elevens = [
        run[start : start + 11]
        for piece in pieces
        for run in re.findall(r"\d+", piece)
        for start in range(len(run) - 10)
    ]
    return [
        digits
        for digits in elevens
        if int(digits[9:])
        in (97 - int(digits[:9]) % 97, 97 - (2_000_000_000 + int(digits[:9])) % 97)
        or nn.is_valid(digits)
        or bis.is_valid(digits)
    ]


BETWEEN = st.text(" .-/\u2013\u2014_,():;'\u00a0\u200b\u202f\t\n", max_size=8)
AROUND = st.text("0123456789", max_size=14)


@given(st.integers(0, 999_999_999), st.booleans(), st.sampled_from(["", " ", ".", "-", "/", " . "]))
def test_every_number_valid_modulo_97_is_masked_whatever_separates_its_digits(n, late, between):
    number = between.join(national(n, after_2000=late))
    assert masked(f"Bonjour {number}, merci") == f"Bonjour {MASK}, merci"


@given(
    st.integers(0, 999_999_999), st.booleans(), st.lists(BETWEEN, min_size=12, max_size=12),
    AROUND, AROUND,
)  # fmt: skip
@example(850730033, False, [" ", *[""] * 11], "12", "")
@example(850730033, False, [" ", *[""] * 11], "0470123456", "")
@example(850730033, False, ["", *["\u200b"] * 10, ""], "1", "99")
def test_no_number_is_left_among_other_digits_and_any_separators(n, late, between, before, after):
    number = national(n, after_2000=late)
    written = before + "".join(map("".join, zip(between, number, strict=False))) + between[-1]
    text = f"Bonjour {written}{after}, merci"

    left = masked(text)

    assert MASK in left
    assert numbers_in(left) == []
    assert left.startswith("Bonjour ") and left.endswith(", merci")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("né le 12 85.07.30-033.28", f"né le 12 {MASK}"),
        ("gsm 0470 12 34 56 85.07.30-033.28", f"gsm 0470 12 34 56 {MASK}"),
        ("85.07.30-033.28 0470 12 34 56", f"{MASK} 0470 12 34 56"),
        ("85.07.30\u2013033.28", MASK),
        ("85.07.30\u2014033.28", MASK),
        ("85_07_30_033_28", MASK),
        ("85,07,30,033,28", MASK),
        ("(85.07.30) 033 (28)", f"({MASK})"),
        ("85\u200b07\u200b30\u200b033\u200b28", MASK),
        ("85.07.30-033.28 85.07.30-033.28", f"{MASK} {MASK}"),
        ("nn85073003328x", f"nn{MASK}x"),
        ("٨٥٠٧٣٠٠٣٣٢٨", MASK),
    ],
)
def test_a_number_is_masked_beside_other_digits_and_through_other_separators(text, left):
    assert masked(text) == left


@pytest.mark.parametrize(
    "text", ["02 555 00 12", "1210 Bruxelles", "BE71 0961 2345 6769", "2026-11-20"]
)
def test_other_numbers_stay(text):
    assert masked(text) == text


def test_bis_numbers_are_masked():
    assert masked(national(854730033)) == MASK


@pytest.mark.parametrize(
    "hostile", ["1" * 50_000, "1 " * 50_000, "- " * 50_000, "1-      -" * 9_000]
)
def test_a_long_hostile_text_is_read_in_a_moment(hostile):
    began = perf_counter()
    masked(hostile)
    assert perf_counter() - began < 2
