"""`phare serve`, looked at from outside: separate processes, killed one after the other."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WORDS = [sys.executable, "-m", "phare.config.cli", "serve", "--port", "0"]


class House:
    """A running `phare serve`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.process = process
        self.said = ""
        while "Phare is at" not in self.said:
            line = process.stdout.readline()
            assert line, self.said
            self.said += line
        self.address = self.said.split("Phare is at ")[1].strip()

    def children(self) -> dict[int, str]:
        """Process numbers of web and worker."""
        found = {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                parent = int(path.read_text().rpartition(")")[2].split()[1])
                words = (path.parent / "cmdline").read_bytes().split(b"\0")
            except (OSError, IndexError):
                continue
            if parent == self.process.pid and b"phare.config.cli" in words:
                found[int(path.parent.name)] = words[words.index(b"phare.config.cli") + 1].decode()
        return found

    def healthy(self) -> bool:
        try:
            with urllib.request.urlopen(self.address + "healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, TimeoutError):
            return False


@pytest.fixture
def house(own_database: str) -> Iterator[House]:
    environment = {
        **os.environ,
        "PHARE_DATABASE_URL": own_database,
        "PHARE_SECRET_KEY": "only-for-tests",
        "PHARE_HOSTS": "127.0.0.1",
        "PHARE_WEB_WORKERS": "2",
    }
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(WORDS, env=environment, **pipes) as process:
        try:
            yield House(process)
        finally:
            process.kill()


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def test_whoever_is_killed_is_back_within_five_seconds(house: House) -> None:
    before = house.children()
    assert sorted(before.values()) == ["web", "web", "worker"]

    for pid in before:
        os.kill(pid, signal.SIGKILL)

    assert within(5, lambda: sorted(house.children().values()) == ["web", "web", "worker"])
    assert not set(before) & set(house.children())
    assert within(10, house.healthy)


def test_nobody_is_left_when_it_is_asked_to_stop(house: House) -> None:
    children = house.children()

    house.process.terminate()
    status = house.process.wait(20)

    assert status == 0
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def test_nobody_is_left_when_it_is_killed(house: House) -> None:
    children = house.children()

    house.process.kill()
    house.process.wait()

    assert within(10, lambda: not any(alive(pid) for pid in children))


def alive(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_without_a_database_one_sentence_says_what_is_missing() -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PHARE_DATABASE_URL"}

    done = subprocess.run(WORDS, env=environment, capture_output=True, text=True)

    assert done.returncode == 1
    assert "Set PHARE_DATABASE_URL" in done.stderr
