"""One way to say that an address of the settings cannot be listened at, for every server."""

import errno
import os


class CannotListenError(OSError):
    """Nothing can be served where the settings say; `strerror` is a sentence for the operator."""


class PortTakenError(CannotListenError):
    """Another program listens there."""


def listening_error(
    error: OSError | UnicodeError, *, host: str, port: int, host_setting: str, port_setting: str
) -> CannotListenError:
    """Tell what the system says about an address, and which settings name it."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return PortTakenError(
            number,
            f"Port {port} on {host} is taken by another program; set {port_setting} to a free one.",
        )
    cause = os.strerror(number) if number is not None and number > 0 else "no such host"
    return CannotListenError(
        errno.EADDRNOTAVAIL,
        f"Nothing can listen on port {port} of {host} ({cause}); "
        f"mend {host_setting} or {port_setting}.",
    )
