"""What changes a centre, one subject a file; faces import the verbs from here."""

from phare.centres.actions.founding import (
    Vocabulary,
    found_centre,
    found_network,
    furnish_centre,
)
from phare.centres.actions.running import (
    DaysRunBackwards,
    HoursRunBackwards,
    TextIsMissing,
    add_partner,
    add_school_holiday,
    add_screen,
    cancel_closure,
    close_service,
    grant_derogation,
    publish_notice,
    renew_screen_key,
    set_opening_hours,
    set_training,
    withdraw_notice,
)
from phare.centres.actions.settling import (
    add_place,
    end_derogation,
    end_partner,
    remove_school_holiday,
    set_opening_week,
    set_queue_rules,
)

__all__ = [
    "DaysRunBackwards",
    "HoursRunBackwards",
    "TextIsMissing",
    "Vocabulary",
    "add_partner",
    "add_place",
    "add_school_holiday",
    "add_screen",
    "cancel_closure",
    "close_service",
    "end_derogation",
    "end_partner",
    "found_centre",
    "found_network",
    "furnish_centre",
    "grant_derogation",
    "publish_notice",
    "remove_school_holiday",
    "renew_screen_key",
    "set_opening_hours",
    "set_opening_week",
    "set_queue_rules",
    "set_training",
    "withdraw_notice",
]
