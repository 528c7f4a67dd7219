"""The words of a contact that have a fixed list."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    """The modes that add up to all contacts."""

    ADVICE = "ADVICE", _("Individual advice")
    MULTIMEDIA = "MULTIMEDIA", _("Multimedia area and documentation")
    ACTIVITY = "ACTIVITY", _("Group activities")
    OUTREACH = "OUTREACH", _("Outings, fairs and events")


class Channel(models.TextChoices):
    """How advice was given."""

    FACE_TO_FACE = "FACE_TO_FACE", _("Face to face")
    MAIL = "MAIL", _("E-mail")
    CALL_CENTRE = "CALL_CENTRE", _("Call centre")
    MESSENGER = "MESSENGER", _("Social messenger")
    CHAT = "CHAT", _("Chat")
    VIDEO = "VIDEO", _("Video")
    AFTER_ACTIVITY = "AFTER_ACTIVITY", _("After a group activity")
    SCHOOL = "SCHOOL", _("At a school")
    OUTING = "OUTING", _("On an outing")
    PROJECT = "PROJECT", _("Project for young people")
    NONE = "NONE", _("Without channel")


class HalfDay(models.TextChoices):
    MORNING = "MORNING", _("Morning")
    AFTERNOON = "AFTERNOON", _("Afternoon")


class Correction(models.TextChoices):
    TYPED_TWICE = "TYPED_TWICE", _("Typed twice")
    WRONG_THEME = "WRONG_THEME", _("Wrong theme, language or channel")
    NOT_ADVICE = "NOT_ADVICE", _("It was not advice")
    OTHER = "OTHER", _("Another mistake")


class ReferredTo(models.TextChoices):
    """Kinds of places a person was sent to next, never an organisation."""

    TRAINING = "TRAINING", _("A training")
    EDUCATION = "EDUCATION", _("A school or studies")
    EMPLOYER = "EMPLOYER", _("An employer or a job offer")
    ACTIVITY = "ACTIVITY", _("A group activity")
    SOCIAL = "SOCIAL", _("A social service")
    OTHER = "OTHER", _("Another place")


NOT_STATED = "NOT_STATED"


class Gender(models.TextChoices):
    WOMAN = "WOMAN", _("Woman")
    MAN = "MAN", _("Man")
    OTHER = "OTHER", _("Other")


class AgeBand(models.TextChoices):
    """Five bands of the desk, with the two five-year classes the reports have published."""

    UNDER_18 = "UNDER_18", _("Under 18")
    A18_24 = "A18_24", _("18–24")
    A25_29 = "A25_29", _("25–29")
    A30_39 = "A30_39", _("30–39")
    A40_49 = "A40_49", _("40–49")
    A50_PLUS = "A50_PLUS", _("50 and over")


class Status(models.TextChoices):
    JOBSEEKER = "JOBSEEKER", _("Looking for work")
    WORKER = "WORKER", _("Working")
    STUDENT = "STUDENT", _("Pupil or student")
    OTHER = "OTHER", _("Other")


class Residence(models.TextChoices):
    """Where somebody lives, beside the municipalities known by their code."""

    ELSEWHERE = "ELSEWHERE", _("Elsewhere")


class YesNo(models.TextChoices):
    YES = "YES", _("Yes")
    NO = "NO", _("No")


class Counted(models.TextChoices):
    """What is counted a day without being a contact."""

    TICKET = "TICKET", _("Tickets taken")
    NOBODY_IN = "NOBODY_IN", _("Asked for a language or theme with nobody in")
    CALLED = "CALLED", _("Tickets called")
    NO_SHOW = "NO_SHOW", _("Called and not there")
    LEFT = "LEFT", _("Left before being called")
    NOT_SERVED = "NOT_SERVED", _("Not served at closing")
    UNCLOSED = "UNCLOSED", _("Interviews nobody closed")
    TRANSFERRED = "TRANSFERRED", _("Sent on to another theme, language or colleague")
    WAIT_5 = "WAIT_5", _("Waited under 5 minutes")
    WAIT_15 = "WAIT_15", _("Waited 5 to 15 minutes")
    WAIT_30 = "WAIT_30", _("Waited 15 to 30 minutes")
    WAIT_60 = "WAIT_60", _("Waited 30 to 60 minutes")
    WAIT_MORE = "WAIT_MORE", _("Waited over an hour")
    WAIT_MINUTES = "WAIT_MINUTES", _("Minutes waited, all together")
    SHEET = "SHEET", _("Next-steps sheets printed or shown")
    QUESTIONNAIRE = "QUESTIONNAIRE", _("Questionnaires offered")
