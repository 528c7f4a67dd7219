"""Every table belongs to a centre, or says why it does not."""

from django.apps import apps

from phare.centres.models import OwnedByCentre

# Vocabulary belongs to the network so that centres add up; a person may work in several centres;
# the revision is one stamp for the whole room.
NETWORK_WIDE = {
    "centres.Audience",
    "centres.Centre",
    "centres.Language",
    "centres.Municipality",
    "centres.Network",
    "centres.Revision",
    "centres.Scheme",
    "centres.Theme",
    "people.Person",
    "people.Role",
}


def test_every_table_belongs_to_a_centre_or_is_listed():
    ours = [m for m in apps.get_models() if m.__module__.startswith("phare.")]
    orphans = {
        model._meta.label
        for model in ours
        if not issubclass(model, OwnedByCentre)
        and not hasattr(model, "pgh_tracked_model")
        and not model._meta.auto_created
    }
    assert orphans == NETWORK_WIDE
