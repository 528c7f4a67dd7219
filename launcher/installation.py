"""Makes `.venv` from the hash lock, once: what is there already is recognised by its mark."""

import contextlib
import fcntl
import glob
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys

from launcher.interpreter import VERSIONS, found_python, probed
from launcher.words import HERE, STATE, VENV, Stop, program, say, surroundings

TOOLS = os.path.join(STATE, "tools")
MARK = os.path.join(VENV, "phare-installed.json")
LOCKS = {"demo": "requirements.lock", "test": "requirements-test.lock"}
TOOLS_LOCK = "requirements-tools.lock"
NO_PYTHON = (
    "Phare needs Python 3.12, 3.13 or 3.14 and found none: install one (pyenv install 3.13, "
    "uv python install 3.13, or your system's package) and try again."
)
NO_VENV = (
    "Python's venv is missing: install it (apt-get install python3-venv) or uv, and try again. "
    "It said: "
)


def ensure_installed(kind):
    """`kind` is demo or test. The test lock holds all that the demo's does, and is never undone."""
    if current(kind, mark()):
        return
    os.makedirs(STATE, exist_ok=True)
    with only_one_at_a_time():
        known = mark()
        if not current(kind, known):
            install("test" if "test" in known else kind, moved=known.get("here", HERE) != HERE)


def current(kind, known):
    there = known.get("here") == HERE and os.access(program("python"), os.X_OK)
    return there and known.get(kind) == digest(LOCKS[kind])


def mark():
    try:
        with open(MARK) as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def digest(name):
    with open(os.path.join(HERE, name), "rb") as lock:
        return hashlib.sha256(lock.read()).hexdigest()


@contextlib.contextmanager
def only_one_at_a_time():
    with open(os.path.join(STATE, "setup.lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another setup runs in this folder: waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(kind, moved):
    """A folder that was moved has its old place in every script of `.venv`: that is made anew."""
    python = program("python")
    there = None if moved else probed(python)
    base = there or python_to_use()
    uv = uv_to_use(base)
    never = surroundings(UV_PYTHON_DOWNLOADS="never")
    if not there:
        say("Making .venv with " + base)
        make = [uv, "venv", "--quiet", "--clear", "--no-project", "--python", base, VENV]
        if subprocess.call(make, env=never):
            raise Stop("The environment .venv could not be made (see above).")
    with contextlib.suppress(FileNotFoundError):
        os.unlink(MARK)
    say("Installing " + LOCKS[kind] + " (the first time takes a minute)")
    # Without --python, uv would follow UV_PYTHON or an activated environment elsewhere.
    sync = [uv, "pip", "sync", "--require-hashes", "--compile-bytecode", "--python", python]
    if subprocess.call([*sync, os.path.join(HERE, LOCKS[kind])], env=never):
        raise Stop("The packages could not be installed (see above); run this again to go on.")
    link_checkout(python)
    kinds = ("demo", "test") if kind == "test" else ("demo",)
    with open(MARK, "w") as file:
        json.dump({"here": HERE, **{each: digest(LOCKS[each]) for each in kinds}}, file)


def link_checkout(python):
    """Phare itself, editable. A build would fetch a build tool that no lock vouches for; a path
    and a script are all it would come to."""
    for packages in glob.glob(os.path.join(VENV, "lib", "python3*", "site-packages")):
        with open(os.path.join(packages, "phare-checkout.pth"), "w") as link:
            link.write(os.path.join(HERE, "src") + "\n")
    with open(program("phare"), "w") as script:
        # Not `#!python`: the kernel refuses a long path or one with a space.
        script.write(f"#!/bin/sh\n'''exec' {shlex.quote(python)} \"$0\" \"$@\"\n' '''\n")
        script.write("import sys\n\nfrom phare.config.cli import main\n\nsys.exit(main())\n")
    os.chmod(program("phare"), 0o755)


def python_to_use():
    """The best interpreter at hand; uv is asked to fetch one as the last resort."""
    found = found_python(os.environ)
    if found:
        return found
    say("No Python 3.12, 3.13 or 3.14 on this machine: asking uv for one")
    uv = uv_to_use(sys.executable)
    once = surroundings(UV_PYTHON_DOWNLOADS="automatic", UV_HTTP_RETRIES="1")
    if subprocess.call([uv, "python", "install", VERSIONS[0]], env=once) == 0:
        found = found_python(os.environ)
    if not found:
        raise Stop(NO_PYTHON)
    return found


def uv_to_use(python):
    """The pinned uv, in a folder of its own; this machine's if that cannot be had."""
    own = os.path.join(TOOLS, "bin", "uv")
    lock = os.path.join(HERE, TOOLS_LOCK)
    with open(lock) as file:
        pinned = file.readline().split()[0].replace("==", " ")
    on_path = shutil.which("uv")
    for known in (own, on_path):
        if known and said_by([known, "--version"])[1].startswith(pinned):
            return known
    say("Fetching " + pinned)
    shutil.rmtree(TOOLS, ignore_errors=True)
    status, complaint = said_by([python, "-m", "venv", TOOLS])
    pip = [os.path.join(TOOLS, "bin", "python"), "-m", "pip", "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--require-hashes", "-r", lock]
    if status == 0 and subprocess.call(pip, env=surroundings(), stdin=subprocess.DEVNULL) == 0:
        return own
    shutil.rmtree(TOOLS, ignore_errors=True)
    if on_path:
        return on_path
    if status:
        raise Stop(NO_VENV + max(complaint.split("\n"), key=len))
    raise Stop("uv could not be fetched: does the package index answer? (see above)")


def said_by(words):
    """(status, what it said)"""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    try:
        done = subprocess.run(words, env=surroundings(), stdin=subprocess.DEVNULL, **pipes)
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout.decode(errors="replace").strip()
