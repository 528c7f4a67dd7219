"""Finds a Python that can run Phare, wherever this machine keeps one."""

import glob
import os
import subprocess
import sys

VERSIONS = ("3.13", "3.14", "3.12")
# The interpreter below a virtual environment: the one in `.venv` may be about to be replaced.
PROBE = """
import ctypes, ssl, sys, zlib
print(*sys.version_info[:2], sep=".")
print(getattr(sys, "_base_executable", None) or sys.executable)
"""


def probed(path):
    """The real path of the interpreter at `path`, by running it: pyenv's shims lie."""
    try:
        said = subprocess.run(
            [path, "-I", "-c", PROBE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=30,
        )
        version, real = said.stdout.decode().split("\n")[:2]
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return real if version in VERSIONS and os.path.exists(real) else None


def candidates(environment):
    """Paths that may be a fitting interpreter, the preferred version first."""
    home = environment.get("HOME") or os.path.expanduser("~")
    data = environment.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share")
    pyenvs = [environment.get("PYENV_ROOT"), os.path.join(home, ".pyenv")]
    uvs = [environment.get("UV_PYTHON_INSTALL_DIR"), os.path.join(data, "uv", "python")]
    path = environment.get("PATH", os.defpath).split(os.pathsep)
    for version in VERSIONS:
        for folder in [*path, "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]:
            yield os.path.join(folder, "python" + version)
        for pyenv in filter(None, pyenvs):
            found = glob.glob(os.path.join(pyenv, "versions", version + "*", "bin", "python"))
            yield from sorted(found, reverse=True)
        for uv in filter(None, uvs):
            yield from glob.glob(os.path.join(uv, "*-" + version + "*", "bin", "python3"))
    yield sys.executable
    yield from (os.path.join(folder, "python3") for folder in path)


def found_python(environment):
    for path in candidates(environment):
        if path and os.access(path, os.X_OK):
            real = probed(path)
            if real:
                return real
    return None
