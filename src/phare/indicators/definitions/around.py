"""Published figures around the contacts: activities, documents, web, networks, means, events."""

from django.utils.translation import gettext_lazy as _

from phare.indicators.definitions.kinds import Break, Indicator, Item, Unit, whole

AS_PUBLISHED = _("As published; the report gives no other definition.")
CHOSEN = _(
    "Percentages of the people who answered voluntary questions after an interview. Only the "
    "answers that were published are known."
)

ACTIVITIES = Indicator(
    "group_activities",
    _("Group activities held"),
    _("Sessions held, on site or online. A session held both ways at once is one session."),
    Unit.THINGS,
    (
        whole(),
        Item("ON_SITE", _("On site"), ("face to face", "on site")),
        Item("ONLINE", _("Online"), ("online",)),
    ),
    aliases=("group_activities_count",),
    adds_to=("group_activities", "ALL"),
)
PARTICIPANTS = Indicator(
    "participants_share",
    _("Participants of group activities: shares"),
    _("Two separate shares of all participants; they do not add up."),
    Unit.PERCENT,
    (
        Item("VIDEO", _("By video"), ("by videoconference",), question="video"),
        Item("DUTCH", _("In Dutch"), ("in dutch",), question="dutch"),
    ),
    aliases=("group_participants_share_pct",),
    overlap=True,
)
WORKS = Indicator(
    "works",
    _("Works in open access"),
    _("Titles of the documentation that may be read on the spot at the end of the year."),
    Unit.THINGS,
    (whole("ouvrages"),),
    aliases=("documents_open_access",),
)
NEET_YOUNG = Indicator(
    "neet_young_people",
    _("Project for young people: persons"),
    _(
        "Young people in neither work, studies nor training, followed by the project with their "
        "agreement. This counts persons, unlike every contact. The age limit was 18 to 24 in 2020."
    ),
    Unit.PEOPLE,
    (
        Item("ALL", _("Total"), ("young people supported, total",)),
        Item("ADVICE", _("In individual advice"), ("young people in individual advice",)),
        Item("ACTIVITY", _("In group activities"), ("young people in group activities",)),
    ),
    aliases=("neet",),
    adds_to=("neet_young_people", "ALL"),
    visitors=True,
    breaks=(Break(2021, _("Counted as contacts in 2020 and as persons in 2021.")),),
)
NEET_CONTACTS = Indicator(
    "neet_contacts",
    _("Project for young people: contacts and activities"),
    _("Contacts and activities of the project; not the number of young people."),
    Unit.CONTACTS,
    (
        Item("ADVICE", _("Contacts in individual advice"), ("individual advices",)),
        Item("ACTIVITIES", _("Activities held"), ("group activities organised",)),
        Item("ACTIVITY", _("Contacts in group activities"), ("contacts in group activities",)),
    ),
    aliases=("neet",),
    overlap=True,
    visitors=True,
)
COHORT = Indicator(
    "pilot_cohort",
    _("Pilot cohort"),
    _("A two-week course with a group that agreed to be followed."),
    Unit.THINGS,
    aliases=("uppercut",),
    open_items=True,
    overlap=True,
)
SATISFACTION = Indicator(
    "satisfaction_share",
    _("Satisfaction, as published"),
    _(
        "Percentages of the people surveyed that year. Each year asked other people in another "
        "way: never one curve. First visits asked of all visitors are not first visits asked after "
        "advice."
    ),
    Unit.PERCENT,
    (
        Item(
            "SATISFIED", _("Satisfied"), ("satisfied", "satisfied or very satisfied"), "satisfied"
        ),
        Item(
            "RECOMMEND",
            _("Recommend it"),
            ("recommended to friends or acquaintances", "would recommend"),
            "recommend",
        ),
        Item(
            "FOUND", _("Found what they came for"), ("found what they were looking for",), "found"
        ),
        Item("OFTEN", _("Came several times a month"), ("visited several times a month",), "often"),
        Item("FIRST_VISIT", _("First visit, among all visitors"), ("first visit",), "first"),
        Item("FOR_ADVICE", _("Came for individual advice"), ("individual advice",), "reason"),
    ),
    aliases=("satisfaction_pct", "satisfaction_visit_reason_pct"),
    overlap=True,
    breaks=(Break(2023, _("Asked of all visitors in 2023, of a sample of 500 users in 2020.")),),
)
SAMPLE = Indicator(
    "satisfaction_sample",
    _("People surveyed about satisfaction"),
    AS_PUBLISHED,
    Unit.PEOPLE,
    (whole("users surveyed"),),
)
GENDER = Indicator(
    "visitor_gender",
    _("Gender of visitors, as published"),
    CHOSEN,
    Unit.PERCENT,
    (
        Item("WOMAN", _("Women"), ("women",), "all"),
        Item("MAN", _("Men"), ("men",), "all"),
        Item(
            "WOMAN_ADVICE", _("Women in individual advice"), ("women, individual advice",), "advice"
        ),
        Item("MAN_ADVICE", _("Men in individual advice"), ("men, individual advice",), "advice"),
        Item(
            "WOMAN_UNDER_25", _("Women among the under-25s"), ("women among under-25s",), "under 25"
        ),
        Item("MAN_UNDER_25", _("Men among the under-25s"), ("men among under-25s",), "under 25"),
    ),
    aliases=("visitor_profile_gender_pct",),
)
AGE = Indicator(
    "visitor_age",
    _("Age of visitors, as published"),
    _("Only the largest classes were printed, of two different widths; they do not add up."),
    Unit.PERCENT,
    (
        Item("A25_29", _("25 to 29 (largest five-year class)"), ("25-29",)),
        Item("A30_39", _("30 to 39 (largest ten-year class)"), ("30-39",)),
    ),
    aliases=("visitor_profile_age_pct",),
    overlap=True,
)
VISITORS = Indicator(
    "visitor_profile",
    _("Visitors, as published"),
    CHOSEN,
    Unit.PERCENT,
    (
        Item(
            "BRUSSELS",
            _("Live in the Brussels Region"),
            ("resident in the brussels region",),
            "home",
        ),
        Item("JOBSEEKER", _("Looking for work"), ("jobseekers",), "status"),
        Item(
            "OWN_INITIATIVE",
            _("Came on their own initiative"),
            ("came on own initiative",),
            "initiative",
        ),
        Item(
            "FIRST_VISIT",
            _("First visit, asked after advice"),
            ("first visit to the cdm in 2021",),
            "first",
        ),
        Item("A30_49", _("Aged 30 to 49"), ("age 30-49",), "age"),
        Item("FRENCH", _("French-speaking"), ("french-speaking",), "language"),
        Item(
            "FOREIGN_DIPLOMA",
            _("Foreign diploma without equivalence"),
            ("foreign diploma without equivalence",),
            "diploma",
        ),
        Item(
            "SECONDARY",
            _("At most upper-secondary diploma"),
            ("at most upper-secondary diploma",),
            "diploma level",
        ),
    ),
    aliases=("visitor_profile_pct",),
    overlap=True,
)
PAGES = Indicator(
    "website_page_views",
    _("Website: pages viewed"),
    AS_PUBLISHED,
    Unit.THINGS,
    (whole(),),
)
UNIQUE = Indicator(
    "website_unique_visitors",
    _("Website: unique visitors"),
    AS_PUBLISHED,
    Unit.THINGS,
    (whole(),),
    moves_with=("website_page_views", "ALL"),
    breaks=(
        Break(
            2021,
            _(
                "From 2021 on, visitors of the website are counted in another way: four times "
                "fewer visitors for more pages."
            ),
        ),
    ),
)
ORIGIN = Indicator(
    "website_origin",
    _("Website: where visitors are"),
    AS_PUBLISHED,
    Unit.PERCENT,
    (
        Item("BRUSSELS", _("Brussels-Capital Region"), ("brussels-capital region",), "origin"),
        Item("OTHER", _("Elsewhere"), ("other",), "origin"),
    ),
    aliases=("website_visitor_origin_pct",),
)
FAQ = Indicator(
    "faq_requests",
    _("Questions put to the answering robot"),
    AS_PUBLISHED,
    Unit.THINGS,
    (whole(),),
    aliases=("faqbot_requests",),
)
JOINT = Indicator(
    "joint_report",
    _("Figures quoted by another report"),
    _(
        "A joint report of two promoters counts other things: its call centre is the whole call "
        "centre, its participants and interviews have other limits. Never compared with our own."
    ),
    Unit.THINGS,
    (
        Item("INTERVIEWS", _("Individual interviews"), ("individual interviews",)),
        Item("MAIL", _("Answers by e-mail"), ("e-mail answers",)),
        Item("PARTICIPANTS", _("Participants"), ("participants",)),
        Item("WEB_VISITORS", _("Visitors of the website"), ("visitors",)),
        Item("CALLS", _("Calls to the call centre"), ("calls",)),
    ),
    aliases=("advice", "group_activities", "website", "call_centre"),
    overlap=True,
)
