import asyncio
import gc
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.support.ports import reserved_port

# A busy machine is no finding.
settings.register_profile(
    "unhurried", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")


def pytest_configure() -> None:
    # A plugin leaves a loop behind that nobody closes, and every warning is an error here.
    asyncio.set_event_loop(None)
    gc.disable()


def pytest_collection_finish() -> None:
    """A million objects stay from here on: searching them anew stops a test for seconds."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test begins first: beside it, the other process does the rest."""
    items.sort(key=lambda item: "kill" not in item.path.parent.parts)


@pytest.fixture
def unused_tcp_port() -> Iterator[int]:
    """Stays reserved until the test ends; the plugin's own may be given away again at once."""
    with reserved_port() as port:
        yield port
