"""A real provider of identities on loopback."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

SECRET = "a-secret-of-nobody"
_HERE, _MODULES = Path(__file__).parent, Path(__file__).parents[3] / ".node"

NEEDED = pytest.mark.skipif(
    shutil.which("node") is None or not (_MODULES / "node_modules/oidc-provider").is_dir(),
    reason="no provider: copy tests/web/openid/package*.json to .node and run npm ci --prefix .node",
)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def provider(site: str, *, claims: str = "id_token", port: int = 0) -> Iterator[str]:
    """The address of a provider at which a site is registered; groups are told in the ID token, or by
    `claims="userinfo"` only when they are asked for."""
    at = port or free_port()
    with (_HERE / "provider.mjs").open("rb") as script:
        running = subprocess.Popen(
            ["node", "--input-type=module"],
            stdin=script,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_MODULES,
            env={**os.environ, "PORT": str(at), "CLAIMS": claims, "SITE": site},
        )
    try:
        assert running.stdout is not None
        _wait(running.stdout)
        yield f"http://127.0.0.1:{at}"
    finally:
        running.terminate()
        running.communicate(timeout=10)


def _wait(printed: IO[bytes]) -> None:
    # Warnings that it is for development come first.
    assert any(line.startswith(b"listening") for line in printed), "the provider did not start"
