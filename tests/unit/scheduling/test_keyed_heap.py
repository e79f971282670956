from bot.scheduling.keyed_heap import KeyedHeap


def make_heap(**keys):
    heap = KeyedHeap()
    for item, key in keys.items():
        heap.set(item, key)
    return heap


def test_the_smallest_key_is_first():
    assert make_heap(fox=3, owl=1, hare=2).first() == "owl"


def test_an_empty_heap_has_no_first():
    heap = make_heap(fox=3)
    heap.remove("fox")

    assert heap.first() is None
    assert len(heap) == 0


def test_a_changed_key_counts_from_then_on():
    heap = make_heap(fox=1, owl=2)
    heap.set("fox", 3)

    assert heap.first() == "owl"
    assert heap.key_of("fox") == 3
    assert list(heap.in_order()) == [(2, "owl"), (3, "fox")]


def test_removing_what_is_not_there_does_nothing():
    heap = make_heap(fox=1)
    heap.remove("owl")

    assert heap.first() == "fox"


def test_a_changed_key_leaves_nothing_behind():
    heap = make_heap(fox=0, owl=0)
    for key in range(1_000):
        heap.set("fox", -key)

    assert list(heap.in_order()) == [(-999, "fox"), (0, "owl")]
