"""Published figures, read from the file that the demo loads."""

from datetime import date
from pathlib import Path

from phare.centres.models import Centre
from phare.faces.console import figures
from phare.indicators.actions import import_figures
from phare.indicators.queries import Differences
from phare.indicators.reading import Reading, read_figures

PUBLISHED = Path(figures.PUBLISHED)
TODAY = date(2026, 11, 18)


def reading(content: str | bytes, **more: str) -> Reading:
    raw = content.encode() if isinstance(content, str) else content
    return read_figures(raw, today=TODAY, **more)


def published(changed: tuple[str, str] | None = None) -> str:
    """The file, one line of which may be another."""
    text = PUBLISHED.read_text()
    if changed is None:
        return text
    assert text.count(changed[0]) == 1, changed
    return text.replace(*changed)


def import_published(centre: Centre, changed: tuple[str, str] | None = None) -> Differences:
    return import_figures(reading(published(changed)).figures, centre=centre)
