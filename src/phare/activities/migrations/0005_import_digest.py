"""A date that was brought in remembers the row it came from, to see when the row changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0004_session_by_request")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="import_digest",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
    ]
