"""What an operator may set, read once from the environment (prefix PHARE_)."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Environment(BaseSettings):
    """One field per variable; `docs/operations.md` lists them and a test compares."""

    model_config = SettingsConfigDict(env_prefix="PHARE_", extra="ignore")

    database_url: str = Field(
        default="postgresql:///phare", description="PostgreSQL to use: postgresql://user:pw@host/db"
    )
    secret_key: str = Field(default="", description="long random text; required unless debug")
    hosts: str = Field(
        default="127.0.0.1,localhost,.localhost", description="host names served, with commas"
    )
    https: bool = Field(default=False, description="true behind a reverse proxy that speaks TLS")
    debug: bool = Field(default=False, description="error pages with details; never in production")
    demo: bool = Field(default=False, description="shows the demo band and the demo sign-ins")
    web_workers: int = Field(default=2, description="number of web processes")
    now: str = Field(default="", description="ISO moment at which the clock starts (demo, tests)")
    now_since: float = Field(
        default=0.0, description="epoch seconds of real time when `now` was the time; 0 = start"
    )
    state: Path = Field(default=Path(".phare"), description="folder of the embedded database")
    public_port: int = Field(
        default=0, description="port written in the addresses of letters; 0: the usual one"
    )
    smtp_url: str = Field(
        default="", description="smtp://user:pw@host:587?tls=1, or smtps://user:pw@host"
    )
    mail_from: str = Field(default="", description="address all letters come from")
    bounce_address: str = Field(
        default="", description="address that gets what cannot be delivered; empty: mail_from"
    )
    bounces_url: str = Field(
        default="", description="mailbox of that address: imaps://user:pw@host/INBOX"
    )
    sms_url: str = Field(default="", description="gateway that text messages are posted to")
    sms_token: str = Field(default="", description="bearer token of the gateway")
    jitsi_url: str = Field(default="", description="https:// address of a Jitsi Meet server")
    jitsi_app: str = Field(default="", description="its application id, for signed tokens")
    jitsi_secret: str = Field(default="", description="its shared secret")
    bbb_url: str = Field(default="", description="https://host/bigbluebutton/api")
    bbb_secret: str = Field(default="", description="shared secret of BigBlueButton")


def database(url: str) -> dict[str, object]:
    """Django's settings for a `postgresql://` address; a missing host means the local socket."""
    parts = urlsplit(url)
    query = dict(p.split("=", 1) for p in parts.query.split("&") if "=" in p)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 12, "timeout": 10},
            **{name: unquote(value) for name, value in query.items() if name != "host"},
        },
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
    }


def mailers(url: str) -> dict[str, dict[str, object]]:
    """Django's mailers for an `smtp://` or `smtps://` address; none when it is empty."""
    if not url:
        return {}
    parts = urlsplit(url)
    query = dict(p.split("=", 1) for p in parts.query.split("&") if "=" in p)
    return {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": parts.hostname or "",
                "port": parts.port,
                "username": unquote(parts.username or ""),
                "password": unquote(parts.password or ""),
                "use_ssl": parts.scheme == "smtps",
                "use_tls": parts.scheme == "smtp" and query.get("tls", "0") not in ("0", "false"),
                "timeout": 20,
            },
        }
    }
