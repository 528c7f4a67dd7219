"""From idea to programme: drafts, proposals, and what may be published."""

import pytest

from phare.activities import actions
from phare.activities.actions import About
from phare.activities.choices import ActivityState, OneSided, SessionState
from phare.activities.models import Activity
from phare.activities.queries.ideas import ideas, own_activity, partners_of
from phare.centres.actions import add_partner
from phare.centres.choices import PartnerKind
from phare.ground import clock
from tests.factories.activities import make_activity, make_session, make_settings
from tests.factories.centres import MORNING, both, make_centre

pytestmark = pytest.mark.django_db
FRENCH_ONLY = {"fr": "Atelier"}


def about(**more):
    given = {"kind": "WORKSHOP", "title": both("Atelier"), "lead": {}, "text": {}, "bring": {}}
    return About(**{**given, **more})


def partner(centre, name):
    return add_partner(
        centre=centre, name=both(name), kind=PartnerKind.SECOND_CIRCLE, since=MORNING.date()
    )


def test_the_same_form_sent_twice_drafts_one_activity():
    centre = make_centre()

    first = actions.draft_activity(centre=centre, about=about(), key="abcdefghijkl")
    again = actions.draft_activity(centre=centre, about=about(), key="abcdefghijkl")

    assert first == again
    assert Activity.objects.count() == 1


def test_an_activity_needs_a_title_in_french_or_dutch_and_ages_that_run_forward():
    centre = make_centre()

    with pytest.raises(actions.TitleIsMissing):
        actions.draft_activity(centre=centre, about=about(title={"en": "Workshop"}))
    with pytest.raises(actions.AgesRunBackwards):
        actions.draft_activity(centre=centre, about=about(age_from=30, age_below=30))


def test_a_national_number_in_a_text_is_masked():
    centre = make_centre()

    activity = actions.draft_activity(
        centre=centre, about=about(text={"fr": "Voir 85.07.30-033.28"}), wish="85073003328"
    )

    assert (activity.text, activity.wish) == ({"fr": "Voir […]"}, "[…]")


def test_a_proposal_is_answered_changed_and_proposed_again():
    centre = make_centre()
    theirs = partner(centre, "Partner")
    activity = actions.draft_activity(centre=centre, about=about(), proposed_by=theirs)

    actions.propose_activity(activity)
    refused = actions.refuse_activity(activity, answer="Pas ce trimestre.")
    changed = actions.change_activity(activity, about=about(lead=both("More")))
    actions.propose_activity(activity)
    approved = actions.approve_activity(activity)

    assert (refused.state, refused.answer) == (ActivityState.REFUSED, "Pas ce trimestre.")
    assert changed.state == ActivityState.DRAFT
    assert approved.state == ActivityState.APPROVED
    assert partners_of(approved) == [theirs]


def test_what_is_decided_is_not_decided_again():
    activity = make_activity(make_centre())

    with pytest.raises(actions.NotInThatState):
        actions.refuse_activity(activity, answer="No")


def test_partners_of_an_activity_stand_in_alphabetical_order():
    centre = make_centre()
    late, early = partner(centre, "Zèbre"), partner(centre, "abeille")

    activity = make_activity(centre, partners=[late, early])

    assert partners_of(activity) == [early, late]


def test_a_partner_finds_own_activities_and_no_others():
    centre = make_centre()
    theirs, others = partner(centre, "Ours"), partner(centre, "Others")
    mine = make_activity(centre, partners=[theirs])

    assert own_activity(mine.key, centre=centre, partner=theirs) == mine
    assert own_activity(mine.key, centre=centre, partner=others) is None


def test_one_side_missing_blocks_or_is_marked_as_the_centre_has_set():
    with clock.stopped_at(MORNING):
        centre = make_centre()
        session = make_session(make_activity(centre, text=FRENCH_ONLY), state=SessionState.DRAFT)

        with pytest.raises(actions.SideIsMissing) as refused:
            actions.publish_session(session)
        make_settings(centre, one_sided=OneSided.MARK)
        published = actions.publish_session(session)

    assert refused.value.missing == ("nl",)
    assert published.state == SessionState.PUBLISHED


def test_a_published_activity_does_not_lose_a_side():
    with clock.stopped_at(MORNING):
        activity = make_activity(make_centre())
        make_session(activity)

        with pytest.raises(actions.SideIsMissing):
            actions.change_activity(activity, about=about(title=FRENCH_ONLY))


def test_only_what_is_approved_is_published_and_only_before_it_begins():
    centre = make_centre()
    draft = make_activity(centre, state=ActivityState.PROPOSED)
    session = make_session(draft, state=SessionState.DRAFT)
    past = make_session(make_activity(centre), state=SessionState.DRAFT)

    with clock.stopped_at(MORNING), pytest.raises(actions.NotApproved):
        actions.publish_session(session)
    with clock.stopped_at(past.starts_at), pytest.raises(actions.SessionHasBegun):
        actions.publish_session(past)


def test_a_session_online_is_not_published_without_its_video():
    with clock.stopped_at(MORNING):
        session = make_session(make_activity(make_centre()), online=20, state=SessionState.DRAFT)

        with pytest.raises(actions.VideoIsMissing):
            actions.publish_session(session)


def test_many_are_published_at_once_and_the_others_say_why_not():
    with clock.stopped_at(MORNING):
        centre = make_centre()
        good = make_session(make_activity(centre), state=SessionState.DRAFT)
        bad = make_session(make_activity(centre, title="B", lead=FRENCH_ONLY), state="DRAFT")

        published, refused = actions.publish_sessions([good, bad], centre=centre)

    assert published == [good]
    assert [(session, type(why)) for session, why in refused] == [(bad, actions.SideIsMissing)]


def test_an_activity_with_sessions_to_come_is_not_put_away():
    with clock.stopped_at(MORNING):
        activity = make_activity(make_centre())
        session = make_session(activity)

        with pytest.raises(actions.SessionsAreToCome):
            actions.archive_activity(activity)
        actions.cancel_session(session, because=both("Malade"))
        actions.archive_activity(activity)

        assert ideas(centre=activity.centre, since=MORNING) == []
        assert actions.restore_activity(activity).state == ActivityState.DRAFT
