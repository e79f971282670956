"""The heap against a dictionary that is sorted each time."""

from hypothesis import given
from hypothesis import strategies as st

from bot.scheduling.keyed_heap import KeyedHeap

ITEMS = st.integers(0, 15)
STEPS = st.lists(st.tuples(ITEMS, st.none() | st.integers(0, 50)), max_size=60)


@given(steps=STEPS)
def test_items_come_by_their_latest_keys_whatever_was_set_and_removed(steps):
    heap, expected = KeyedHeap(), {}
    for item, key in steps:
        if key is None:
            heap.remove(item)
            expected.pop(item, None)
        else:
            heap.set(item, (key, item))
            expected[item] = (key, item)
        in_order = sorted((key, item) for item, key in expected.items())

        assert list(heap.in_order()) == in_order
        assert heap.first() == (in_order[0][1] if in_order else None)
        assert len(heap) == len(expected)
        assert all(heap.key_of(item) == key for item, key in expected.items())
