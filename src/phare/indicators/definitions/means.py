"""Published figures about means, networks and events, whose lines are free labels."""

from django.utils.translation import gettext_lazy as _

from phare.indicators.definitions.around import (
    ACTIVITIES,
    AGE,
    AS_PUBLISHED,
    COHORT,
    FAQ,
    GENDER,
    JOINT,
    NEET_CONTACTS,
    NEET_YOUNG,
    ORIGIN,
    PAGES,
    PARTICIPANTS,
    SAMPLE,
    SATISFACTION,
    UNIQUE,
    VISITORS,
    WORKS,
)
from phare.indicators.definitions.kinds import Indicator, Item, Text, Unit, whole


def _labelled(
    code: str, name: Text, unit: str = Unit.THINGS, *aliases: str, definition: Text = AS_PUBLISHED
) -> Indicator:
    """An indicator whose items are the labels of the file, each on its own."""
    return Indicator(code, name, definition, unit, aliases=aliases, open_items=True, overlap=True)


def _shares(code: str, name: Text, *aliases: str) -> Indicator:
    """Percentages of one question, with the labels of the file."""
    return Indicator(code, name, AS_PUBLISHED, Unit.PERCENT, aliases=aliases, open_items=True)


def _count(code: str, name: Text, unit: str = Unit.THINGS) -> Indicator:
    return Indicator(code, name, AS_PUBLISHED, unit, (whole("count"),))


BUDGET = Indicator(
    "budget",
    _("Budget"),
    _("The budget of the year, as printed in the text."),
    Unit.EUROS,
    (whole("all promoters"),),
    aliases=("budget_eur_total",),
)
BUDGET_PARTS = Indicator(
    "budget_by_promoter",
    _("Budget by promoter"),
    _("What each promoter pays; the parts add up to the budget."),
    Unit.EUROS,
    aliases=("budget_eur",),
    adds_to=("budget", "ALL"),
    open_items=True,
)
STAFF = Indicator(
    "staff",
    _("People working in the centre"),
    _("People, not full-time equivalents; direction and coordination not included."),
    Unit.THINGS,
    (whole("experts"),),
    aliases=("staff_total",),
)
STAFF_PARTS = Indicator(
    "staff_by_institution",
    _("People working in the centre, by institution"),
    _("Which institution pays them; for accountability as a whole, never shown to visitors."),
    Unit.THINGS,
    aliases=("staff",),
    adds_to=("staff", "ALL"),
    open_items=True,
)
DAILY = Indicator(
    "daily_visitors",
    _("Visitors a day, estimated"),
    _("An estimate from tickets and questionnaires of the first six weeks, in 2018."),
    Unit.PEOPLE,
    (
        whole(),
        Item("MULTIMEDIA", _("Computers"), ("computer equipment",)),
        Item("ADVICE", _("Individual advice"), ("individual advice",)),
        Item("ACTIVITY", _("Group activities"), ("group activities",)),
    ),
    aliases=("daily_visitors_estimate",),
    adds_to=("daily_visitors", "ALL"),
)

AROUND = (
    ACTIVITIES,
    PARTICIPANTS,
    WORKS,
    NEET_YOUNG,
    NEET_CONTACTS,
    COHORT,
    SATISFACTION,
    SAMPLE,
    GENDER,
    AGE,
    VISITORS,
    PAGES,
    UNIQUE,
    ORIGIN,
    FAQ,
    JOINT,
    _count("facebook_followers", _("Facebook: followers")),
    _count("facebook_posts", _("Facebook: posts")),
    _count("linkedin_followers", _("LinkedIn: followers")),
    _shares("facebook_gender", _("Facebook: gender of followers"), "facebook_audience_gender_pct"),
    _shares("facebook_region", _("Facebook: region of followers"), "facebook_audience_region_pct"),
    _shares(
        "facebook_age_and_gender",
        _("Facebook: age and gender of followers"),
        "facebook_audience_age_gender_pct_unlabelled",
    ),
    _shares("linkedin_region", _("LinkedIn: region of followers"), "linkedin_audience_region_pct"),
    _shares(
        "linkedin_profile", _("LinkedIn: position of followers"), "linkedin_audience_profile_pct"
    ),
    BUDGET,
    BUDGET_PARTS,
    _shares("budget_share", _("Budget: share of each promoter"), "budget_share_pct"),
    STAFF,
    STAFF_PARTS,
    _labelled("staff_direction", _("Direction and coordination")),
    _labelled("equipment", _("Computers and tablets"), Unit.THINGS, "capacity_equipment"),
    _labelled("advice_desks", _("Advice desks"), Unit.THINGS, "capacity_advice"),
    _labelled("room_places", _("Places in rooms"), Unit.THINGS, "room_capacity_places"),
    DAILY,
    _count("themes", _("Themes")),
    _count("service_modes", _("Ways of being served")),
    _count("network_cites_worldwide", _("Centres of the network in the world")),
    _labelled("network_centres", _("Centres of the network"), Unit.THINGS, "network_cites"),
    _labelled("network_countries", _("Countries of the network")),
    _labelled(
        "unemployment_falling_months",
        _("Months of falling unemployment"),
    ),
    _labelled(
        "first_video_meeting",
        _("First team meeting by video"),
        Unit.THINGS,
        "team_online_first_video_meeting",
    ),
    _labelled(
        "answer_time_hours", _("Answer promised, in hours"), Unit.THINGS, "answer_time_max_hours"
    ),
    _labelled("new_partners", _("New partners")),
    _labelled("partner_meetings", _("Meetings with partners")),
    _labelled("event_participants", _("Participants of large events"), Unit.PEOPLE),
    _labelled("spring_school", _("Spring school"), Unit.PEOPLE),
    _labelled("fair_attendance", _("Fairs: young people met"), Unit.PEOPLE),
    _labelled("fair_exhibitors", _("Fairs: organisations present")),
    _labelled("fair_content", _("Fairs: what was shown")),
    _labelled("guided_tours", _("Guided tours on a phone")),
    _count("formtruck_outings", _("Outings of the Formtruck")),
)
