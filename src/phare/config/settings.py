"""Django's settings, composed from the environment. Imported by nobody in `phare`."""

from datetime import datetime, timedelta
from pathlib import Path

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from phare.config.environment import Environment, database, mailers

ENVIRONMENT = Environment()
ROOT = Path(__file__).resolve().parents[1]

DEBUG = ENVIRONMENT.debug
DEMO = ENVIRONMENT.demo
SECRET_KEY = ENVIRONMENT.secret_key or ("not-secret" if DEBUG or DEMO else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set PHARE_SECRET_KEY to a long random text.")
ALLOWED_HOSTS = [host.strip() for host in ENVIRONMENT.hosts.split(",") if host.strip()]

ROOMS = [
    "centres",
    "contacts",
    "satisfaction",
    "people",
    "rota",
    "tickets",
    "activities",
    "indicators",
]
FACES = ["shared", "portal", "kiosk", "desk", "office", "displays", "api", "letters"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "axes",
    "django_htmx",
    "procrastinate.contrib.django",
    *[f"phare.{room}" for room in ROOMS],
    *[f"phare.faces.{face}" for face in FACES],
    "phare.config.apps.Wiring",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "phare.faces.shared.middleware.centre_of_the_host",
    "phare.faces.shared.access.AccessMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "phare.faces.shared.middleware.HistoryOfTheTeam",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "phare.config.urls"
ASGI_APPLICATION = "phare.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "phare.faces.shared.surroundings.surroundings",
            ],
        },
    }
]

DATABASES = {"default": database(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "signin"
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # the mail address is unique by a constraint on its lower-case form
    "axes.W006",  # by account on purpose: see below
    "mail.W001",  # without a server letters stay owed, and say so
]

# Slowed down per account, with a cool-off; no address of a machine is ever kept, so that a
# shared address (a whole centre behind one router) cannot be locked out by one person.
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=2)
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "phare.faces.shared.signin.no_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_LOCKOUT_CALLABLE = "phare.faces.shared.signin.slowed_down"
AXES_VERBOSE = False
AXES_USERNAME_FORM_FIELD = "username"

SESSION_COOKIE_NAME = "phare_staff"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.https
# Public forms carry no authority and need no token (phare.faces.shared.access): no cookie there.
CSRF_USE_SESSIONS = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.https else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("nl", "Nederlands"), ("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["phare.config.formats"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Who took something away stands in the history too.
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)

# What leaves the house. Each is empty until an operator sets it: docs/letters.md says what then.
MAILERS = mailers(ENVIRONMENT.smtp_url)
MAIL_FROM = ENVIRONMENT.mail_from
BOUNCE_ADDRESS = ENVIRONMENT.bounce_address or MAIL_FROM
BOUNCES_URL = ENVIRONMENT.bounces_url
SMS_URL, SMS_TOKEN = ENVIRONMENT.sms_url, ENVIRONMENT.sms_token
JITSI_URL = ENVIRONMENT.jitsi_url
JITSI_APP, JITSI_SECRET = ENVIRONMENT.jitsi_app, ENVIRONMENT.jitsi_secret
BBB_URL, BBB_SECRET = ENVIRONMENT.bbb_url, ENVIRONMENT.bbb_secret
HTTPS, PUBLIC_PORT = ENVIRONMENT.https, ENVIRONMENT.public_port

PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful", "concurrency": 4}

# The clock may start at another moment (demo, tests) and goes on in real time from there.
CLOCK_START = datetime.fromisoformat(ENVIRONMENT.now) if ENVIRONMENT.now else None
CLOCK_SINCE = ENVIRONMENT.now_since or None

# Addresses of visitors never reach a log: uvicorn's access log is off, and Django's request
# logger writes paths only, with tokens and keys covered.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name} {message}", "style": "{"}},
    "filters": {"tokens": {"()": "phare.config.quiet.WithoutTokens"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["tokens"],
        },
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "phare": {"level": "INFO"},
        "procrastinate": {"level": "WARNING"},
        # Whoever knocks under another name is answered 400; the name they used is not written down.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
