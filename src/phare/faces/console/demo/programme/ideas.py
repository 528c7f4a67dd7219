"""What an activity of the demo is: its words, and how it usually takes place."""

from dataclasses import dataclass

from phare.activities.choices import Kind

Pair = tuple[str, str]  # in French, in Dutch


@dataclass(frozen=True)
class Idea:
    """One of the forty activities. Texts are our own; a room of None is elsewhere or online."""

    code: str
    title: Pair
    lead: Pair
    text: Pair
    themes: tuple[str, ...]
    kind: str = Kind.WORKSHOP
    languages: tuple[str, ...] = ("fr",)
    minutes: int = 120
    on_site: int | None = 15
    online: int | None = None
    room: str | None = "Flagey"
    audiences: tuple[str, ...] = ()
    scheme: str = ""
    age_below: int | None = None
    partners: tuple[str, ...] = ()
    bring: Pair = ("", "")
    on_request: bool = False
    preparation: Pair = ("", "")
