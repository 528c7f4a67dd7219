"""Every field that holds something of a person says what, why, for how long, and who forgets it.

A model lists them in a class attribute `personal`; the register of processing and the test that
no field is forgotten are both read from there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps


@dataclass(frozen=True)
class Personal:
    """`forget` is the dotted name of the action that erases or anonymises the field."""

    what: str
    why: str
    term: str
    forget: str


def register() -> Iterator[tuple[str, str, Personal]]:
    """(table, field, annotation) of every personal field, in order."""
    for model in sorted(apps.get_models(), key=lambda m: m._meta.label):
        annotations: dict[str, Personal] = model.__dict__.get("personal", {})
        for field, annotation in annotations.items():
            yield model._meta.label, field, annotation
