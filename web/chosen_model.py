"""Which model a library is served with: the one in use, and for a new library the one that is set."""

from collections.abc import Callable
from pathlib import Path

from index.store import Store

# How a person names the embedded default.
DEFAULT = "default"


def model_name(given: str | None) -> str:
    """What a model is loaded by: a folder's whole path, a hub name, or nothing for the embedded default."""
    if given is None or given == DEFAULT:
        return ""
    try:
        folder = Path(given).expanduser()
        return str(folder.resolve()) if folder.is_dir() else given
    except (OSError, RuntimeError, ValueError):
        # A name that no folder can have, or the home of a user there is not.
        return given


def model_in_use(store: Store, setting: str | None, warn: Callable[[str], object]) -> str:
    """The name of the model to serve a library with; `warn` is told in a line where another one is set.

    A setting does not exchange the model of a library: all of it would be embedded anew at a start, and a
    model that was taken with `rebuild` would be undone by a line in a file that nobody thought of.
    """
    used, wanted = store.model(), model_name(setting)
    if used is None:
        return wanted
    if setting is not None and wanted != used.name:
        warn(other_model_is_set(setting, used.name))
    return used.name


def other_model_is_set(setting: str, used: str) -> str:
    """What to tell of a setting that names another model than the one in use."""
    return (
        f"KLASTROWNIK_MODEL names {setting}, and the library goes on with {used or DEFAULT}; "
        "`rebuild` exchanges it, and unsetting KLASTROWNIK_MODEL keeps it"
    )
