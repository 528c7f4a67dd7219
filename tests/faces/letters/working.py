"""The worker of the house, where the pages letters lead to may not be built yet."""

import django
from django.conf import settings

if __name__ == "__main__":
    django.setup()
    settings.ROOT_URLCONF = "tests.faces.letters.addresses"
    from phare.faces.console.service import worker

    worker()
