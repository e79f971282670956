"""A heap whose items change their keys and leave from the middle."""

import heapq
from itertools import count
from typing import Any, Final, Generic, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Item = TypeVar("Item")
Key = TypeVar("Key", bound=_Ordered)
_SLACK: Final = 16


class KeyedHeap(Generic[Item, Key]):
    """Items by their smallest key. Every step is O(log n), amortised.

    An entry that was replaced or removed stays in the heap until it comes to the top, or until
    such entries are the majority.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[Key, int, Item]] = []
        self._current: dict[Item, tuple[Key, int, Item]] = {}
        self._serials = count()

    def __len__(self) -> int:
        return len(self._current)

    def first(self) -> Item | None:
        """The item with the smallest key."""
        while self._heap and self._current.get(self._heap[0][2]) is not self._heap[0]:
            heapq.heappop(self._heap)
        return self._heap[0][2] if self._heap else None

    def key_of(self, item: Item) -> Key:
        return self._current[item][0]

    def keys(self) -> list[Key]:
        """All keys, in no order."""
        return [entry[0] for entry in self._current.values()]

    def set(self, item: Item, key: Key) -> None:
        """Put the item in, or give it another key."""
        entry = (key, next(self._serials), item)
        self._current[item] = entry
        heapq.heappush(self._heap, entry)
        self._drop_stale_majority()

    def remove(self, item: Item) -> None:
        """Take the item out, if it is there."""
        if self._current.pop(item, None) is not None:
            self._drop_stale_majority()

    def _drop_stale_majority(self) -> None:
        if len(self._heap) > 2 * len(self._current) + _SLACK:
            self._heap = list(self._current.values())
            heapq.heapify(self._heap)
