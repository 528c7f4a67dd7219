from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0003_letters")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="by_request",
            field=models.BooleanField(default=False),
        ),
    ]
