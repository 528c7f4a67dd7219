from decimal import Decimal

import pytest

from phare.indicators import refusals
from phare.indicators.numbers import decimal_sign, number
from phare.indicators.refusals import Refused


@pytest.mark.parametrize(
    "text",
    ["33060", "33.060", "33 060", "33,060", "33\u202f060", "33\u00a0060", "33'060", " +33060 "],
)
def test_every_way_of_grouping_thousands_is_the_same_whole_number(text):
    assert number(text, is_whole=True) == 33060


@pytest.mark.parametrize(
    ("text", "value"),
    [("11,9", "11.9"), ("11.9 %", "11.9"), ("0.256", "0.256"), ("1.234,5", "1234.5")]
    + [("1,234.5", "1234.5"), ("4 697 722,53 €", "4697722.53"), ("−47", "-47")]
    + [("1.234.567", "1234567")],
)
def test_decimals_are_read_in_either_style(text, value):
    assert number(text, is_whole=False) == Decimal(value)


def test_a_number_with_two_readings_is_refused_with_both():
    with pytest.raises(Refused) as refused:
        number("2.466", is_whole=False)

    assert refused.value.reason == refusals.TWO_READINGS
    assert refused.value.values == {
        "text": "2.466",
        "large": Decimal(2466),
        "small": Decimal("2.466"),
    }


def test_the_rest_of_the_file_or_a_bound_settles_a_doubt():
    assert decimal_sign(["4697722.53", "2.466", "52.5"]) == "."
    assert number("2.466", is_whole=False, sign=".") == Decimal("2.466")
    assert number("2.466", is_whole=False, sign=",") == 2466
    assert number("2.466", is_whole=False, below=100) == Decimal("2.466")
    assert decimal_sign(["1,5", "1.5"]) == ""


@pytest.mark.parametrize("text", ["", "abc", "1..2", "12a", "1 2.3.4", "3.30.60"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Refused):
        number(text, is_whole=False)


def test_a_count_of_things_has_no_decimals():
    assert number("12.00", is_whole=True) == 12
    with pytest.raises(Refused):
        number("12.5", is_whole=True)
