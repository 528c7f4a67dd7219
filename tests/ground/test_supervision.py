"""What is supervised lives on, what it says is heard, and nobody is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from phare.ground.supervision import Supervisor, command, pause_after

SLEEPER = "import time; print('here', flush=True); time.sleep(600)"
PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('deaf', flush=True)
time.sleep(600)
"""
OWNER = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may have been told nohup
from phare.ground.supervision import Supervisor, command
supervisor = Supervisor(lambda name, line: print(name, line, flush=True))
with supervisor.answering_signals():
    sleeper = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
    supervisor.keep(command("sleeper", [sys.executable, "-c", sleeper], os.environ))
    supervisor.run()
print("all ended", flush=True)
"""


class Heard(list[tuple[str, str]]):
    def write(self, name: str, line: str) -> None:
        self.append((name, line))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def supervisor(heard: Heard) -> Iterator[Supervisor]:
    supervisor = Supervisor(heard.write)
    yield supervisor
    supervisor.stop()


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def beat_until(supervisor: Supervisor, condition: object, within: float = 10.0) -> None:
    until = time.monotonic() + within
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until, "it never came"
        supervisor.beat()


def ended(pid: int, within: float = 5.0) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        path = Path(f"/proc/{pid}/status")
        if not path.exists() or "(zombie)" in path.read_text():
            return True
        time.sleep(0.02)
    return False


def test_a_killed_child_is_back_within_five_seconds(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.keep(command("web", python(SLEEPER), os.environ))
    beat_until(supervisor, lambda: ("web", "here") in heard)
    first = supervisor.children["web"].process.pid

    os.kill(first, signal.SIGKILL)
    beat_until(supervisor, lambda: heard.count(("web", "here")) == 2, within=5)

    assert supervisor.children["web"].process.pid != first
    assert ("web", "killed by signal 9; starts again") in heard


def test_every_line_is_heard_also_the_last_unfinished_one(
    supervisor: Supervisor, heard: Heard
) -> None:
    supervisor.keep(command("web", python("print('one'); print('two', end='')"), os.environ))

    beat_until(supervisor, lambda: len(heard) >= 3)

    assert heard[:3] == [
        ("web", "one"),
        ("web", "two"),
        ("web", "ended with status 0; starts again"),
    ]


def test_who_crashes_at_once_again_and_again_is_given_a_pause() -> None:
    pauses = [pause_after(crashes) for crashes in range(1, 13)]

    assert pauses == [0.0, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 30.0, 30.0]


def test_grandchildren_end_with_a_killed_child(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.keep(command("parent", python(PARENT), os.environ))
    beat_until(supervisor, lambda: len(heard) == 1)
    grandchild = int(heard[0][1])

    os.kill(supervisor.children["parent"].process.pid, signal.SIGKILL)
    beat_until(supervisor, lambda: len(heard) >= 2)

    assert ended(grandchild)


def test_who_does_not_listen_is_killed_when_all_stop(heard: Heard) -> None:
    supervisor = Supervisor(heard.write)
    stubborn = command("stubborn", python(STUBBORN), os.environ)
    object.__setattr__(stubborn, "patience", 0.3)
    supervisor.keep(stubborn)
    beat_until(supervisor, lambda: ("stubborn", "deaf") in heard)
    pid = supervisor.children["stubborn"].process.pid

    supervisor.stop()

    assert ended(pid)


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everybody_in_order(word: signal.Signals) -> None:
    with subprocess.Popen(python(OWNER), stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline().split()[1])
        owner.send_signal(word)
        rest = owner.stdout.read()

    assert rest.endswith("all ended\n")
    assert owner.returncode == 0
    assert ended(pid)


def test_nobody_outlives_a_supervisor_that_is_killed() -> None:
    with subprocess.Popen(python(OWNER), stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline().split()[1])
        owner.kill()

    assert ended(pid)
