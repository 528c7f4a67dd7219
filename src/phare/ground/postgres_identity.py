"""PostgreSQL refuses to run as root; this decides as whom and where it runs then.

Nothing outside the given folder is changed unless user namespaces are forbidden: then an ordinary
account is borrowed, which may not see the folder, so data and programs move to /var/lib/phare.
"""

import hashlib
import os
import pwd
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from phare.ground.lifeline import NAMESPACE, SAME, tied
from phare.ground.postgres_binaries import Programs

ELSEWHERE = Path("/var/lib/phare")


@dataclass(frozen=True)
class Lodging:
    """As whom the server runs, where its data are and which programs it uses."""

    identity: str
    folder: Path
    programs: Programs

    def give(self, path: Path) -> None:
        """Makes `path` the server's own, where that is somebody else."""
        if ":" in self.identity:
            user, group = (int(part) for part in self.identity.split(":"))
            os.chown(path, user, group)

    def clear(self, folder: Path) -> None:
        """An empty private folder of the server's own."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        self.give(folder)


def lodging(folder: Path, programs: Programs, elsewhere: Path = ELSEWHERE) -> Lodging:
    identity = identity_here()
    if ":" not in identity:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Lodging(identity, folder, programs)
    return borrowed(identity, folder, programs, elsewhere)


def identity_here() -> str:
    """A container may also run as a number without a name, which initdb refuses like root."""
    if os.geteuid() != 0 and has_name(os.geteuid()):
        return SAME
    if namespaces_allowed():
        return NAMESPACE
    return ordinary_account() if os.geteuid() == 0 else SAME


def has_name(user: int) -> bool:
    return any(account.pw_uid == user for account in pwd.getpwall())


def namespaces_allowed() -> bool:
    """Containers may forbid them, so it is tried."""
    trial = tied(["/bin/true"], last_signal=signal.SIGKILL, identity=NAMESPACE)
    return subprocess.run(trial, capture_output=True).returncode == 0


def ordinary_account() -> str:
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return f"{account.pw_uid}:{account.pw_gid}"
    return "65534:65534"


def borrowed(identity: str, folder: Path, programs: Programs, elsewhere: Path) -> Lodging:
    """Only root may write to the place's parent, so nobody can have prepared it for us."""
    elsewhere.mkdir(exist_ok=True)
    os.chmod(elsewhere, 0o711)
    mark = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    given = Lodging(identity, elsewhere / mark, readable_by_all(programs, elsewhere))
    if not given.folder.exists():
        given.clear(given.folder)
    return given


def readable_by_all(programs: Programs, elsewhere: Path) -> Programs:
    """`programs` itself, or a copy when a closed folder stands above it."""
    if all(place.stat().st_mode & 0o001 for place in programs.folder.resolve().parents):
        return programs
    install = programs.folder.parent
    mark = hashlib.sha256(f"{install} {(programs.folder / 'postgres').stat().st_mtime_ns}".encode())
    copy = elsewhere / f"programs-{mark.hexdigest()[:16]}"
    if not copy.exists():
        half = copy.with_suffix(f".{os.getpid()}")
        shutil.copytree(install, half, symlinks=True)
        half.rename(copy)
    os.chmod(copy, 0o755)
    return Programs(copy / "bin", programs.major)
