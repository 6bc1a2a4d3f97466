"""serve."""

from argparse import Namespace
from dataclasses import replace

from web.app import serve as serve_pages
from web.settings import Settings


def serve(arguments: Namespace, settings: Settings) -> int:
    """The status when the server has ended."""
    given = {"host": arguments.host, "port": arguments.port}
    chosen = {name: value for name, value in given.items() if value is not None}
    serve_pages(replace(settings, **chosen), empty=arguments.empty)
    return 0
