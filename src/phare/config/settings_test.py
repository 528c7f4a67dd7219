"""The settings of the tests: the same house, with a quick password hasher."""

import os

os.environ.setdefault("PHARE_SECRET_KEY", "only-for-tests")
os.environ.setdefault("PHARE_HOSTS", "testserver,127.0.0.1,localhost,.localhost")

from phare.config.settings import *  # noqa: E402, F403
from phare.config.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests share one connection per process, and Django's test runner renames the database.
DATABASES["default"]["OPTIONS"] = {}
