"""The files of one PostgreSQL: made once, read to know whether a server runs on them."""

import os
import secrets
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from phare.ground.lifeline import tied
from phare.ground.postgres_identity import Lodging

USER = "phare"
# What a statement holds may be what a visitor said: failing statements and their values stay out of
# the log.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "shared_buffers": "128MB",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
}
# For tests: a power cut may cost the data, a kill still may not.
CARELESS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "checkpoint_timeout": "1h",
}


class PostgresRefused(RuntimeError):
    """It did not start; the message ends with what it said."""


@dataclass(frozen=True)
class Postmaster:
    """What `postmaster.pid` says. After a crash the file stays and still says `ready`."""

    pid: int
    port: int
    ready: bool


def postmaster(data: Path) -> Postmaster | None:
    """Nothing while the file is missing or half written."""
    try:
        lines = (data / "postmaster.pid").read_text().split("\n")
        return Postmaster(int(lines[0]), int(lines[3]), lines[7].strip() == "ready")
    except (FileNotFoundError, IndexError, ValueError):
        return None


def serves(pid: int, data: Path) -> bool:
    """Whether `pid` is a living server of `data`, not a stranger who was given its number later."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return os.fsencode(data) in words


def password_in(folder: Path) -> str:
    """Made once per folder, readable by its owner alone."""
    path = folder / "password"
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(24))
    return path.read_text()


def write_secret(path: Path, text: str) -> None:
    """Closed before it says anything, and never seen half written."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(text)
    fresh.rename(path)


def ensure_cluster(lodging: Lodging, password: str) -> Path:
    """The data folder. One of another major version is kept aside: this server cannot read it."""
    data = lodging.folder / "data"
    if (data / "PG_VERSION").exists():
        major = (data / "PG_VERSION").read_text().strip()
        if major == str(lodging.programs.major):
            return data
        data.rename(data.with_name(f"data-{major}-{time.time_ns()}"))
    create_cluster(lodging, password).rename(data)
    return data


def create_cluster(lodging: Lodging, password: str) -> Path:
    """Made beside its place and moved there when complete, so that half a one is never met."""
    fresh = lodging.folder / "data.new"
    lodging.clear(fresh)
    secret = lodging.folder / "password.new"
    write_secret(secret, password)
    lodging.give(secret)
    program = str(lodging.programs.folder / "initdb")
    words = ["-D", str(fresh), "-U", USER, f"--pwfile={secret}", "--auth=scram-sha-256"]
    words += ["--encoding=UTF8", "--no-sync", *locale_words(lodging.programs.major)]
    made = subprocess.run(
        tied([program, *words], identity=lodging.identity),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=lodging.folder,
        env={**os.environ, "LC_ALL": "C"},
    )
    secret.unlink()
    if made.returncode:
        raise PostgresRefused(f"initdb failed: {made.stdout.decode(errors='replace')[-800:]}")
    return fresh


def locale_words(major: int) -> list[str]:
    """The wheel has no ICU: names are sorted by a folded column, never by a collation."""
    if major < 17:
        return ["--locale=C.UTF-8"]
    return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
