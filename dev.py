#!/usr/bin/env python3
"""From a bare checkout to a running Phare.

    python3 dev.py demo | test | test-all | check | setup | bench NAME | messages

Standard library only and for any Python from 3.8 on: the machine's own may be old, so a newer one
is looked for, `.venv` is made from the hash lock, and what was installed there takes over.
"""

import concurrent.futures
import ctypes
import os
import shutil
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from launcher.installation import ensure_installed
from launcher.words import HERE, Stop, program, say, surroundings

PR_SET_PDEATHSIG = 1
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def become(words, **more):
    """The last act: the other takes this process's place, its signals and its status."""
    end_with_make()
    os.chdir(HERE)
    sys.stdout.flush()
    os.execve(words[0], words, surroundings(**more))


def end_with_make():
    """A make that is killed outright cannot tell anybody: ask the kernel to."""
    try:
        with open(f"/proc/{os.getppid()}/comm") as parent:
            if parent.read().strip() == "make":
                ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    except OSError:
        pass


def demo(words):
    ensure_installed("demo")
    become([program("phare"), "demo", *words])


def setup(words):
    ensure_installed("demo")
    say("Ready: " + program("phare") + " --help")


def test(words, **more):
    ensure_installed("test")
    ensure_browser()
    check([])
    every = [] if "PHARE_EVERY" in more else ["-m", "not every"]
    processes = str(max(2, min(4, os.cpu_count() or 2)))
    become([program("python"), "-m", "pytest", "-n", processes, *every, *words], **more)


def test_all(words):
    test(words, PHARE_EVERY="1")


def bench(words):
    if not words:
        raise Stop("Which one? For instance: make bench NAME=queue")
    path = os.path.join(HERE, "benchmarks", words[0] + ".py")
    if not os.path.exists(path):
        raise Stop("There is no benchmark " + words[0] + ".")
    ensure_installed("test")
    # A script's folder comes first on Python's path, where queue.py would hide Python's own.
    become([program("python"), path, *words[1:]], PYTHONSAFEPATH="1", PYTHONPATH=HERE)


def check(words):
    """Every static gate, also when one is shut already."""
    ensure_installed("test")
    gates = {
        "ruff check": [program("ruff"), "check", "--quiet", "."],
        "ruff format": [program("ruff"), "format", "--check", "--quiet", "."],
        "storeys": [program("lint-imports")],
        "types": [program("mypy")],
        "migrations": [program("phare"), "migrations-check"],
        "translations": [program("python"), "-m", "tests.compiled_translations"],
    }
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        passed = {name: pool.submit(gate, name, words) for name, words in gates.items()}
    shut = [name for name in gates if not passed[name].result()]
    if shut:
        raise Stop("Not passed: " + ", ".join(shut) + ".")


def messages(words):
    """Collects what is new in the sources, says what has no translation yet, compiles."""
    ensure_installed("test")
    subprocess.call([program("python"), "-m", "tests.languages.messages"], env=surroundings())
    become([program("python"), "-m", "tests.compiled_translations", "--write"])


def gate(name, words):
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(words, cwd=HERE, env=surroundings(), stdin=subprocess.DEVNULL, **pipes)
    if done.returncode == 0:
        say(name + ": passed")
    else:
        say(name + ": NOT PASSED\n" + done.stdout.decode(errors="replace"))
    return done.returncode == 0


def ensure_browser():
    """Root gets one; anybody else is told, and the journeys themselves count as not run."""
    known = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in BROWSERS)]
    if any(path and os.access(path, os.X_OK) for path in known):
        return
    if os.geteuid() == 0 and shutil.which("apt-get") and install_browser():
        return
    say("No Chromium: the journeys are NOT RUN (to run them: apt-get install chromium)")


def install_browser():
    say("Installing chromium for the journeys")
    apt = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300"]
    get = [*apt, "install", "--no-install-recommends", "chromium"]
    env = surroundings(DEBIAN_FRONTEND="noninteractive")
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "env": env}
    if subprocess.call(get, stderr=subprocess.DEVNULL, **quiet) == 0:
        return True
    subprocess.call([*apt, "update"], **quiet)
    return subprocess.call(get, **quiet) == 0


COMMANDS = {
    "demo": demo,
    "test": test,
    "test-all": test_all,
    "check": check,
    "setup": setup,
    "bench": bench,
    "messages": messages,
}


def main(words):
    if not words or words[0] not in COMMANDS:
        print("usage: python3 dev.py " + " | ".join(COMMANDS), file=sys.stderr)
        return 2
    try:
        COMMANDS[words[0]](words[1:])
    except Stop as sentence:
        print(sentence, file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
