"""A certificate authority that lives as long as one local Discord, and only it is trusted."""

import ssl

import trustme

HOST_NAMES = (
    "discord.com",
    "gateway.discord.gg",
    "*.discord.gg",
    "cdn.discordapp.com",
    "media.discordapp.net",
)


class LocalAuthority:
    def __init__(self) -> None:
        self._authority = trustme.CA()

    def server_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(*HOST_NAMES).configure_cert(context)
        return context

    def client_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._authority.configure_trust(context)
        return context

    def certificate_pem(self) -> bytes:
        """What another process must trust to reach this Discord."""
        return self._authority.cert_pem.bytes()
