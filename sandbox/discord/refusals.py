"""What a person tried and Discord's own app would not have let them do."""

from collections.abc import Iterator
from contextlib import contextmanager

from simcord.backend.errors import BackendError, OptionError, SetupError


class ActionRefusedError(Exception):
    """Says why in a sentence; ``option`` names the command option at fault, if it was one."""

    def __init__(self, reason: str, *, option: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.option = option


@contextmanager
def refusals() -> Iterator[None]:
    """Turns SimCord's complaints about a person's action into ours."""
    try:
        yield
    except OptionError as error:
        raise ActionRefusedError(str(error), option=error.option) from error
    except SetupError as error:
        raise ActionRefusedError(str(error)) from error
    except BackendError as error:
        raise ActionRefusedError(error.message) from error
