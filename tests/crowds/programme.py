"""A session with many places in a filled house; prints its key.

python -m tests.crowds.programme PLACES
"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()
    # Rooms can only be imported once Django is set up.
    from phare.centres.queries import centre_named
    from tests.factories.activities import make_activity, make_session

    activity = make_activity(centre_named(centre="bruxelles"))
    session = make_session(activity, on_site=int(sys.argv[1]))
    print(json.dumps(session.key))  # noqa: T201
