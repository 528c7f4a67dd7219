"""Prepares a filled house, and says where its states are to be seen.

python -m tests.accessibility.prepare_house     prints {"cookies": {who: …}, "places": {name: …}}
"""

import json

import django

if __name__ == "__main__":
    django.setup()
    # Rooms can only be imported once Django is set up.
    from tests.accessibility.states import prepared

    print(json.dumps(prepared(), default=str))  # noqa: T201
