import asyncio


def pytest_configure() -> None:
    # A plugin leaves a loop behind that nobody closes, and every warning is an error here.
    asyncio.set_event_loop(None)
