"""Letters to a group that asked to come: arrived, dates proposed, agreed, not possible."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from phare.activities.actions.calls import owe_visit_call_for
from phare.activities.actions.told import mark_visit_mail_failed
from phare.activities.choices import VisitLetterKind
from phare.activities.queries.visit_letters import OwedVisit
from phare.faces.letters import addresses, dates, facts, sending
from phare.faces.letters.calendars import Invitation, invitation
from phare.faces.letters.greetings import hello
from phare.faces.letters.letter import Block, Letter, Row, one_line, row, rows
from phare.faces.letters.messages import message
from phare.faces.shared import wording
from phare.faces.shared.letter_marks import Letter as Marked
from phare.faces.shared.letter_marks import mark_of
from phare.faces.shared.wording import Said
from phare.ground import mail, sms


@dataclass(frozen=True)
class Sentences:
    subject: str
    paragraphs: tuple[str, ...]
    after: tuple[str, ...]
    blocks: tuple[Block, ...]
    button: str


def send(owed: OwedVisit, *, version: int) -> None:
    """Raises `mail.NotSetUp`, `mail.NotNow` or `sms.NotNow` for whoever tries again later."""
    mark = mark_of(Marked(owed.kind, "visit", owed.request, version, owed.reach))
    with translation.override(owed.language):
        said = letter(owed)
        if owed.mail and not owed.mail_failed:
            _by_mail(owed, said, mark, version=version)
        elif owed.phone:
            _by_phone(owed, said, mark, version=version)


def give_up(owed: OwedVisit, *, version: int) -> None:
    mark_visit_mail_failed(
        owed.request,
        centres=[owed.centre],
        kind=owed.kind,
        version=version,
        reach=owed.reach,
    )


def letter(owed: OwedVisit) -> Letter:
    said = SAY[VisitLetterKind(owed.kind)](owed)
    link = _("The link is yours alone: whoever has it can change what you have here.")
    why = _(
        "You receive this message because you asked to visit us with a group. We forget your name "
        "and how to reach you thirty days after the visit."
    )
    return Letter(
        language=owed.language,
        subject=f"{said.subject} – {one_line(owed.organisation)}",
        hello=hello(owed.name),
        paragraphs=said.paragraphs,
        blocks=said.blocks,
        after=said.after,
        button=(said.button, addresses.page(owed.centre, owed.language, "visit", owed.link)),
        small=(link, why),
        centre=wording.said(owed.centre.name, owed.language).text,
        lines=facts.contact_lines(owed.centre, owed.language),
    )


def _by_mail(owed: OwedVisit, said: Letter, mark: str, *, version: int) -> None:
    found = _invitations(owed)
    post = message(said, centre=owed.centre, to=owed.mail, mark=mark, invitations=found)
    sender = settings.BOUNCE_ADDRESS or addresses.sender_of(owed.centre)
    try:
        mail.deliver(post, sender=sender, to=owed.mail, name=mark)
    except mail.Refused:
        give_up(owed, version=version)
        return
    if owed.place is not None and owed.kind == VisitLetterKind.AGREED:
        # What would confirm the place has been said.
        sending.note(owed.place, found)


def _by_phone(owed: OwedVisit, said: Letter, mark: str, *, version: int) -> None:
    try:
        sms.gateway().send(to=owed.phone, text=sending.short(said), key=mark)
    except (sms.NoGateway, sms.Refused):
        owe_visit_call_for(owed.request, kind=owed.kind, version=version, centre=owed.centre)


def _invitations(owed: OwedVisit) -> list[Invitation]:
    if owed.place is None or owed.kind != VisitLetterKind.AGREED:
        return []
    return [invitation(owed.place.about, owed.place, "REQUEST")]


def _asked(owed: OwedVisit) -> Block:
    title = wording.said(owed.title, owed.language) if owed.title else None
    return Block(
        rows=rows(
            Row(_("What"), (title,)) if title else None,
            row(_("Group"), owed.organisation, owed.language),
            row(_("People"), str(owed.people), owed.language),
        )
    )


def _received(owed: OwedVisit) -> Sentences:
    return Sentences(
        subject=_("Your request to visit us has arrived"),
        paragraphs=(_("Thank you for your request. We look for a date and answer you shortly."),),
        blocks=(_asked(owed),),
        after=(_("On your own page you can see where it stands, change it or withdraw it."),),
        button=_("See your request"),
    )


def _proposed(owed: OwedVisit) -> Sentences:
    zone = owed.centre.time_zone
    spans = tuple(
        Said(dates.span(start, end, owed.language, zone), wording.spoken(owed.language))
        for start, end in owed.dates
    )
    proposed = [Row(_("Dates"), spans)] if spans else []
    return Sentences(
        subject=_("Dates for your visit"),
        paragraphs=(_("We would be glad to welcome your group on one of these dates."),),
        blocks=(Block(rows=(*proposed, *_asked(owed).rows)), *_answer(owed)),
        after=(_("On your own page you choose one, or propose others."),),
        button=_("Choose a date"),
    )


def _agreed(owed: OwedVisit) -> Sentences:
    place = owed.place
    block = facts.block(place.about, owed.centre, owed.language, coming=True) if place else None
    prepare = _("The sheet to prepare the visit with your group is on your own page.")
    return Sentences(
        subject=_("Your visit is agreed"),
        paragraphs=(_("Your visit is agreed: we look forward to welcoming your group."),),
        blocks=(block or _asked(owed), *_answer(owed)),
        after=(
            *([prepare] if owed.has_preparation else []),
            _("If something changes on your side, please say so on your own page."),
        ),
        button=_("See your visit"),
    )


def _declined(owed: OwedVisit) -> Sentences:
    return Sentences(
        subject=_("Your visit is not possible"),
        paragraphs=(_("We are sorry: we cannot welcome your group as you asked."),),
        blocks=(_asked(owed), *_answer(owed)),
        after=(
            _(
                "You are welcome all the same: anybody may come in during opening hours, or ask "
                "again for another time."
            ),
        ),
        button=_("See your request"),
    )


def _answer(owed: OwedVisit) -> tuple[Block, ...]:
    """What the centre wrote itself, in whatever language it did."""
    found = row(_("Our answer"), owed.answer.strip(), owed.language)
    return (Block(rows=(found,)),) if found else ()


SAY: dict[VisitLetterKind, Callable[[OwedVisit], Sentences]] = {
    VisitLetterKind.RECEIVED: _received,
    VisitLetterKind.PROPOSED: _proposed,
    VisitLetterKind.AGREED: _agreed,
    VisitLetterKind.DECLINED: _declined,
}
