"""Figures of the programme: sessions held, who registered and who came."""

from django.utils.translation import gettext_lazy as _

from phare.indicators.definitions.kinds import Indicator, Item, Unit, whole

HELD = Indicator(
    "sessions_held",
    _("Sessions of group activities held"),
    _(
        "Sessions that took place, by the way people took part. One that took place in a room and "
        "by video at once is one session. Cancelled sessions are not in it."
    ),
    Unit.THINGS,
    (
        whole(),
        Item("ON_SITE", _("On site only")),
        Item("ONLINE", _("Online only")),
        Item("HYBRID", _("Both at once")),
    ),
    adds_to=("sessions_held", "ALL"),
)
ATTENDANCE = Indicator(
    "registered_and_present",
    _("Registered and present"),
    _(
        "People who had a place when a session began, and people who came. Only sessions that were "
        "counted are in it. Some came without registering; some who had registered did not come."
    ),
    Unit.PEOPLE,
    (
        Item("REGISTERED", _("Registered")),
        Item("PRESENT", _("Present")),
        Item("WALKED_IN", _("Present without having registered")),
        Item("ABSENT", _("Registered and not present")),
        Item("CANCELLED", _("Cancelled in time")),
        Item("LEFT_WAITING", _("Waited for a place in vain")),
    ),
    overlap=True,
    visitors=True,
)
BY_THEME = Indicator(
    "activities_by_theme",
    _("Group activities by theme"),
    _(
        "Sessions held and people present, by theme. A session about two themes stands under both: "
        "the lines are never added up."
    ),
    Unit.PEOPLE,
    overlap=True,
    visitors=True,
)
BY_LANGUAGE = Indicator(
    "activities_by_language",
    _("Group activities by language"),
    _(
        "Sessions held and people present, by language. A session in two languages stands under "
        "both; the people are counted under the language they followed."
    ),
    Unit.PEOPLE,
    overlap=True,
    visitors=True,
)

PROGRAMME = (HELD, ATTENDANCE, BY_THEME, BY_LANGUAGE)
