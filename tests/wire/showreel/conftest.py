"""The whole product over real connections: people on one side, Eachlabs on the other."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from sandbox.app import Sandbox
from tests.support.stage import Stage

# A five-second clip takes about a second, so a test takes two or three.
SPEED = 340.0


@pytest.fixture
def open_stage(tmp_path: Path):
    """Open the product again and again over one folder; keywords are settings."""

    def opened(**options: Any) -> AbstractAsyncContextManager[Stage]:
        return Stage.open(tmp_path, **{"speed": SPEED, **options})

    return opened


@pytest.fixture
async def stage(open_stage) -> AsyncIterator[Stage]:
    async with open_stage() as opened:
        yield opened


@pytest.fixture
def sandbox(stage: Stage) -> Sandbox:
    return stage.sandbox
