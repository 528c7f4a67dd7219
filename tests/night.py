"""One whole night: everything the calendar owes, done once on `PHARE_DATABASE_URL`.

PHARE_NOW=MOMENT python -m tests.night
"""

import inspect
import json

import django


def keep_watch() -> list[str]:
    # Jobs can only be imported once Django is set up.
    from procrastinate.contrib.django import app  # noqa: PLC0415

    app.perform_import_paths()
    done = []
    for owed in app.periodic_registry.periodic_tasks.values():
        # What mends the queue itself needs a worker, and forgets nobody.
        if not inspect.iscoroutinefunction(owed.task.func):
            owed.task.func(0)
            done.append(owed.task.name)
    return sorted(done)


if __name__ == "__main__":
    django.setup()
    print(json.dumps(keep_watch()))  # noqa: T201
