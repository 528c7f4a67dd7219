"""The launcher finds a Python that works, and does nothing twice."""

import fcntl
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from launcher import installation, interpreter
from launcher.words import HERE, Stop, surroundings

OLD = '#!/bin/sh\necho 3.9\necho "$0"\n'
SHIM = '#!/bin/sh\necho "pyenv: python3.13: command not found" >&2\nexit 127\n'
SILENT = "#!/bin/sh\nexit 0\n"


def says(version: str) -> str:
    return f'#!/bin/sh\necho {version}\necho "$0"\n'


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Puts fake interpreters on an otherwise empty machine."""
    monkeypatch.setattr(sys, "executable", "")

    def place(path: str, text: str) -> str:
        program = tmp_path / path
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(text)
        program.chmod(0o755)
        return str(program)

    return place


def found(tmp_path: Path, **more: str) -> str | None:
    environment = {"HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "bin"), **more}
    return interpreter.found_python(environment)


@pytest.fixture(autouse=True)
def no_system_pythons(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inside = interpreter.candidates

    def only_inside(environment: dict[str, str]) -> list[str]:
        return [path for path in inside(environment) if path.startswith(str(tmp_path))]

    monkeypatch.setattr(interpreter, "candidates", only_inside)


def test_the_preferred_version_wins_wherever_it_is(
    machine: Callable[[str, str], str], tmp_path: Path
) -> None:
    machine("bin/python3.14", says("3.14"))
    preferred = machine("home/.pyenv/versions/3.13.0/bin/python", says("3.13"))

    assert found(tmp_path) == preferred


def test_a_shim_that_only_pretends_is_passed_over(
    machine: Callable[[str, str], str], tmp_path: Path
) -> None:
    machine("bin/python3.13", SHIM)
    machine("bin/python3.14", SILENT)
    works = machine("bin/python3.12", says("3.12"))

    assert found(tmp_path) == works


def test_a_name_does_not_make_a_version(machine: Callable[[str, str], str], tmp_path: Path) -> None:
    machine("bin/python3.13", OLD)
    machine("bin/python3", OLD)

    assert found(tmp_path) is None


@pytest.mark.parametrize(
    ("place", "environment"),
    [
        ("home/.pyenv/versions/3.12.1/bin/python", {}),
        ("elsewhere/versions/3.12.1/bin/python", {"PYENV_ROOT": "elsewhere"}),
        ("home/.local/share/uv/python/cpython-3.12.1-linux/bin/python3", {}),
        ("uvs/cpython-3.12.1-linux/bin/python3", {"UV_PYTHON_INSTALL_DIR": "uvs"}),
        ("bin/python3", {}),
    ],
)
def test_every_usual_place_is_looked_into(
    machine: Callable[[str, str], str], tmp_path: Path, place: str, environment: dict[str, str]
) -> None:
    there = machine(place, says("3.12"))

    more = {name: str(tmp_path / folder) for name, folder in environment.items()}

    assert found(tmp_path, **more) == there


def test_what_would_lead_astray_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UV_PYTHON", "VIRTUAL_ENV", "PYTHONPATH"):
        monkeypatch.setenv(name, "/somewhere/else")
    monkeypatch.setenv("UV_INDEX_URL", "https://mirror.example/simple")

    passed_on = surroundings(EXTRA="1")

    assert not {"UV_PYTHON", "VIRTUAL_ENV", "PYTHONPATH"} & set(passed_on)
    assert passed_on["UV_INDEX_URL"] == "https://mirror.example/simple"
    assert passed_on["EXTRA"] == "1"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """A folder whose installations are only noted down."""
    asked: list[tuple[str, bool]] = []
    monkeypatch.setattr(installation, "STATE", str(tmp_path))
    monkeypatch.setattr(installation, "MARK", str(tmp_path / "mark.json"))
    monkeypatch.setattr(installation, "program", lambda name: sys.executable)
    monkeypatch.setattr(installation, "install", lambda kind, moved: asked.append((kind, moved)))
    return asked


def mark(checkout: object, **known: str) -> None:
    Path(installation.MARK).write_text(json.dumps(known))


def current(kind: str) -> str:
    return installation.digest(installation.LOCKS[kind])


def test_what_is_installed_is_not_installed_again(checkout: list[tuple[str, bool]]) -> None:
    mark(checkout, here=HERE, demo=current("demo"))

    installation.ensure_installed("demo")

    assert checkout == []


def test_the_demo_takes_no_test_package_away(checkout: list[tuple[str, bool]]) -> None:
    mark(checkout, here=HERE, demo="an older lock", test="an older lock")

    installation.ensure_installed("demo")

    assert checkout == [("test", False)]


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({}, ("test", False)),
        ({"here": HERE, "demo": "current"}, ("test", False)),
        ({"here": "/moved/away", "demo": "current", "test": "current"}, ("test", True)),
    ],
)
def test_what_is_missing_is_installed(
    checkout: list[tuple[str, bool]], known: dict[str, str], asked: tuple[str, bool]
) -> None:
    digests = {kind: current(kind) for kind in ("demo", "test")}
    mark(checkout, **{k: digests.get(k, v) if v == "current" else v for k, v in known.items()})

    installation.ensure_installed("test")

    assert checkout == [asked]


def test_two_at_once_take_turns(
    checkout: list[tuple[str, bool]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waits = "from launcher import installation as i; import sys; i.STATE = sys.argv[1]\n"
    waits += "with i.only_one_at_a_time(): print('in')"
    with (tmp_path / "setup.lock").open("w") as hold:
        fcntl.flock(hold, fcntl.LOCK_EX)
        words = [sys.executable, "-c", waits, str(tmp_path)]
        with subprocess.Popen(words, cwd=HERE, stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout is not None
            first_line = second.stdout.readline()
            fcntl.flock(hold, fcntl.LOCK_UN)
            rest = second.stdout.read()

    assert "waiting" in first_line
    assert rest == "in\n"


def test_without_any_python_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "uv").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setattr(installation, "found_python", lambda environment: None)
    monkeypatch.setattr(installation, "uv_to_use", lambda python: str(tmp_path / "uv"))

    with pytest.raises(Stop, match=r"needs Python 3\.12, 3\.13 or 3\.14 .* install one"):
        installation.python_to_use()


def test_an_unknown_command_is_refused_with_the_known_ones() -> None:
    said = subprocess.run(
        [sys.executable, f"{HERE}/dev.py", "fly"], capture_output=True, text=True, cwd="/"
    )

    assert said.returncode == 2
    assert "demo | test" in said.stderr
