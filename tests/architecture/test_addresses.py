"""Every address says who may open it."""

from django.urls import URLResolver, get_resolver


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
    assert public == {
        "",
        "accessibility",
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
        "queue-stream",
        "signin",
        "signout",
        "style",
        "theme",
        "voice",
    }
