"""The figures of contacts: what was always counted, and what only this house counts."""

from django.utils.translation import gettext_lazy as _

from phare.contacts.choices import Channel, Mode
from phare.indicators.definitions.kinds import Break, Indicator, Item, Unit, whole

CONTACT = _(
    "A contact is one service given to one person, at one moment, by any way in. It is not a "
    "person: somebody who comes three times is three contacts, and nobody knows that it is the "
    "same person."
)
MODES_BREAK = Break(
    2023,
    _(
        "From 2023 on, outings, fairs and events are a fourth mode and belong to the total. "
        "Before, they were counted inside the other modes or not at all."
    ),
)

CONTACTS = Indicator(
    "contacts",
    _("Contacts, all modes"),
    CONTACT,
    Unit.CONTACTS,
    (whole(),),
    aliases=("contacts_total",),
    visitors=True,
    breaks=(MODES_BREAK,),
)
MODES = Indicator(
    "contacts_by_mode",
    _("Contacts by mode"),
    _(
        "Each contact has exactly one mode; the modes add up to all contacts. Individual advice is "
        "a conversation with a counsellor by any channel; the multimedia area counts who used it "
        "or the documentation; a group activity counts each participant."
    ),
    Unit.CONTACTS,
    (
        Item(Mode.ADVICE, Mode.ADVICE.label, ("individual advice", "conseil individuel")),
        Item(
            Mode.MULTIMEDIA,
            Mode.MULTIMEDIA.label,
            ("multimedia space", "multimedia area", "multimedia space and documentation centre"),
        ),
        Item(Mode.ACTIVITY, Mode.ACTIVITY.label, ("group activities", "activités collectives")),
        Item(Mode.OUTREACH, Mode.OUTREACH.label, ("fairs, events and formtruck", "outings")),
    ),
    adds_to=("contacts", "ALL"),
    visitors=True,
    breaks=(MODES_BREAK,),
)
CHANNELS = Indicator(
    "advice_by_channel",
    _("Individual advice by channel"),
    _(
        "How advice was given. Each contact of advice has one channel; the channels add up to the "
        "individual advice. The line “project for young people” counts contacts; the figures of "
        "the project itself count persons, and are not the same thing."
    ),
    Unit.CONTACTS,
    (
        Item(Channel.FACE_TO_FACE, Channel.FACE_TO_FACE.label, ("face to face",)),
        Item(
            Channel.MAIL, Channel.MAIL.label, ("e-mail info@cdm-bp.brussels", "e-mail", "mailbox")
        ),
        Item(
            Channel.CALL_CENTRE,
            Channel.CALL_CENTRE.label,
            ("call centre 0800 555 66", "call centre"),
        ),
        Item(Channel.MESSENGER, Channel.MESSENGER.label, ("facebook messenger chat", "messenger")),
        Item(Channel.CHAT, Channel.CHAT.label, ("chat",)),
        Item(Channel.VIDEO, Channel.VIDEO.label, ("video", "video conference")),
        Item(Channel.AFTER_ACTIVITY, Channel.AFTER_ACTIVITY.label, ("following group activities",)),
        Item(Channel.SCHOOL, Channel.SCHOOL.label, ("at a school", "in schools")),
        Item(Channel.OUTING, Channel.OUTING.label, ("on an outing",)),
        Item(
            Channel.PROJECT,
            Channel.PROJECT.label,
            ("neet project contacts", "neet specific advice"),
        ),
    ),
    aliases=("advice_contacts_by_channel",),
    adds_to=("contacts_by_mode", "ADVICE"),
    visitors=True,
    breaks=(
        Break(
            2021,
            _(
                "Advice by chat and by video was given in 2021 but has no line of its own in the "
                "published channels: it is missing or counted in another line."
            ),
        ),
    ),
)
MONTHS = Indicator(
    "contacts_by_month",
    _("Contacts by month"),
    _("The contacts of each calendar month, by mode. The months add up to the period."),
    Unit.CONTACTS,
    visitors=True,
    breaks=(MODES_BREAK,),
)
THEMES = Indicator(
    "contacts_by_theme_and_language",
    _("Contacts by theme and language"),
    _(
        "A contact about two themes is one contact. It stands under each of its themes, so the "
        "themes add up to more than the number of contacts. Each contact has one language."
    ),
    Unit.CONTACTS,
    visitors=True,
)
GROWTH = Indicator(
    "growth",
    _("Growth over the year before, as stated"),
    _(
        "The growth a report printed, kept beside the growth computed from its own figures. "
        "Growth is the difference divided by the earlier figure."
    ),
    Unit.GROWTH,
    (
        Item("CONTACTS", _("All contacts"), ("total contacts",), of=("contacts", "ALL")),
        Item("WORKS", _("Works in open access"), ("ouvrages",), of=("works", "ALL")),
        Item(
            "ADVICE_JAN_FEB",
            _("Individual advice, January and February"),
            ("individual advice, jan-feb",),
        ),
        Item(
            "ACTIVITY_JAN_FEB",
            _("Group activities, January and February"),
            ("group activities, jan-feb",),
        ),
        Item(
            "ACTIVITY_JAN",
            _("Group activities, January"),
            ("group activities contacts peak, jan 2020",),
        ),
    ),
    aliases=("growth_vs_previous_year_pct",),
)
GROWTH_THREE_YEARS = Indicator(
    "growth_three_years",
    _("Growth over three years, as stated"),
    _("The growth a report printed for the last three years."),
    Unit.GROWTH,
    (
        Item(
            "FOLLOWERS",
            _("Followers on social networks"),
            ("social-network followers",),
            of=("facebook_followers", "ALL"),
        ),
    ),
    aliases=("growth_three_years_pct",),
    years=3,
)
TARGET = Indicator(
    "contacts_target",
    _("Contacts aimed at"),
    _("The yearly objective agreed for all contacts."),
    Unit.CONTACTS,
    (whole("annual objective"),),
)
SCHEMES = Indicator(
    "schemes",
    _("Special publics and schemes"),
    _(
        "Contacts that carry the tag of a scheme or of a special public. They are part of the "
        "contacts already counted and may overlap: they are never added up, nor added to the total."
    ),
    Unit.CONTACTS,
    (
        Item(
            "VALIDATION",
            _("Validation of competences: information"),
            ("validation des compétences information",),
        ),
        Item(
            "IDENTIFICATION",
            _("Identification of competences"),
            ("identification des compétences",),
        ),
        Item("EUROGUIDANCE", _("Euroguidance"), ("euroguidance",)),
        Item("PRISON", _("People in prison: reintegration"), ("insertion of prisoners",)),
        Item("DISABILITY", _("Disability: public and professionals"), ("disability",)),
        Item("FORMTRUCK", _("Advice on board the Formtruck"), ("formtruck advice",)),
    ),
    aliases=("special_public_reached",),
    overlap=True,
    visitors=True,
    breaks=(
        Break(
            2023,
            _("From 2023 on, outings with the Formtruck belong to the fourth mode of contacts."),
        ),
    ),
)
ASKED = Indicator(
    "asked_and_not_helped",
    _("Asked for and not given"),
    _(
        "Counted beside the contacts, without any person: tickets taken, people who left before "
        "being called or were not there, people not served at closing, and questions in a language "
        "or theme for which nobody was in."
    ),
    Unit.PEOPLE,
    visitors=True,
)
WAITS = Indicator(
    "waits",
    _("Waits before being called"),
    _("How long people with a ticket waited before being called, in five classes."),
    Unit.PEOPLE,
    visitors=True,
)
VOICES = Indicator(
    "opinions",
    _("What people say"),
    _(
        "Three voluntary questions. Answers given after an interview and answers given at the "
        "kiosk come from different people and are never added up. Whoever answers chose to answer."
    ),
    Unit.PEOPLE,
    visitors=True,
)
PROFILE = Indicator(
    "profile",
    _("Who comes, as they choose to say"),
    _(
        "Answers to voluntary questions, kept by month and apart from the contact they were given "
        "at. Who did not answer is shown apart and is part of no percentage."
    ),
    Unit.PEOPLE,
    visitors=True,
)

COUNTED = (
    CONTACTS,
    MODES,
    CHANNELS,
    MONTHS,
    THEMES,
    GROWTH,
    GROWTH_THREE_YEARS,
    TARGET,
    SCHEMES,
    ASKED,
    WAITS,
    VOICES,
    PROFILE,
)
