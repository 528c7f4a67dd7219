"""What each kind of letter to somebody who registered says. Called with its language active."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.activities.choices import LetterKind, Mode, SeatState
from phare.activities.queries.letters import Owed
from phare.faces.letters import addresses, dates, facts, greetings
from phare.faces.letters.letter import Block, Letter, one_line, row
from phare.faces.shared import wording


@dataclass(frozen=True)
class Sentences:
    """What is particular to a kind."""

    subject: str
    paragraphs: tuple[str, ...]
    after: tuple[str, ...] = ()
    button: tuple[str, str] | None = None
    blocks: tuple[Block, ...] | None = None
    has_link: bool = False


def letter(owed: Owed, *, token: str = "") -> Letter:
    """The whole letter; `token` opens the questionnaire of a letter of thanks."""
    language, centre = owed.language, owed.centre
    said = SAY[LetterKind(owed.kind)](owed, token)
    small = [greetings.why(owed.settings.keep_days)]
    if said.has_link:
        small.insert(0, _("The link is yours alone: whoever has it can change what you have here."))
    return Letter(
        language=language,
        subject=_subject(owed, said.subject),
        hello=greetings.hello(owed.name),
        paragraphs=said.paragraphs,
        blocks=said.blocks if said.blocks is not None else _blocks(owed),
        after=said.after,
        button=said.button,
        small=tuple(small),
        centre=wording.said(centre.name, language).text,
        lines=facts.contact_lines(centre, language),
    )


def _subject(owed: Owed, what: str) -> str:
    """What it is about first, so that it is read on a telephone; then the title and the day."""
    title = owed.series if owed.series and len(owed.entries) > 1 else owed.about.title
    day = dates.day(owed.about.starts_at, owed.language, owed.centre.time_zone, year=False)
    return f"{what} – {one_line(wording.said(title, owed.language).text)}, {day}"


def _blocks(owed: Owed, *, coming: bool = False) -> tuple[Block, ...]:
    several = len(owed.entries) > 1
    in_order = sorted(owed.entries, key=lambda one: one.starts_at)
    return tuple(
        facts.block(one, owed.centre, owed.language, titled=several, coming=coming)
        for one in in_order
    )


def _own_page(owed: Owed, what: str) -> tuple[str, str]:
    return what, addresses.page(owed.centre, owed.language, "registration", owed.link)


def _session_page(owed: Owed, what: str) -> tuple[str, str]:
    if owed.about.by_request:
        return _("Come with a class or a group"), addresses.page(
            owed.centre, owed.language, "visit-request"
        )
    key = owed.about.session_key
    return what, addresses.page(owed.centre, owed.language, "session", key)


def _video(owed: Owed) -> tuple[str, ...]:
    """Where the way in will be: the address itself is never in a letter."""
    if not any(
        e.mode == Mode.ONLINE and e.has_video and e.state == SeatState.SEATED for e in owed.entries
    ):
        return ()
    minutes = owed.settings.video_minutes
    return (
        ngettext(
            "The way into the video room is on your own page, from %(count)s minute before the "
            "beginning.",
            "The way into the video room is on your own page, from %(count)s minutes before the "
            "beginning.",
            minutes,
        )
        % {"count": minutes},
    )


def _cannot_come() -> str:
    return _(
        "If you cannot come, please say so on your own page: somebody else may be waiting for "
        "the place."
    )


def _confirmation(owed: Owed, token: str) -> Sentences:
    seated = [one for one in owed.entries if one.state == SeatState.SEATED]
    if len(owed.entries) > 1:
        welcome = _("Your registration has arrived. Here is what you chose.")
    else:
        people = seated[0].people
        welcome = ngettext(
            "You have a place, and you are welcome.",
            "You have %(count)s places, and you are all welcome.",
            people,
        ) % {"count": people}
    return Sentences(
        subject=_("You are registered"),
        paragraphs=(welcome,),
        blocks=_blocks(owed, coming=True),
        after=(*_video(owed), _cannot_come()),
        button=_own_page(owed, _("See, move or cancel")),
        has_link=True,
    )


def _waiting(owed: Owed, token: str) -> Sentences:
    if any(one.state == SeatState.SEATED for one in owed.entries):
        return _confirmation(owed, token)
    return Sentences(
        subject=_("You are on the waiting list"),
        paragraphs=(_("There is no free place for the moment, so you are on the waiting list."),),
        after=(
            _(
                "As soon as a place is free and it is your turn, we write to you, and you have "
                "some time to say yes. If you no longer wish to come, please leave the list."
            ),
        ),
        button=_own_page(owed, _("See, move or leave the list")),
        has_link=True,
    )


def _offer(owed: Owed, token: str) -> Sentences:
    until = owed.about.offered_until or owed.about.starts_at
    return Sentences(
        subject=_("A place is free for you"),
        paragraphs=(
            _("A place has become free, and it is your turn. We keep it for you until %(until)s.")
            % {"until": dates.at(until, owed.language, owed.centre.time_zone)},
        ),
        after=(
            _(
                "Please say yes or no on your own page. If you say no, the next person on the "
                "list will be glad."
            ),
        ),
        button=_own_page(owed, _("Answer yes or no")),
        has_link=True,
    )


def _lapsed(owed: Owed, token: str) -> Sentences:
    return Sentences(
        subject=_("The place kept for you has been passed on"),
        paragraphs=(
            _(
                "We kept a place for you, and did not hear from you in time. It is now offered to "
                "the next person on the list."
            ),
            *_rest(owed),
        ),
        after=(_("If you would still like to come, you are welcome to register again."),),
        button=_session_page(owed, _("Register again")),
    )


def _change(owed: Owed, token: str) -> Sentences:
    if owed.about.is_mode_gone:
        return _mode_gone(owed)
    stays = {
        SeatState.SEATED: _(
            "Your place stays yours. If the change does not suit you, you can move or cancel on "
            "your own page."
        ),
        SeatState.OFFERED: _("The place we keep for you is still there for you to answer."),
        SeatState.WAITING: _("You keep your turn on the waiting list."),
        SeatState.DROPPED: _(
            "At the new time you are registered for something else with us, so this place has "
            "been given up. On your own page you can choose differently."
        ),
    }
    return Sentences(
        subject=_("A change"),
        paragraphs=(_("Something changes in what you registered for."),),
        blocks=(facts.changes(owed.about, owed.centre, owed.language),),
        after=(stays[SeatState(owed.about.state)], *_video(owed)),
        button=_own_page(owed, _("See, move or cancel")),
        has_link=True,
    )


def _mode_gone(owed: Owed) -> Sentences:
    online = owed.about.mode == Mode.ONLINE
    found = facts.block(replace(owed.about, people=1), owed.centre, owed.language)
    return Sentences(
        subject=_("A change"),
        paragraphs=(
            _("It does not take place online any more, and you were waiting for a place there.")
            if online
            else _("It does not take place on site any more, and you were waiting for a place."),
        ),
        blocks=(found,),
        after=(_("If there is another way to take part, you are welcome to register for it."),),
        button=_session_page(owed, _("About this session")),
    )


def _cancelled(owed: Owed, token: str) -> Sentences:
    about = owed.about
    found = facts.block(replace(about, people=1), owed.centre, owed.language)
    why = row(_("Why"), about.reason, owed.language)
    return Sentences(
        subject=_("This does not take place"),
        paragraphs=(_("We are sorry: this activity does not take place."),),
        blocks=(Block(rows=(*found.rows, *([why] if why else []))),),
        after=(_("If there are other dates, they are on the page of the activity."),),
        button=(
            _("See other dates"),
            addresses.page(owed.centre, owed.language, "activity", about.activity_key),
        ),
    )


def _farewell(owed: Owed, token: str) -> Sentences:
    waited = owed.about.told.get("state") == SeatState.WAITING
    gone = (
        _("You are no longer on the waiting list. Thank you for telling us.")
        if waited
        else _("Your place has been given up. Thank you for telling us: somebody else can have it.")
    )
    return Sentences(
        subject=_("You are no longer registered"),
        paragraphs=(gone, *_rest(owed)),
        after=(_("If you change your mind, you are welcome to register again."),),
        button=_session_page(owed, _("Register again")),
    )


def _rest(owed: Owed) -> tuple[str, ...]:
    if not owed.keeps_something:
        return ()
    return (_("What else you registered for stays as it is."),)


def _reminder(owed: Owed, token: str) -> Sentences:
    return Sentences(
        subject=_("See you soon"),
        paragraphs=(_("A word to remind you of what you registered for."),),
        blocks=_blocks(owed, coming=True),
        after=(*_video(owed), _cannot_come()),
        button=_own_page(owed, _("See, move or cancel")),
        has_link=True,
    )


def _thanks(owed: Owed, token: str) -> Sentences:
    return Sentences(
        subject=_("Thank you for taking part"),
        paragraphs=(
            _("Thank you for having been with us."),
            _(
                "Would you answer three short questions? They ask for no name, and nobody can "
                "tell who answered."
            ),
        ),
        blocks=(),
        button=(
            _("Answer three questions"),
            addresses.page(owed.centre, owed.language, "voice", token),
        ),
    )


def _link(owed: Owed, token: str) -> Sentences:
    return Sentences(
        subject=_("Your new link"),
        paragraphs=(
            _("Here is the new link to your own page. Those sent before no longer open it."),
        ),
        button=_own_page(owed, _("See, move or cancel")),
        has_link=True,
    )


SAY: dict[LetterKind, Callable[[Owed, str], Sentences]] = {
    LetterKind.CONFIRMATION: _confirmation,
    LetterKind.WAITING: _waiting,
    LetterKind.OFFER: _offer,
    LetterKind.LAPSED: _lapsed,
    LetterKind.CHANGE: _change,
    LetterKind.CANCELLED: _cancelled,
    LetterKind.FAREWELL: _farewell,
    LetterKind.REMINDER: _reminder,
    LetterKind.THANKS: _thanks,
    LetterKind.LINK: _link,
}
