"""Foreign keys written as strings are invisible to import-linter: checked here."""

import pytest
from django.apps import apps

# From the top storey to the bottom one, as in .importlinter.
STOREYS = [
    {"reports"},
    {"indicators"},
    {"tickets", "activities"},
    {"rota"},
    {"people"},
    {"satisfaction"},
    {"contacts"},
    {"centres"},
]
HEIGHT = {room: -rank for rank, rooms in enumerate(STOREYS) for room in rooms}
BELOW_NAMES = {"contacts": {"centres"}, "satisfaction": {"centres"}}


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("phare.")]


def links():
    for model in ours():
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete:
                yield model._meta.app_label, field.related_model._meta.app_label, str(field)


def test_every_room_has_its_storey():
    assert {model._meta.app_label for model in ours()} <= set(HEIGHT)


def test_foreign_keys_only_look_down():
    # pghistory keeps its own context beside every audited table: it is ground.
    wrong = {
        field
        for here, there, field in links()
        if there != "pghistory" and here != there and HEIGHT[here] <= HEIGHT[there]
    }
    assert wrong == set()


def test_no_row_of_any_room_points_at_a_contact_or_an_opinion():
    wrong = {field for here, there, field in links() if there in BELOW_NAMES and here != there}
    assert wrong == set()


@pytest.mark.parametrize("room", sorted(BELOW_NAMES))
def test_no_path_leads_from_a_fact_to_a_visitor_or_a_counsellor(room):
    allowed = BELOW_NAMES[room] | {room}
    for model in apps.get_app_config(room).get_models():
        for field in model._meta.get_fields(include_hidden=True):
            if field.is_relation:
                assert field.related_model._meta.app_label in allowed, field
