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
