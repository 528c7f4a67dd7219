"""A stamp of the room, given anew before every statement that writes to one of its tables.

BEFORE, so that two who settle the centre at once queue for the stamp first. Whoever must look before
writing takes it before looking (`phare.centres.remembered.hold_room`).
"""

from django.db import migrations, models
from django.db.models import Q

TABLES = (
    "audience",
    "centre",
    "centre_audiences",
    "centre_languages",
    "centre_schemes",
    "centre_themes",
    "closure",
    "derogation",
    "language",
    "municipality",
    "network",
    "notice",
    "openinghours",
    "partner",
    "place",
    "scheme",
    "schoolholiday",
    "screen",
    "theme",
)
STAMP = """
CREATE FUNCTION centres_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO centres_revision (id, stamp) VALUES (1, gen_random_uuid())
    ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp;
    RETURN NULL;
END
$$
"""


def trigger(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        "CREATE TRIGGER centres_stamp BEFORE INSERT OR UPDATE OR DELETE"
        f" ON centres_{table} FOR EACH STATEMENT EXECUTE FUNCTION centres_stamp()",
        f"DROP TRIGGER centres_stamp ON centres_{table}",
    )


class Migration(migrations.Migration):
    dependencies = [("centres", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stamp", models.UUIDField()),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=Q(pk=1), name="revision_is_one")]
            },
        ),
        migrations.RunSQL(STAMP, "DROP FUNCTION centres_stamp()"),
        *[trigger(table) for table in TABLES],
    ]
