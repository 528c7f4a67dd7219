"""Becomes another program, tied to the life of the process that asked for it.

Run as a script by its path (see `tied`): that takes some 20 ms and, unlike `preexec_fn`, is safe in
a process with threads. The process id stays, so the program is a direct child of whoever asked,
which alone can reap it.
"""

import ctypes
import os
import pwd
import signal
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
NOBODY = 65534
SAME = "same"
NAMESPACE = "namespace"


def tied(
    program: list[str], *, last_signal: signal.Signals = signal.SIGTERM, identity: str = SAME
) -> list[str]:
    """The command that runs `program` so that it gets `last_signal` when this process is no more.

    `identity`: `same`, `namespace` (an ordinary user in a user namespace of its own), or
    `uid:gid`. Linux watches the *thread* that starts the command: start it from one that lasts.
    """
    head = [sys.executable, "-I", "-S", __file__]
    return [*head, str(os.getpid()), str(int(last_signal)), identity, *program]


def enter_own_namespace() -> None:
    """Somebody ordinary inside and still itself outside: files keep their owner.

    Inside it must be a user that the system knows: initdb looks up its own name.
    """
    user, group = os.getuid(), os.getgid()
    known = [account.pw_uid for account in pwd.getpwall()]
    inside = next((number for number in known if 0 < number < NOBODY), NOBODY)
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{inside} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{inside} {group} 1")


def take_identity(identity: str) -> None:
    if identity == NAMESPACE:
        enter_own_namespace()
    elif identity != SAME:
        user, group = (int(part) for part in identity.split(":"))
        os.setgroups([])
        os.setgid(group)
        os.setuid(user)


def tie(parent: int, last_signal: int) -> None:
    """A change of identity unties, so this comes after it. Only Linux can do this."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, last_signal, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit("The process that asked for this one ended meanwhile.")


if __name__ == "__main__":
    take_identity(sys.argv[3])
    tie(int(sys.argv[1]), int(sys.argv[2]))
    os.execv(sys.argv[4], sys.argv[4:])
