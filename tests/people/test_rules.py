"""Who may change whom."""

import pytest

from phare.people.rules import grantable_roles, may_change_person, may_choose_for_oneself


@pytest.mark.parametrize(
    ("mine", "theirs", "allowed"),
    [
        ({"MANAGER"}, {"COUNSELLOR", "RECEPTION"}, True),
        ({"MANAGER"}, {"MANAGER"}, True),
        ({"MANAGER"}, {"DIRECTOR"}, False),
        ({"MANAGER"}, {"COUNSELLOR", "ADMINISTRATOR"}, False),
        ({"DIRECTOR"}, {"ADMINISTRATOR"}, True),
        ({"DIRECTOR"}, {"NETWORK"}, False),
        ({"COUNSELLOR"}, {"COUNSELLOR"}, False),
        (set(), set(), False),
    ],
)
def test_nobody_changes_somebody_who_may_do_more(mine, theirs, allowed):
    assert may_change_person(mine, theirs) is allowed


def test_a_role_in_the_network_is_given_by_no_centre():
    assert all("NETWORK" not in grantable_roles({mine}) for mine in ("MANAGER", "DIRECTOR"))


def test_whoever_has_no_role_here_has_nothing_to_choose():
    assert (may_choose_for_oneself({"PARTNER"}), may_choose_for_oneself(())) == (True, False)
