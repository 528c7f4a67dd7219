"""An activity from idea to programme: drafted, proposed, approved or not, put away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from django.db import IntegrityError, transaction

from phare.activities.choices import ActivityState, OneSided, SessionState
from phare.activities.events import ProgrammeChanged, programme_topic
from phare.activities.models import Activity, Session
from phare.activities.queries.planned import published_to_come
from phare.activities.queries.settings import settings_of
from phare.activities.rules import SHOWN_TEXTS, missing_sides
from phare.centres.models import Centre, Partner
from phare.ground import clock
from phare.ground.announce import announce
from phare.ground.live import wake
from phare.ground.text import masked
from phare.ground.translated import EQUAL

Text = Mapping[str, str]


class TitleIsMissing(Exception):
    """Nothing is kept without a title in French or in Dutch."""


class AgesRunBackwards(Exception):
    """Nobody is old enough and young enough."""


class SideIsMissing(Exception):
    """What is published would be there in French or in Dutch only."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


class NotInThatState(Exception):
    """Somebody else has decided meanwhile, or there is nothing to decide."""


class SessionsAreToCome(Exception):
    """An activity with sessions to come is not put away."""


@dataclass(frozen=True)
class About:
    """What is said of an activity."""

    kind: str
    title: Text
    lead: Text
    text: Text
    bring: Text
    themes: Sequence[str] = ()
    audiences: Sequence[str] = ()
    scheme: str = ""
    age_from: int | None = None
    age_below: int | None = None
    on_request: bool = False
    preparation: Text | None = None
    partners: Sequence[Partner] = ()


def _checked(about: About) -> About:
    """As it is kept: national numbers masked, the codes in order and once."""
    if not any(about.title.get(code) for code in EQUAL):
        raise TitleIsMissing
    ages = about.age_from, about.age_below
    if ages[0] is not None and ages[1] is not None and ages[0] >= ages[1]:
        raise AgesRunBackwards
    return replace(
        about,
        title=_clean(about.title),
        lead=_clean(about.lead),
        text=_clean(about.text),
        bring=_clean(about.bring),
        preparation=_clean(about.preparation or {}),
        themes=list(dict.fromkeys(about.themes)),
        audiences=list(dict.fromkeys(about.audiences)),
    )


def _clean(text: Text) -> dict[str, str]:
    return {code: masked(said) for code, said in text.items() if said}


def _columns(about: About) -> dict[str, object]:
    names = [field.name for field in fields(About) if field.name != "partners"]
    return {name: getattr(about, name) for name in names}


@transaction.atomic
def draft_activity(
    *,
    centre: Centre,
    about: About,
    key: str = "",
    proposed_by: Partner | None = None,
    wish: str = "",
) -> Activity:
    """A new idea. The same `key` again is the activity there is.

    Raises `TitleIsMissing`, `AgesRunBackwards`.
    """
    told = _checked(about)
    given = _columns(told) | {"proposed_by": proposed_by, "wish": masked(wish)}
    try:
        with transaction.atomic():
            activity = Activity.objects.create(
                centre=centre, **given, **({"key": key} if key else {})
            )
    except IntegrityError:
        same = Activity.objects.filter(centre=centre, key=key, proposed_by=proposed_by).first()
        if same is None:
            raise
        return same
    activity.partners.set(_with(told.partners, proposed_by))
    return activity


def _with(partners: Sequence[Partner], proposer: Partner | None) -> list[Partner]:
    """Whoever proposes an activity is one of its partners."""
    return list(partners) if proposer is None else list({*partners, proposer})


def held_activity(activity: Activity, *states: str) -> Activity:
    """The activity as it is now, held until the transaction ends; in one of these states.

    Its key is left free, so that a session of it may be written meanwhile.
    """
    row = Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    if states and row.state not in states:
        raise NotInThatState
    return row


@transaction.atomic
def change_activity(activity: Activity, *, about: About, wish: str | None = None) -> Activity:
    """What is said of it from now on; an idea that was not taken up is a draft again.

    While it has published sessions, neither side may go missing where the centre forbids it.
    Raises `TitleIsMissing`, `AgesRunBackwards`, `SideIsMissing`.
    """
    row, told = held_activity(activity), _checked(about)
    for name, value in _columns(told).items():
        setattr(row, name, value)
    if wish is not None:
        row.wish = masked(wish)
    if row.state == ActivityState.REFUSED:
        row.state = ActivityState.DRAFT
    _refuse_one_sided(row)
    row.save()
    row.partners.set(_with(told.partners, row.proposed_by))
    tell_programme(row)
    return row


def _refuse_one_sided(row: Activity) -> None:
    missing = missing_sides(getattr(row, name) for name in SHOWN_TEXTS)
    if not missing or settings_of(centre=row.centre).one_sided == OneSided.MARK:
        return
    if published_to_come(row).exists():
        raise SideIsMissing(missing)


@transaction.atomic
def propose_activity(activity: Activity) -> Activity:
    """Handed to the managers. Proposing twice is proposing once; raises `NotInThatState`."""
    row = held_activity(
        activity, ActivityState.DRAFT, ActivityState.REFUSED, ActivityState.PROPOSED
    )
    return _turned(row, ActivityState.PROPOSED)


@transaction.atomic
def approve_activity(activity: Activity, *, answer: str = "") -> Activity:
    """It may be planned and published from now on. Raises `NotInThatState`."""
    row = held_activity(
        activity, ActivityState.DRAFT, ActivityState.PROPOSED, ActivityState.APPROVED
    )
    row.answer = masked(answer)
    return _turned(row, ActivityState.APPROVED)


@transaction.atomic
def refuse_activity(activity: Activity, *, answer: str) -> Activity:
    """Not taken up; whoever proposed it reads why. Raises `NotInThatState`."""
    row = held_activity(activity, ActivityState.PROPOSED)
    row.answer = masked(answer)
    return _turned(row, ActivityState.REFUSED)


@transaction.atomic
def archive_activity(activity: Activity) -> Activity:
    """Out of the lists; its past stays. Raises `SessionsAreToCome`."""
    row = held_activity(activity)
    ahead = Session.objects.filter(activity=row, ends_at__gt=clock.now())
    if ahead.filter(state__in=(SessionState.DRAFT, SessionState.PUBLISHED)).exists():
        raise SessionsAreToCome
    return _turned(row, ActivityState.ARCHIVED)


@transaction.atomic
def restore_activity(activity: Activity) -> Activity:
    """Back among the drafts. Raises `NotInThatState`."""
    return _turned(held_activity(activity, ActivityState.ARCHIVED), ActivityState.DRAFT)


def _turned(row: Activity, state: str) -> Activity:
    row.state = state
    row.save()
    tell_programme(row)
    return row


def tell_programme(activity: Activity) -> None:
    """Screens and rooms that show it look again."""
    wake(programme_topic(activity.centre_id))
    announce(ProgrammeChanged(activity.centre_id, activity.pk))
