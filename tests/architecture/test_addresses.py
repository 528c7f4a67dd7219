"""Every address says who may open it."""

from django.urls import URLResolver, get_resolver

PUBLIC = {
    "",
    "accessibility",
    "activity",
    "activity-calendar",
    "agenda",
    "agenda-atom",
    "agenda-calendar",
    "agenda-rss",
    "api-activity",
    "api-contract",
    "api-nothing",
    "api-session",
    "api-sessions",
    "board",
    "board-calls",
    "coming",
    "counting",
    "follow",
    "follow-back",
    "follow-cancel",
    "follow-part",
    "healthz",
    "home",
    "kiosk",
    "kiosk-about",
    "kiosk-called",
    "kiosk-human",
    "kiosk-later",
    "kiosk-nobody",
    "kiosk-noted",
    "kiosk-other",
    "kiosk-take",
    "kiosk-thanks",
    "kiosk-ticket",
    "kiosk-voice",
    "kiosk-who",
    "programme-sheet",
    "queue-stream",
    "registration",
    "registration-cancel",
    "registration-certificate",
    "registration-enter",
    "registration-leave",
    "registration-move",
    "registration-reach",
    "registration-renew",
    "registration-take",
    "series",
    "series-paper",
    "session",
    "session-calendar",
    "session-paper",
    "signin",
    "signout",
    "style",
    "theme",
    "visit",
    "visit-agree",
    "visit-certificate",
    "visit-paper",
    "visit-propose",
    "visit-request",
    "visit-sheet",
    "visit-withdraw",
    "voice",
}


def views(resolver=None):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern)
        else:
            yield pattern


def test_every_address_declares_its_access():
    silent = [str(p.pattern) for p in views() if getattr(p.callback, "access", None) is None]
    assert silent == []


def test_public_addresses_are_these_and_no_others():
    """A new public page is a decision: it is written here."""
    public = {p.name or str(p.pattern) for p in views() if p.callback.access == "everybody"}
    assert public == PUBLIC
