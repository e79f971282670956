"""Sync tests need no event loop, and looptime would make them one that nobody closes."""

import asyncio

asyncio.set_event_loop(None)
