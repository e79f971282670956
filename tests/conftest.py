import asyncio

import pytest


def pytest_configure() -> None:
    # A plugin leaves a loop behind that nobody closes, and every warning is an error here.
    asyncio.set_event_loop(None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test begins first: beside it, the other process does the rest."""
    items.sort(key=lambda item: "kill" not in item.path.parent.parts)
