"""Whether tickets are given to whoever comes now, why not, and when again: one answer for the
kiosk, the board and the public site."""

from dataclasses import dataclass
from datetime import datetime

from phare.centres.queries import Centre, Openness, next_walk_in, openness
from phare.centres.rules import is_shut, may_walk_in
from phare.ground import clock
from phare.ground.translated import Translated
from phare.tickets import queries
from phare.tickets.choices import DayState
from phare.tickets.rules import may_take


@dataclass(frozen=True)
class Giving:
    """`again` is when tickets are given next: on another day once today gives none."""

    house: Openness
    advice: Openness
    day_state: str
    again: datetime | None

    @property
    def no_more(self) -> bool:
        """The last ticket of the day has been given."""
        return self.day_state != DayState.OPEN

    @property
    def advice_is_shut(self) -> bool:
        """Nobody advises today, by decision: not a pause between two spans of hours."""
        return is_shut(self.advice.regime)

    @property
    def walks_in(self) -> bool:
        """Whether it is true today that nobody needs an appointment."""
        return may_walk_in(self.advice.regime)

    @property
    def gives(self) -> bool:
        """Whether somebody who comes now gets a ticket without asking reception."""
        open_to_all = self.house.is_open and not self.advice_is_shut
        return may_take(is_open=open_to_all, no_more=self.no_more)

    @property
    def says_waits(self) -> bool:
        """Whether a wait is true for somebody who reads it now."""
        return self.walks_in and not self.no_more

    @property
    def shows_waits(self) -> bool:
        """Whether the board shows waits: to those in the room, with an appointment too."""
        return not (self.no_more or self.advice_is_shut)

    @property
    def sentence(self) -> Translated | None:
        """What the closure or the regime of today says to the public."""
        return self.advice.sentence or self.house.sentence


def giving(*, centre: Centre) -> Giving:
    """How it stands at this moment."""
    now = clock.now()
    state = queries.day_state(centre=centre, day=queries.today_of(centre))
    return Giving(
        house=openness(centre=centre, at=now),
        advice=openness(centre=centre, at=now, service="ADVICE"),
        day_state=state,
        again=next_walk_in(centre=centre, at=now, after_today=state != DayState.OPEN),
    )
