from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="by_request",
            field=models.BooleanField(default=False),
        ),
    ]
