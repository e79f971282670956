from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from tests.support.workshop import Workshop, open_workshop


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    """What was logged; rendering tracebacks would cost more than all the rest."""
    with capture_logs() as events:
        yield events


@pytest.fixture
async def workshop(tmp_path: Path) -> AsyncIterator[Workshop]:
    async with open_workshop(tmp_path) as opened:
        yield opened
