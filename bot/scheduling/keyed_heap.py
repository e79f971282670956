"""A heap whose items change their keys and leave from the middle."""

import heapq
from collections.abc import Iterator
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Item = TypeVar("Item")
Key = TypeVar("Key", bound=_Ordered)


class KeyedHeap(Generic[Item, Key]):
    """Items by their smallest key. Every step is O(log n).

    Each item's index is known, so nothing out of date ever stays in the heap: a reader of the
    first few would have to wade through it.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[Key, Item]] = []
        self._index: dict[Item, int] = {}

    def __len__(self) -> int:
        return len(self._heap)

    def first(self) -> Item | None:
        """The item with the smallest key."""
        return self._heap[0][1] if self._heap else None

    def key_of(self, item: Item) -> Key:
        return self._heap[self._index[item]][0]

    def in_order(self) -> Iterator[tuple[Key, Item]]:
        """Keys and items, the smallest first, each O(log n) of those read so far.

        Nothing is sorted or copied ahead, so the heap must not change meanwhile.
        """
        heap = self._heap
        reached = [(heap[0][0], 0)] if heap else []
        while reached:
            _, index = heapq.heappop(reached)
            yield heap[index]
            for child in range(2 * index + 1, min(2 * index + 3, len(heap))):
                heapq.heappush(reached, (heap[child][0], child))

    def set(self, item: Item, key: Key) -> None:
        """Put the item in, or give it another key."""
        index = self._index.get(item)
        if index is None:
            self._heap.append((key, item))
            self._rise(len(self._heap) - 1)
        else:
            self._replace(index, (key, item))

    def remove(self, item: Item) -> None:
        """Take the item out, if it is there."""
        index = self._index.pop(item, None)
        if index is None:
            return
        last = self._heap.pop()
        if index < len(self._heap):
            self._replace(index, last)

    def _replace(self, index: int, entry: tuple[Key, Item]) -> None:
        rises = entry[0] < self._heap[index][0]
        self._heap[index] = entry
        if rises:
            self._rise(index)
        else:
            self._sink(index)

    def _rise(self, index: int) -> None:
        heap = self._heap
        entry = heap[index]
        while index and entry[0] < heap[above := (index - 1) // 2][0]:
            self._put(index, heap[above])
            index = above
        self._put(index, entry)

    def _sink(self, index: int) -> None:
        heap = self._heap
        entry = heap[index]
        while (below := 2 * index + 1) < len(heap):
            if below + 1 < len(heap) and heap[below + 1][0] < heap[below][0]:
                below += 1
            if not heap[below][0] < entry[0]:
                break
            self._put(index, heap[below])
            index = below
        self._put(index, entry)

    def _put(self, index: int, entry: tuple[Key, Item]) -> None:
        self._heap[index] = entry
        self._index[entry[1]] = index
