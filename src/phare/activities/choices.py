"""The words of the programme that have a fixed list."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    INFO_SESSION = "INFO_SESSION", _("Info session")
    WORKSHOP = "WORKSHOP", _("Workshop")
    CONFERENCE = "CONFERENCE", _("Conference")
    FORUM = "FORUM", _("Forum")
    MEETING = "MEETING", _("Meeting with professionals")
    THEMED_DAY = "THEMED_DAY", _("Themed day")
    PERMANENCE = "PERMANENCE", _("Regular meeting point")
    VISIT = "VISIT", _("Guided visit")
    ROUND_TABLE = "ROUND_TABLE", _("Round table")


class ActivityState(models.TextChoices):
    """From idea to programme. Only what is approved can be published."""

    DRAFT = "DRAFT", _("Draft")
    PROPOSED = "PROPOSED", _("Proposed")
    APPROVED = "APPROVED", _("Approved")
    REFUSED = "REFUSED", _("Not taken up")
    ARCHIVED = "ARCHIVED", _("Put away")


class SessionState(models.TextChoices):
    DRAFT = "DRAFT", _("Not published")
    PUBLISHED = "PUBLISHED", _("Published")
    CANCELLED = "CANCELLED", _("Cancelled")
    CLOSED = "CLOSED", _("Held and counted")


class Mode(models.TextChoices):
    """The two capacities of a session."""

    ON_SITE = "ON_SITE", _("On site")
    ONLINE = "ONLINE", _("Online")


class SeatState(models.TextChoices):
    SEATED = "SEATED", _("Has a place")
    OFFERED = "OFFERED", _("Is offered a place")
    WAITING = "WAITING", _("On the waiting list")
    CANCELLED = "CANCELLED", _("Cancelled")
    LAPSED = "LAPSED", _("Did not answer the offer in time")
    DROPPED = "DROPPED", _("The session was cancelled")


HOLDING = (SeatState.SEATED, SeatState.OFFERED)  # these take places
ALIVE = (*HOLDING, SeatState.WAITING)


class RegistrationKind(models.TextChoices):
    """For whom somebody registers."""

    PERSON = "PERSON", _("For myself")
    RELATIVE = "RELATIVE", _("For somebody close to me")
    FAMILY = "FAMILY", _("For a family")
    CLASS = "CLASS", _("For a class")
    PARTNERS = "PARTNERS", _("For partners")
    DELEGATION = "DELEGATION", _("For a delegation")


GROUPS = (RegistrationKind.CLASS, RegistrationKind.PARTNERS, RegistrationKind.DELEGATION)


class Source(models.TextChoices):
    WEB = "WEB", _("On the site")
    DESK = "DESK", _("At the desk")
    PHONE = "PHONE", _("By telephone")


class Need(models.TextChoices):
    """What the organiser prepares; forgotten when the session is over."""

    SIGN_LANGUAGE = "SIGN_LANGUAGE", _("Sign language interpreter")
    WHEELCHAIR = "WHEELCHAIR", _("Wheelchair access")
    HEARING = "HEARING", _("Hearing loop")
    CHILDCARE = "CHILDCARE", _("Childcare")
    OTHER = "OTHER", _("Something else")


class Presence(models.TextChoices):
    UNKNOWN = "UNKNOWN", _("Not noted")
    PRESENT = "PRESENT", _("Present")
    ABSENT = "ABSENT", _("Did not come")


class VideoProvider(models.TextChoices):
    NONE = "NONE", _("No video")
    ADDRESS = "ADDRESS", _("By its address")
    JITSI = "JITSI", "Jitsi"
    BIG_BLUE_BUTTON = "BBB", "BigBlueButton"


class OneSided(models.TextChoices):
    """What happens to a text that is there in French or in Dutch only."""

    BLOCK = "BLOCK", _("It cannot be published")
    MARK = "MARK", _("It is published with a line that says so")


class RequestState(models.TextChoices):
    """A group visit is agreed on by proposals of dates, back and forth."""

    ASKED = "ASKED", _("To be answered")
    PROPOSED = "PROPOSED", _("Dates proposed to the group")
    COUNTERED = "COUNTERED", _("The group proposes other dates")
    AGREED = "AGREED", _("Agreed")
    DECLINED = "DECLINED", _("Not possible")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn by the group")


class Side(models.TextChoices):
    CENTRE = "CENTRE", _("The centre")
    GROUP = "GROUP", _("The group")


class LetterKind(models.TextChoices):
    """What may be owed to somebody who registered."""

    CONFIRMATION = "CONFIRMATION", _("Confirmation")
    WAITING = "WAITING", _("On the waiting list")
    OFFER = "OFFER", _("A place is offered")
    LAPSED = "LAPSED", _("The offer is over")
    CHANGE = "CHANGE", _("The session changes")
    CANCELLED = "CANCELLED", _("The session is cancelled")
    FAREWELL = "FAREWELL", _("The registration is cancelled")
    REMINDER = "REMINDER", _("Reminder")
    THANKS = "THANKS", _("Thanks and questionnaire")
    LINK = "LINK", _("A new link")


class VisitLetterKind(models.TextChoices):
    """What may be owed to a group that asked to come."""

    RECEIVED = "RECEIVED", _("Your request has arrived")
    PROPOSED = "PROPOSED", _("Dates are proposed")
    AGREED = "AGREED", _("The visit is agreed")
    DECLINED = "DECLINED", _("The visit is not possible")


class Chore(models.TextChoices):
    """What has to be done for most sessions; a task may also be written in one's own words."""

    TEXTS = "@TEXTS", _("Complete the texts in French and in Dutch")
    ANNOUNCE = "@ANNOUNCE", _("Announce it: site, screens, partners")
    ROOM = "@ROOM", _("Prepare the room")
    VIDEO = "@VIDEO", _("Try the video link")
    SPEAKERS = "@SPEAKERS", _("Confirm who comes to speak")
    SIGNS = "@SIGNS", _("Put up signs and the programme of the day")
    CATERING = "@CATERING", _("Order what there is to drink and eat")
    HANDOUTS = "@HANDOUTS", _("Print the hand-outs")
    PREPARATION = "@PREPARATION", _("Send the preparation sheet to the group")
    ATTENDANCE = "@ATTENDANCE", _("Note who came and close the session")


class LeftOut(models.TextChoices):
    """Why a date of a pattern makes no session."""

    HOLIDAY = "HOLIDAY", _("School holidays")
    CLOSED = "CLOSED", _("Closed")
    TAKEN = "TAKEN", _("The room is taken")
