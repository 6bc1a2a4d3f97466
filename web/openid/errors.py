"""What can go wrong at a provider of identities.

ProviderError          it cannot be asked, or says what cannot be believed
└── RefusedError           it did not let somebody in
"""


class ProviderError(Exception):
    """The message is one line, for whoever keeps the server; it holds no secret."""


class RefusedError(ProviderError):
    """The person turned back there, or may not come here."""
