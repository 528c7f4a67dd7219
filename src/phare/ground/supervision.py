"""Keeps child processes alive, shows what they say, and leaves none behind.

One thread does it all: Linux ties a child to the thread that started it (see `lifeline`), so the
supervisor belongs in the main thread. A child gets its own session: Ctrl-C reaches the supervisor
alone, which then ends everybody in the reverse order of their start.
"""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

from phare.ground.lifeline import tied

BEAT = 0.2
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# A shell makes its background jobs ignore Ctrl-C, yet somebody may ask by `kill -INT`. SIGHUP stays
# ignored if it was: that is what `nohup` is for.
ALWAYS = (signal.SIGINT, signal.SIGTERM)
# A child that lived this long has not crashed at once.
SETTLED = 10.0
LONGEST_PAUSE = 4.0
HOPELESS_AFTER, HOPELESS_PAUSE = 10, 30.0

Write = Callable[[str, str], None]


@dataclass(frozen=True)
class Program:
    """What to keep alive. `start` returns at once; its output is read if it is a pipe."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    last_word: signal.Signals = signal.SIGTERM
    patience: float = 10.0


@dataclass
class Child:
    program: Program
    process: subprocess.Popen[bytes]
    started: float = field(default_factory=time.monotonic)
    crashes: int = 0
    due: float | None = None
    unfinished: bytes = b""


def command(
    name: str, words: Sequence[str], environment: Mapping[str, str], descriptors: Sequence[int] = ()
) -> Program:
    """A program given by its words: what it prints is read, and it dies with this process."""

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            tied(list(words)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            pass_fds=tuple(descriptors),
            start_new_session=True,
        )

    return Program(name, start)


def pause_after(crashes: int) -> float:
    """Seconds before the next start, after so many quick crashes in a row: the first costs none."""
    if crashes <= 1:
        return 0.0
    if crashes > HOPELESS_AFTER:
        return HOPELESS_PAUSE
    return float(min(LONGEST_PAUSE, 0.5 * 2 ** (crashes - 2)))


class Supervisor:
    def __init__(self, write: Write, note: Write | None = None) -> None:
        """`write` gets what children say, `note` what happens to them (else `write` does)."""
        self.write = write
        self.note = note or write
        self.children: dict[str, Child] = {}
        self.asked_to_stop = False
        self._selector = selectors.DefaultSelector()

    def keep(self, program: Program, process: subprocess.Popen[bytes] | None = None) -> None:
        """Starts `program`, or goes on with the `process` of it that already runs."""
        child = Child(program, process or program.start())
        self.children[program.name] = child
        self._listen(child)

    def beat(self) -> None:
        """Passes on what was said, and raises the dead. To be called again and again."""
        for key, _ in self._selector.select(BEAT):
            self._read(key.data)
        for child in self.children.values():
            if child.due is not None:
                self._restart_if_due(child)
            elif child.process.poll() is not None:
                self._bury(child)

    def run(self) -> None:
        """Until somebody asks to stop."""
        while not self.asked_to_stop:
            self.beat()

    def stop(self) -> None:
        """Everybody in reverse order, first politely. A second request to stop cuts it short."""
        self.asked_to_stop = False
        for child in reversed(list(self.children.values())):
            self._end(child)
        self.children.clear()
        self._selector.close()

    @contextmanager
    def answering_signals(self) -> Iterator[None]:
        """While it lasts, Ctrl-C and the like ask this supervisor to stop, and nobody is left."""
        heard = [n for n in STOPPING if signal.getsignal(n) != signal.SIG_IGN or n in ALWAYS]
        before = {number: signal.signal(number, self._ask) for number in heard}
        try:
            yield
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_stop = True

    def _bury(self, child: Child) -> None:
        """What is left of its group goes too; its next start is planned."""
        self._finish_reading(child)
        sweep(child.process.pid)
        lived = time.monotonic() - child.started
        child.crashes = 1 if lived > SETTLED else child.crashes + 1
        pause = pause_after(child.crashes)
        child.due = time.monotonic() + pause
        code = child.process.returncode
        told = f"killed by signal {-code}" if code < 0 else f"ended with status {code}"
        self.note(child.program.name, f"{told}; starts again" + (f" in {pause:g} s" * (pause > 0)))

    def _restart_if_due(self, child: Child) -> None:
        if child.due is None or time.monotonic() < child.due:
            return
        child.due = None
        child.started = time.monotonic()
        child.process = child.program.start()
        self._listen(child)

    def _end(self, child: Child) -> None:
        with suppress(ProcessLookupError):
            child.process.send_signal(child.program.last_word)
        until = time.monotonic() + child.program.patience
        while child.process.poll() is None and time.monotonic() < until and not self.asked_to_stop:
            for key, _ in self._selector.select(BEAT / 4):
                self._read(key.data)
        if child.process.poll() is None:
            child.process.kill()
            child.process.wait()
        self._finish_reading(child)
        sweep(child.process.pid)

    def _listen(self, child: Child) -> None:
        if child.process.stdout is not None:
            os.set_blocking(child.process.stdout.fileno(), False)
            self._selector.register(child.process.stdout, selectors.EVENT_READ, child)

    def _read(self, child: Child) -> bool:
        """Whole lines go to the writer. False when there is nothing more for now."""
        if child.process.stdout is None or child.process.stdout.closed:
            return False
        try:
            said = os.read(child.process.stdout.fileno(), 65536)
        except BlockingIOError:
            return False
        if not said:
            self._hang_up(child)
        lines = (child.unfinished + said).split(b"\n")
        child.unfinished = lines.pop()
        for line in lines:
            self.write(child.program.name, line.decode(errors="replace").rstrip())
        return bool(said)

    def _finish_reading(self, child: Child) -> None:
        while self._read(child):
            pass
        self._hang_up(child)
        if child.unfinished:
            self.write(child.program.name, child.unfinished.decode(errors="replace"))
            child.unfinished = b""

    def _hang_up(self, child: Child) -> None:
        if child.process.stdout is not None and not child.process.stdout.closed:
            self._selector.unregister(child.process.stdout)
            child.process.stdout.close()


def sweep(group: int) -> None:
    """Ends what a dead child left running in its group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
