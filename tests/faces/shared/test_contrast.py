"""The colours of the style sheet, measured."""

import pytest

from phare.faces.shared import contrast


def test_black_on_white_is_twenty_one_to_one():
    assert contrast.ratio("#000", "#ffffff") == pytest.approx(21)


def test_every_pair_holds_by_day_and_by_night():
    assert [pair for pair in contrast.pairs() if not pair.holds] == []


def test_no_pair_is_missing():
    assert len(contrast.pairs()) >= 41


def test_the_narrowest_pair_keeps_a_fifth_in_hand():
    narrowest = min(min(p.by_day, p.by_night) / p.least for p in contrast.pairs())

    assert narrowest >= 1.2


def test_what_is_called_on_the_board_is_read_at_seven_to_one():
    known = contrast.colours(contrast.SHEET.read_text(encoding="utf-8"))

    assert contrast.ratio(known["ink"].night, known["paper"].night) >= 7
    assert contrast.ratio(known["night"].night, "#fff") >= 7


def test_a_token_changed_for_the_worse_is_caught():
    sheet = contrast.SHEET.read_text(encoding="utf-8")
    spoilt = sheet.replace("--soft:light-dark(#465560,", "--soft:light-dark(#8a979f,")

    assert spoilt != sheet
    assert {pair.ink for pair in contrast.pairs(spoilt) if not pair.holds} == {"soft"}


def test_a_token_that_disappears_is_an_error():
    sheet = contrast.SHEET.read_text(encoding="utf-8").replace("--halt:", "--stop:")

    with pytest.raises(KeyError):
        contrast.pairs(sheet)
