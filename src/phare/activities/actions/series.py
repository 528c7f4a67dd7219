"""Sessions that belong together: a conference, a cycle, a themed week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from phare.activities.actions.programme import SideIsMissing, TitleIsMissing
from phare.activities.actions.rooming import NameIsMissing
from phare.activities.choices import OneSided
from phare.activities.events import programme_topic
from phare.activities.models import Series, Session, Track
from phare.activities.queries.ideas import missing_of
from phare.activities.queries.settings import settings_of
from phare.centres.models import Centre
from phare.ground.live import wake
from phare.ground.text import masked
from phare.ground.translated import EQUAL


@dataclass(frozen=True)
class Told:
    """What is said of a series, and whether one registration is for the whole of it."""

    title: Mapping[str, str]
    lead: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    chosen_together: bool = True


def _columns(told: Told) -> dict[str, object]:
    if not any(told.title.get(code) for code in EQUAL):
        raise TitleIsMissing
    texts = {"title": told.title, "lead": told.lead, "text": told.text}
    clean = {
        name: {code: masked(said) for code, said in text.items() if said}
        for name, text in texts.items()
    }
    return {**clean, "chosen_together": told.chosen_together}


@transaction.atomic
def draft_series(*, centre: Centre, told: Told, key: str = "") -> Series:
    """A new series; the same `key` again is the one there is. Raises `TitleIsMissing`."""
    given = _columns(told) | ({"key": key} if key else {})
    try:
        with transaction.atomic():
            return Series.objects.create(centre=centre, **given)
    except IntegrityError:
        same = Series.objects.filter(centre=centre, key=key).first()
        if same is None:
            raise
        return same


def _held(series: Series) -> Series:
    return Series.objects.select_for_update(of=("self",), no_key=True).get(pk=series.pk)


@transaction.atomic
def change_series(series: Series, *, told: Told) -> Series:
    """Raises `TitleIsMissing`; `SideIsMissing` if it is published and the centre forbids it."""
    row = _held(series)
    for name, value in _columns(told).items():
        setattr(row, name, value)
    if row.published:
        _refuse_one_sided(row)
    row.save()
    wake(programme_topic(row.centre_id))
    return row


@transaction.atomic
def publish_series(series: Series, *, published: bool) -> Series:
    """Shown to everybody, or taken back. Raises `SideIsMissing`."""
    row = _held(series)
    if published:
        _refuse_one_sided(row)
    row.published = published
    row.save()
    wake(programme_topic(row.centre_id))
    return row


def _refuse_one_sided(row: Series) -> None:
    missing = missing_of(row)
    if missing and settings_of(centre=row.centre).one_sided == OneSided.BLOCK:
        raise SideIsMissing(missing)


@transaction.atomic
def set_tracks(series: Series, *, titles: Sequence[tuple[Track | None, Mapping[str, str]]]) -> None:
    """The threads of a series in this order; one that is not named any more goes, its sessions
    stay. Raises `NameIsMissing`."""
    _held(series)
    kept = [track.pk for track, _ in titles if track is not None]
    Track.objects.filter(series=series).exclude(pk__in=kept).delete()
    for position, (track, title) in enumerate(titles):
        if not all(title.get(code) for code in EQUAL):
            raise NameIsMissing
        row = track or Track(centre=series.centre, series=series)
        row.title, row.position = dict(title), position
        row.save()


@transaction.atomic
def leave_series(session: Session) -> None:
    """The session stands by itself again."""
    session.series, session.track, session.plenary = None, None, False
    session.save(update_fields=["series", "track", "plenary"])
