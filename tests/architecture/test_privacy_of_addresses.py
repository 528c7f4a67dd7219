"""No address of a machine is kept anywhere, and none is logged."""

from django.apps import apps
from django.conf import settings
from django.db import models

KEPT_EMPTY = {"axes.AccessAttempt", "axes.AccessLog", "axes.AccessFailureLog"}


def test_no_table_of_ours_can_hold_an_address():
    holding = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.GenericIPAddressField)
    }
    assert holding <= KEPT_EMPTY


def test_signing_in_slows_accounts_and_not_addresses():
    assert settings.AXES_LOCKOUT_PARAMETERS == ["username"]
    assert settings.AXES_DISABLE_ACCESS_LOG is True
    assert settings.AXES_ENABLE_ACCESS_FAILURE_LOG is False
