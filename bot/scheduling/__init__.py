"""Asyncio and arithmetic: who may send, who starts next, whom to ask, how long it takes."""
