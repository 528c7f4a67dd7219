"""Every field that holds something of a person says what, why, for how long, and who forgets it.

A model lists them in a class attribute `personal`, which its history shares; the register of
processing and the test that no field is forgotten are both read from there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models


@dataclass(frozen=True)
class Personal:
    """`forget` is the dotted name of the action that erases or anonymises the field."""

    what: str
    why: str
    term: str
    forget: str


_SIGN_INS = "phare.config.tasks.forget_sign_ins"
_FORGET_PERSON = "phare.people.actions.forget_person"


def _of_failed_sign_ins(*fields: str) -> dict[str, Personal]:
    why, term = "to slow down whoever tries passwords", "one hour"
    return {
        "username": Personal("mail address typed at a sign-in that failed", why, term, _SIGN_INS),
        "attempt_time": Personal("moment of the attempt", why, term, _SIGN_INS),
    } | {field: Personal("what the browser sent with it", why, term, _SIGN_INS) for field in fields}


# Tables of libraries cannot be annotated where they are written. `ip_address` is never filled in.
OF_LIBRARIES: dict[str, dict[str, Personal]] = {
    "axes.AccessAttempt": _of_failed_sign_ins(
        "user_agent", "http_accept", "path_info", "get_data", "post_data"
    ),
    "pghistory.Context": {
        "metadata": Personal(
            "who of the team changed something, as a number, and on which page",
            "to answer who changed a setting or a text",
            "the number names nobody any more thirty days after the person leaves",
            _FORGET_PERSON,
        )
    },
    "sessions.Session": {
        "session_data": Personal(
            "who of the team is signed in, encoded",
            "to stay signed in from page to page",
            "until signing out, twelve hours at most",
            _SIGN_INS,
        ),
        "expire_date": Personal(
            "when the sign-in ends",
            "to stay signed in from page to page",
            "until signing out, twelve hours at most",
            _SIGN_INS,
        ),
    },
}


_CHANGED = Personal(
    "moment of the change",
    "to answer who changed a setting or a text",
    "until the person leaves, plus thirty days",
    _FORGET_PERSON,
)


def register() -> Iterator[tuple[str, str, Personal]]:
    """(table, field, annotation) of every personal field, in order."""
    for model in sorted(apps.get_models(), key=lambda m: m._meta.label):
        for field, annotation in annotations_of(model).items():
            yield model._meta.label, field, annotation


def annotations_of(model: type[models.Model]) -> dict[str, Personal]:
    """Field to annotation. A history holds what its table holds, and when it changed."""
    tracked = getattr(model, "pgh_tracked_model", None)
    if tracked is None:
        return model.__dict__.get("personal") or OF_LIBRARIES.get(model._meta.label, {})
    kept = {field.name for field in model._meta.get_fields()}
    found = {name: one for name, one in annotations_of(tracked).items() if name in kept}
    return found | {"pgh_created_at": _CHANGED} if found else {}
