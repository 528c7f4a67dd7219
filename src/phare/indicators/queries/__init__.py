"""One function per figure. Each says what it counted, and from which of its sources."""

from phare.indicators.queries.asked import asked, unserved, waits
from phare.indicators.queries.counted import (
    Counted,
    Origin,
    advice_by_channel,
    contacts_by_mode,
    contacts_by_month,
    contacts_by_theme_and_language,
    contacts_total,
    schemes,
    stated,
)
from phare.indicators.queries.foreseen import Foreseen, foreseen
from phare.indicators.queries.imported import (
    Differences,
    differences,
    imported_figures,
    imported_years,
    sources_of,
)
from phare.indicators.queries.programme import Programme, programme
from phare.indicators.queries.released import (
    named_exceptions,
    released_numbered,
    released_tables,
)
from phare.indicators.queries.voices import opinions, profile

__all__ = [
    "Counted",
    "Differences",
    "Foreseen",
    "Origin",
    "Programme",
    "advice_by_channel",
    "asked",
    "contacts_by_mode",
    "contacts_by_month",
    "contacts_by_theme_and_language",
    "contacts_total",
    "differences",
    "foreseen",
    "imported_figures",
    "imported_years",
    "named_exceptions",
    "opinions",
    "profile",
    "programme",
    "released_numbered",
    "released_tables",
    "schemes",
    "sources_of",
    "stated",
    "unserved",
    "waits",
]
