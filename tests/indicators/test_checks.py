"""Every check finds a planted contradiction, and is silent where figures agree."""

from decimal import Decimal

import pytest

from phare.indicators.checks import check_figures
from phare.indicators.findings import Check, Weight
from tests.factories.figures import published, reading

HEAD = "year,indicator,breakdown,value,source\n"


def found_in(lines):
    found = reading(HEAD + lines)
    assert found.refused == ()
    return [(f.check, f.weight, f.year) for f in check_figures(found.figures)]


@pytest.mark.parametrize(
    ("agreeing", "planted", "check", "weight"),
    [
        (
            "2021,contacts,total,10,r\n2021,contacts_by_mode,ADVICE,4,r\n"
            "2021,contacts_by_mode,ACTIVITY,6,r\n",
            ("ADVICE,4", "ADVICE,5"),
            Check.PARTS,
            Weight.CONTRADICTION,
        ),
        (
            "2021,linkedin_region,A,70.5,r\n2021,linkedin_region,B,29.5,r\n",
            ("29.5", "30.5"),
            Check.PERCENT,
            Weight.CONTRADICTION,
        ),
        (
            "2021,linkedin_region,A,70.5,r\n2021,linkedin_region,B,29.5,r\n",
            ("29.5", "20.5"),
            Check.PERCENT,
            Weight.DOUBT,
        ),
        (
            "2020,contacts,total,100,r\n2021,contacts,total,112,r\n2021,growth,CONTACTS,12,r\n",
            ("CONTACTS,12", "CONTACTS,3"),
            Check.GROWTH,
            Weight.CONTRADICTION,
        ),
        (
            "2020,contacts,total,1000,r\n2021,contacts,total,1119,r\n2021,growth,CONTACTS,11.9,r\n",
            (
                "total,1119",
                "total,1119.0\n2021,growth,WORKS,11,r\n2020,works,total,1000,r\n"
                "2021,works,total,1119",
            ),
            Check.GROWTH,
            Weight.CONTRADICTION,
        ),
        (
            "2021,spring_school,participants,426,r\n"
            "2021,spring_school,participants (more than),420,r\n",
            (",420", ",430"),
            Check.BOUND,
            Weight.CONTRADICTION,
        ),
        (
            "2021,contacts,total,55757,r\n2021,contacts,total (about),56000,s\n",
            ("56000", "65000"),
            Check.BOUND,
            Weight.CONTRADICTION,
        ),
        (
            "2021,contacts,total,10,one\n2021,contacts,total,10,two\n",
            ("10,two", "11,two"),
            Check.SOURCES,
            Weight.CONTRADICTION,
        ),
        (
            "2020,website_unique_visitors,total,100,r\n2021,website_unique_visitors,total,120,r\n"
            "2020,website_page_views,total,1000,r\n2021,website_page_views,total,1250,r\n",
            ("total,120,", "total,25,"),
            Check.TOGETHER,
            Weight.DOUBT,
        ),
        (
            "2020,website_origin,BRUSSELS,70,r\n2020,website_origin,OTHER,30,r\n"
            "2021,website_origin,BRUSSELS,71,r\n2021,website_origin,OTHER,29,r\n",
            (
                "BRUSSELS,71,r\n2021,website_origin,OTHER,29",
                "BRUSSELS,70,r\n2021,website_origin,OTHER,30",
            ),
            Check.COPIED,
            Weight.NOTE,
        ),
    ],
)
def test_a_planted_contradiction_is_found_and_agreement_is_silent(agreeing, planted, check, weight):
    assert agreeing.count(planted[0]) == 1

    assert found_in(agreeing) == []
    assert (check, weight, 2021) in found_in(agreeing.replace(*planted))


def test_twelve_months_are_held_against_their_year():
    months = "".join(f"2021-{m:02},contacts_by_mode,ADVICE,10,r\n" for m in range(1, 13))
    by_month = reading("month,indicator,breakdown,value,source\n" + months).figures
    year = reading(HEAD + "2021,contacts_by_mode,ADVICE,121,r\n").figures

    (finding,) = check_figures([*by_month, *year])

    assert (finding.check, finding.values["gap"]) == (Check.PARTS, Decimal(-1))


def test_rounding_is_no_contradiction():
    assert (
        found_in(
            "2021,linkedin_region,A,33.3,r\n2021,linkedin_region,B,33.3,r\n"
            "2021,linkedin_region,C,33.3,r\n"
        )
        == []
    )


def test_the_published_figures_contradict_themselves_where_they_are_known_to():
    found = {
        (f.check, f.year, f.indicators[0]): f for f in check_figures(reading(published()).figures)
    }

    assert found[Check.PARTS, 2018, "budget_by_promoter"].values["gap"] == Decimal("-5401.53")
    growth = [
        (f.weight, f.values["stated"], f.values["computed"])
        for f in check_figures(reading(published()).figures)
        if f.check == Check.GROWTH and f.year == 2021
    ]
    assert growth == [
        (Weight.CONTRADICTION, 3, Decimal("11.98")),
        (Weight.CONTRADICTION, Decimal("23.5"), Decimal("23.6")),
        (Weight.DOUBT, Decimal("11.9"), Decimal("11.98")),
    ]
    assert found[Check.TOGETHER, 2021, "website_unique_visitors"].weight == Weight.DOUBT
    assert (Check.COPIED, 2021, "website_origin") in found
    assert not [key for key in found if key[0] == Check.PARTS and key[1] > 2018]


GAP = (
    "2021,contacts,total,30000,file\n2021,contacts_by_mode,ADVICE,15000,file\n"
    "2021,contacts_by_mode,ACTIVITY,14000,file\n"
)
FITS = (
    "2021,contacts,total,33060,report\n2021,contacts_by_mode,ADVICE,20000,report\n"
    "2021,contacts_by_mode,ACTIVITY,13060,report\n"
)


def parts_found_in(lines):
    found = check_figures(reading(HEAD + lines).figures)
    return [f for f in found if f.check == Check.PARTS]


@pytest.mark.parametrize("lines", [GAP, GAP + FITS, FITS + GAP])
def test_a_source_that_does_not_add_up_is_told_its_own_gap_beside_any_other(lines):
    (finding,) = parts_found_in(lines)

    said = [finding.values[name] for name in ("source", "sum", "total", "gap")]
    assert said == ["file", 29000, 30000, -1000]


def test_parts_without_a_total_are_held_against_the_total_of_another_source():
    parts = "2021,contacts_by_mode,ADVICE,20000,A\n2021,contacts_by_mode,ACTIVITY,13060,B\n"
    total = "2021,contacts,total,33060,C\n"

    assert parts_found_in(parts + total) == []
    (finding,) = parts_found_in(parts + total.replace("33060", "33000"))
    assert [finding.values[name] for name in ("source", "other", "gap")] == ["A, B", "C", 60]


def test_a_total_alone_is_no_gap_of_those_who_add_up():
    assert parts_found_in(FITS + "2021,contacts,total,12345,AAA note\n") == []
