"""Every verb and every question says out loud whose data it touches."""

import importlib
import inspect
import pkgutil

from django.apps import apps

from phare.centres.models import OwnedByCentre

SAYS_WHERE = {"centre", "centres", "network"}


def modules(room):
    for part in ("actions", "queries"):
        try:
            module = importlib.import_module(f"{room}.{part}")
        except ModuleNotFoundError:
            continue
        yield module
        for found in pkgutil.iter_modules(getattr(module, "__path__", [])):
            yield importlib.import_module(f"{module.__name__}.{found.name}")


def public_functions():
    for config in apps.get_app_configs():
        if not config.name.startswith("phare.") or config.name.startswith("phare.faces"):
            continue
        for module in modules(config.name):
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == module.__name__ and not name.startswith("_"):
                    yield f"{module.__name__}.{name}", inspect.signature(inspect.unwrap(function))


def says_where(signature):
    if SAYS_WHERE & set(signature.parameters):
        return True
    first = next(iter(signature.parameters.values()), None)
    return first is not None and any(
        inspect.isclass(kind) and issubclass(kind, OwnedByCentre)
        for kind in (first.annotation, *getattr(first.annotation, "__args__", ()))
    )


def test_every_action_and_query_says_where():
    silent = {name for name, signature in public_functions() if not says_where(signature)}
    assert silent == set()


def test_what_follows_the_row_is_keyword_only():
    wrong = [
        name
        for name, signature in public_functions()
        if ".actions" in name
        and sum(p.kind is p.POSITIONAL_OR_KEYWORD for p in signature.parameters.values()) > 2
    ]
    assert wrong == []
