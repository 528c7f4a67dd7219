"""The sentences of the reports."""

from django.utils.translation import gettext_lazy as _

CONTACTS_YEAR = _("contacts in one year")
CONTACTS_PERIOD = _("contacts in this period")
MORE_THAN = _("contacts at least, as published")
LEAD = _(
    "A contact is a moment of service, not a person. The same person may come back; we do not know "
    "who it is, and we want it so."
)
TOTAL_GROWTH = _("%(growth)s percent compared with %(before)s (%(number)s contacts).")
MODE = _("Mode")
CHANNEL = _("Channel")
MONTH = _("Month")
THEME = _("Theme")
LANGUAGE = _("Language")
YEAR = _("Year")
TOTAL = _("Total")
SHARE = _("Share")
GROWTH = _("Growth")
CONTACTS = _("Contacts")
MENTIONS = _("Themes spoken about")
SCHEME = _("Scheme or public")
FIGURE = _("Figure")
ANSWER = _("Answer")
PEOPLE = _("People")
NOT_STATED = _("Did not say")
NO_THEME = _("No theme noted")
OTHER_LANGUAGES = _("Other languages")
NO_LANGUAGE = _("Language not noted")

BY_MODE = _("Contacts by mode")
BY_CHANNEL = _("Individual advice by channel")
BY_MONTH = _("Contacts by month")
BY_THEME = _("By theme and by language")
YEARS = _("Year after year")
BREAK = _("series break")
AT_LEAST = _("%(year)s (more than)")
ABOUT = _("%(year)s (about)")
ORIGINS = _("counted by this house for some years, imported for others")
SCHEMES = _("Special publics and schemes")
DEMAND = _("Asked for and not given")
NOBODY_IN = _("Questions for which nobody was in")
WAITS = _("Waits before being called")
VOICES = _("What people say")
PROFILE = _("Who comes, as they choose to say")
AROUND = _("Around the contacts")
SHARES = _("Percentages, as published")

LARGEST = _("%(name)s is the largest: %(number)s of %(total)s contacts.")
BARS_TEXT = _("The largest is %(name)s, with %(number)s. All values are in the table beside it.")
LINES_TEXT = _(
    "%(name)s is highest in %(when)s, with %(number)s. All values are in the table beside it."
)
HIDDEN_TEXT = _("All values are in the table beside it.")
SMALL = _("“c” means 1 to 4: hidden, so that nobody can be recognised.")
OTHER = _("“–” is hidden too: otherwise the one before could be computed.")
OTHER_ALONE = _("“–” is hidden: taken from the rest of the year it would tell a small number.")
OF_YEAR = _("%(name)s, %(year)s")
IN_FULL = _(
    "Published in full by exception, cells of 1 to 4 too: the reason stands at the end of the "
    "report."
)
BELOW = _(
    "“!” contradicts itself: corrections took away %(number)s more than was counted in that line. "
    "The total is that of the other lines."
)
BELOW_SOMEHOW = _(
    "“!” contradicts itself: corrections took away more than was counted in that line. "
    "The total is that of the other lines."
)
WITHHELD = _("This table is not shown: with so few people, nothing of it could be hidden safely.")
SINCE = _("This house counts since %(day)s; the days before are not in these figures.")
ADDED = _(
    "A contact about two themes stands under both: the themes add up to more than the contacts."
)
NOT_ADDED = _("These lines may hold the same contacts: they are never added up.")
TWO_SOURCES = _("Answers from the two places come from different people and are never added up.")
UNCOMPARED = _("No figure of %(year)s is known to compare with.")
MISSING = _("Not known for %(period)s: this house did not count it, and nobody has published it.")
PARTIAL = _("The figures of %(period)s are not known month by month.")
IMPORTED_BESIDE = _(
    "Another source gives %(number)s for the same period. It is not used and not added."
)

PROGRAMME = _("Group activities of this house")
PROGRAMME_LEAD = _(
    "A session is one thing, whoever came; the people who came are in the contacts, each once."
)
PROGRAMME_THEME = _("Group activities by theme")
PROGRAMME_LANGUAGE = _("Group activities by language")
SESSIONS = _("Sessions")
PRESENT = _("People present")
UNCOUNTED = _("Of %(number)s sessions nobody noted how many came: they are in no number of people.")

FOUND = _("Did you find what you came for?")
CONTENT = _("How satisfied are you with the welcome and the advice?")
RECOMMEND = _("Would you tell a friend to come?")
GENDER = _("Gender")
AGE = _("Age")
STATUS = _("Situation")
MUNICIPALITY = _("Municipality")
OWN_INITIATIVE = _("Came on their own initiative")
FIRST_VISIT = _("First visit")
SHARE_OF_ANSWERS = _("Share of answers")
AROUND_DEFINITION = _(
    "Figures that were published beside the contacts. Each keeps the definition of its own; none "
    "is added to another."
)
BREAK_OF = _("%(name)s: %(text)s")
LINE_OF = _("%(name)s: %(item)s")
