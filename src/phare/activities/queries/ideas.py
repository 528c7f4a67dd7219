"""Activities and series, whatever their state, for those who make the programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet

from phare.activities.choices import ActivityState, SessionState
from phare.activities.models import Activity, Series, Session, Track
from phare.activities.rules import SHOWN_TEXTS, missing_sides
from phare.centres.models import Centre, Partner


@dataclass(frozen=True)
class Idea:
    """An activity, what its texts lack, and how many sessions are to come."""

    activity: Activity
    missing: tuple[str, ...]
    to_come: int = 0
    next_at: datetime | None = None


def missing_of(row: Activity | Series) -> tuple[str, ...]:
    """French or Dutch, where one of the texts everybody reads lacks it."""
    names = SHOWN_TEXTS if isinstance(row, Activity) else ("title", "lead", "text")
    return tuple(missing_sides(getattr(row, name) for name in names))


def ideas(*, centre: Centre, since: datetime, states: Sequence[str] = ()) -> list[Idea]:
    """Every activity by title with its sessions to come; what is put away only if asked for."""
    found = Activity.objects.filter(centre=centre)
    found = (
        found.filter(state__in=states) if states else found.exclude(state=ActivityState.ARCHIVED)
    )
    return _ideas(found, since)


def _ideas(found: QuerySet[Activity], since: datetime) -> list[Idea]:
    rows = list(found.select_related("proposed_by").order_by("pk"))
    ahead = (
        Session.objects.filter(activity__in=rows, ends_at__gt=since)
        .exclude(state=SessionState.CANCELLED)
        .order_by()
        .values("activity")
        .annotate(many=Count("pk"), first=Min("starts_at"))
    )
    counted = {one["activity"]: (one["many"], one["first"]) for one in ahead}
    known = [Idea(row, missing_of(row), *counted.get(row.pk, (0, None))) for row in rows]
    return sorted(known, key=lambda one: (str(one.activity.title).casefold(), one.activity.pk))


def proposals(*, centre: Centre) -> list[Activity]:
    """What waits for an answer, the oldest first."""
    found = Activity.objects.filter(centre=centre, state=ActivityState.PROPOSED)
    return list(found.select_related("proposed_by").order_by("pk"))


def activity_keyed(key: str, *, centre: Centre) -> Activity | None:
    return Activity.objects.filter(centre=centre, key=key).select_related("proposed_by").first()


def partners_of(activity: Activity) -> list[Partner]:
    """Who makes it together, in alphabetical order: nobody comes first."""
    return sorted(activity.partners.all(), key=lambda one: (str(one.name).casefold(), one.pk))


def approved(*, centre: Centre) -> list[Activity]:
    """What may be planned: also drafts, which cannot be published yet."""
    kept = (ActivityState.REFUSED, ActivityState.ARCHIVED)
    found = Activity.objects.filter(centre=centre).exclude(state__in=kept).order_by("pk")
    return sorted(found, key=lambda one: (str(one.title).casefold(), one.pk))


def series_keyed(key: str, *, centre: Centre) -> Series | None:
    return Series.objects.filter(centre=centre, key=key).first()


def all_series(*, centre: Centre) -> list[Series]:
    found = Series.objects.filter(centre=centre).order_by("pk")
    return sorted(found, key=lambda one: (str(one.title).casefold(), one.pk))


def tracks_of(series: Series) -> list[Track]:
    return list(Track.objects.filter(series=series).order_by("position", "pk"))


def track_numbered(pk: int, *, series: Series, centre: Centre) -> Track | None:
    return Track.objects.filter(pk=pk, series=series, centre=centre).first()


def sessions_in_series(series: Series) -> QuerySet[Session]:
    found = Session.objects.filter(series=series).select_related("activity", "track")
    return found.order_by("starts_at", "pk")


def own_activities(*, centre: Centre, partner: Partner, since: datetime) -> list[Idea]:
    """What a partner proposed or takes part in; what is put away is not shown."""
    mine = Q(proposed_by=partner) | Q(partners=partner)
    keys = Activity.objects.filter(mine, centre=centre).values("pk")
    found = Activity.objects.filter(pk__in=keys).exclude(state=ActivityState.ARCHIVED)
    return _ideas(found, since)


def own_activity(key: str, *, centre: Centre, partner: Partner) -> Activity | None:
    """That activity, if it is one of the partner's."""
    mine = Q(proposed_by=partner) | Q(partners=partner)
    return Activity.objects.filter(mine, centre=centre, key=key).distinct().first()
