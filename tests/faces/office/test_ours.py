"""A partner's corner: own activities, how many come, never who."""

import re

import pytest

from phare.activities.choices import ActivityState, SeatState
from phare.activities.models import Activity, Attendance
from phare.centres.actions import add_partner
from phare.centres.choices import PartnerKind
from phare.people.actions import set_employer
from tests.faces.office.conftest import page, signed_in
from tests.factories.activities import make_activity, make_registration, make_seat, make_session
from tests.factories.centres import MORNING, both
from tests.factories.people import make_person

OURS = "/en/office/ours/"


@pytest.fixture
def partner(centre):
    return add_partner(
        centre=centre, name=both("Boussole"), kind=PartnerKind.SECOND_CIRCLE, since=MORNING.date()
    )


@pytest.fixture
def colleague(centre, partner):
    person = make_person(centre, "PARTNER", name="Pia")
    set_employer(person, centre=centre, employer=partner)
    return signed_in(person)


def proposal(**more):
    given = {"key": "abcdefghijkl", "kind": "MEETING", "themes": ["work"], "wish": "Un mardi"}
    for name in ("title", "lead", "text", "bring"):
        given |= {f"{name}_{code}": "" for code in ("fr", "nl", "en", "de")}
    return given | {"title_fr": "Métiers du bois"} | more


def test_a_proposal_is_drafted_proposed_refused_changed_and_proposed_again(
    centre, partner, colleague, manager
):
    answer = colleague.post(f"{OURS}new/", proposal())
    activity = Activity.objects.get()
    assert answer["Location"] == f"{OURS}{activity.key}/"
    assert (activity.proposed_by, list(activity.partners.all())) == (partner, [partner])

    colleague.post(f"{OURS}{activity.key}/propose/")
    office = f"/en/office/programme/activities/{activity.key}/"
    assert "Métiers du bois" in page(manager.get("/en/office/programme/proposals/"))
    manager.post(f"{office}refuse/", {"answer": "Plutôt au printemps."})
    assert "Plutôt au printemps." in page(colleague.get(f"{OURS}{activity.key}/"))

    colleague.post(f"{OURS}{activity.key}/change/", proposal(wish="Un mardi d’avril"))
    colleague.post(f"{OURS}{activity.key}/propose/")
    manager.post(f"{office}approve/")
    activity.refresh_from_db()
    assert (activity.state, activity.wish) == (ActivityState.APPROVED, "Un mardi d’avril")


def test_what_is_approved_is_the_partners_to_see_and_not_to_change(centre, partner, colleague):
    activity = make_activity(centre, proposed_by=partner, partners=[partner])

    assert colleague.get(f"{OURS}{activity.key}/").status_code == 200
    assert colleague.get(f"{OURS}{activity.key}/change/").status_code == 404
    assert colleague.post(f"{OURS}{activity.key}/propose/").status_code == 404


def test_a_partner_keeps_what_the_team_has_added(centre, partner, colleague):
    activity = make_activity(
        centre, proposed_by=partner, partners=[partner], state="DRAFT", scheme="validation"
    )

    colleague.post(f"{OURS}{activity.key}/change/", proposal())

    activity.refresh_from_db()
    assert (activity.scheme, activity.title["fr"]) == ("validation", "Métiers du bois")


def test_activities_of_others_are_not_there(centre, colleague):
    activity = make_activity(centre)

    for address in (f"{OURS}{activity.key}/", f"{OURS}{activity.key}/change/"):
        assert colleague.get(address).status_code == 404
    assert str(activity.title["en"]) not in page(colleague.get(OURS))


def test_somebody_without_an_organisation_is_told_whom_to_ask(centre):
    alone = signed_in(make_person(centre, "PARTNER"))

    assert "Your organisation is not noted yet" in page(alone.get(OURS))
    assert alone.get(f"{OURS}new/").status_code == 404


def links(text):
    found = re.findall(r'href="(/[^"#]*)"', text)
    return {one.split("?")[0] for one in found if "/static/" not in one and "/signout" not in one}


def test_no_page_a_partner_can_open_names_somebody_who_registered(centre, partner, colleague):
    """Every page that can be reached from the first one, and every address of the office."""
    mine = make_activity(centre, partners=[partner], proposed_by=partner)
    others = make_activity(centre, title="Ailleurs")
    names = []
    for activity in (mine, others):
        session = make_session(activity, online=5)
        for number, state in enumerate((SeatState.SEATED, SeatState.OFFERED, SeatState.WAITING)):
            name = f"Nomdusecret{activity.pk}x{number}"
            names += [name, f"{name}@secret.example"]
            somebody = make_registration(
                centre, name=name, mail=f"{name}@secret.example", needs_note=f"{name} note"
            )
            make_seat(session, registration=somebody, state=state)
        Attendance.objects.create(
            centre=centre, session=session, mode="ON_SITE", registered=2, present=1
        )
    seen, todo = set(), {OURS}
    while todo and len(seen) < 300:
        address = todo.pop()
        seen.add(address)
        answer = colleague.get(address)
        if answer.status_code != 200 or answer.streaming:
            continue
        text = page(answer)
        assert not [name for name in names if name in text], address
        todo |= links(text) - seen

    assert f"{OURS}{mine.key}/" in seen
    text = re.sub(r'<span class="onfold".*?</span>', "", page(colleague.get(f"{OURS}{mine.key}/")))
    assert re.search(r'<td class="n">2</td>\s*<td class="n">\d+</td>\s*<td class="n">1</td>', text)
    for session_page in ("/en/office/programme/", f"/en/office/programme/activities/{mine.key}/"):
        assert colleague.get(session_page).status_code == 403
