"""What keeps an address from being fetched."""

from index.errors import SourceError


class FetchError(SourceError):
    """The address cannot be fetched; `reason` is a sentence for a person."""


class UnknownHostError(FetchError):
    """Nobody here knows the name."""
