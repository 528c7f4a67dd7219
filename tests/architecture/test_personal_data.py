"""What is audited, what never is, and what has a date of death."""

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from phare.ground.personal import OF_LIBRARIES, register

AUDITED = {
    "activities.Activity",
    "activities.ActivitySettings",
    "activities.Series",
    "centres.Centre",
    "centres.Closure",
    "centres.Derogation",
    "centres.Notice",
    "centres.OpeningHours",
    "centres.Partner",
    "centres.SchoolHoliday",
    "indicators.ImportedFigure",
    "indicators.ReleasedTable",
    "people.Competence",
    "people.Employment",
    "people.Person",
    "people.Role",
}
NEVER_AUDITED_ROOMS = {"contacts", "satisfaction", "tickets"}
NEVER_AUDITED = {
    "activities.Attendance",
    "activities.CallOwed",
    "activities.CheckIn",
    "activities.DateProposal",
    "activities.GroupRequest",
    "activities.Registration",
    "activities.Seat",
}
# Fields that look like something of a person and are not.
HARMLESS = {
    "centres.Centre.email",
    "centres.Centre.phone",
    "centres.Centre.name",
    # Public dates of the programme.
    "activities.Session.closes_at",
    "activities.Session.ends_at",
    "activities.Session.original_start",
    "activities.Session.starts_at",
    # When a published text changed; who changed it is in the context, which is annotated.
    "activities.ActivityEvent.pgh_created_at",
    "activities.ActivitySettingsEvent.pgh_created_at",
    "activities.SeriesEvent.pgh_created_at",
    # The number of the row whose history it is; the history goes with the name.
    "people.PersonEvent.pgh_obj",
}
ROOMS_OF_PEOPLE = {"people", "rota", "tickets", "activities", "contacts", "satisfaction"}


def audited():
    return {
        m.pgh_tracked_model._meta.label
        for m in apps.get_models()
        if hasattr(m, "pgh_tracked_model")
    }


def test_exactly_these_tables_keep_a_history():
    assert audited() == AUDITED


def test_what_visitors_leave_is_never_audited():
    assert {label for label in audited() if label.split(".")[0] in NEVER_AUDITED_ROOMS} == set()
    assert audited() & NEVER_AUDITED == set()
    assert {model._meta.label for model in apps.get_models()} >= NEVER_AUDITED


def test_no_history_keeps_a_password():
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model"):
            assert "password" not in {f.name for f in model._meta.get_fields()}


def test_every_personal_field_exists_and_can_be_forgotten():
    wrong = []
    for label, field, annotation in register():
        model = apps.get_model(label)
        model._meta.get_field(field)
        if not callable(import_string(annotation.forget)):
            wrong.append(f"{label}.{field}")
    assert wrong == []


def could_name_somebody(field):
    kinds = models.EmailField | models.DateTimeField | models.GenericIPAddressField
    if isinstance(field, models.ForeignKey):
        return field.related_model._meta.label == "people.Person"
    return isinstance(field, kinds) or field.name in ("name", "password")


def test_no_field_that_could_name_somebody_lacks_its_annotation():
    known = {f"{label}.{field}" for label, field, _ in register()} | HARMLESS
    suspicious = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS_OF_PEOPLE
        for field in model._meta.get_fields()
        if could_name_somebody(field)
    }
    assert suspicious >= {"people.Person.name", "people.PersonEvent.name", "rota.Shift.person"}
    assert suspicious - known == set()


# Tables of libraries that hold nothing of a person, and why.
LIBRARIES_WITHOUT_PEOPLE = {
    "auth.Group": "unused: roles are rows of people",
    "auth.Permission": "unused: rules decide",
    "axes.AccessAttemptExpiration": "never written: attempts are forgotten by the night",
    "axes.AccessFailureLog": "never written: AXES_ENABLE_ACCESS_FAILURE_LOG is off",
    "axes.AccessLog": "never written: AXES_DISABLE_ACCESS_LOG is on",
    "contenttypes.ContentType": "names of tables",
    "pghistory.Events": "a view of the histories, no table",
    "pghistory.MiddlewareEvents": "a view of the histories, no table",
    "procrastinate.ProcrastinateEvent": "moments of jobs",
    "procrastinate.ProcrastinateJob": "jobs carry ids and moments only",
    "procrastinate.ProcrastinatePeriodicDefer": "moments of jobs",
    "procrastinate.ProcrastinateWorker": "which worker lives",
}


def test_every_table_of_a_library_is_in_the_register_or_says_why_not():
    foreign = {m._meta.label for m in apps.get_models() if not m.__module__.startswith("phare.")}

    assert foreign == {*OF_LIBRARIES, *LIBRARIES_WITHOUT_PEOPLE}
    assert {label for label, _, _ in register()} >= set(OF_LIBRARIES)


def test_the_tables_said_to_be_never_written_are_switched_off():
    assert settings.AXES_DISABLE_ACCESS_LOG
    assert not settings.AXES_ENABLE_ACCESS_FAILURE_LOG
    assert not getattr(settings, "AXES_USE_ATTEMPT_EXPIRATION", False)
