"""What the annotations of personal data say, in the words of the page; a test knows if one lacks.

The annotations stand beside the fields, in rooms that speak no language but that of the code.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("employing institution"),
    _("planning across employers"),
    _("until the person leaves, plus thirty days"),
    _("mail address"),
    _("to sign in and to plan the day"),
    _("name known in the house"),
    _("password, hashed"),
    _("moment of the last sign-in"),
    _("desk called to"),
    _("announcement"),
    _("the day"),
    _("moment of the call"),
    _("moment of asking"),
    _("who waits longest"),
    _("who sits at the desk"),
    _("to call the next ticket"),
    _("since when"),
    _("live plan of the desks"),
    _("end of a pause"),
    _("address of the phone page"),
    _("to follow one's turn"),
    _("key of the form"),
    _("to issue a ticket once"),
    _("desk of the interview"),
    _("to show where to go"),
    _("second desk"),
    _("two counsellors, one visitor"),
    _("desk asked for"),
    _("transfer to a colleague"),
    _("moment of arrival"),
    _("order and range"),
    _("moment of return"),
    _("to keep the place"),
    _("length of waits"),
    _("moment of closing"),
    _("length of interviews"),
    _("why first"),
    _("fairness"),
    _("sign language needed"),
    _("the right desk"),
)
