import pytest

from bot.scheduling.window import RollingWindow


def full_window(*, limit=2, length_s=60.0, ends=(10.0, 20.0)):
    window = RollingWindow(limit, length_s)
    for ended_at in ends:
        window.restore(ended_at)
    return window


def test_there_is_room_at_once_until_the_limit_is_reached():
    window = RollingWindow(2, 60.0)

    assert window.free_at(5.0) == 5.0
    window.enter(5.0)
    assert window.has_room(5.0)
    window.enter(5.0)
    assert not window.has_room(5.0)


def test_a_request_occupies_the_window_until_one_length_after_its_answer():
    window = RollingWindow(1, 60.0)
    entry = window.enter(0.0)
    window.leave(entry, 7.0)

    assert window.free_at(7.0) == 67.0
    assert not window.has_room(66.999)
    assert window.has_room(67.0)
    assert window.used(67.0) == 0


def test_nobody_can_say_when_room_appears_while_only_open_requests_block():
    window = RollingWindow(1, 60.0)
    window.enter(0.0)

    assert window.free_at(1_000.0) is None


def test_the_oldest_answer_frees_first_although_another_request_is_open():
    window = RollingWindow(2, 60.0)
    window.enter(0.0)
    window.leave(window.enter(0.0), 3.0)

    assert window.free_at(4.0) == 63.0


def test_a_request_that_was_never_sent_leaves_no_trace():
    window = RollingWindow(1, 60.0)
    window.give_back(window.enter(0.0))

    assert window.used(0.0) == 0
    assert window.free_at(0.0) == 0.0


def test_an_entry_leaves_once():
    window = RollingWindow(1, 60.0)
    entry = window.enter(0.0)
    window.leave(entry, 1.0)

    with pytest.raises(KeyError):
        window.leave(entry, 2.0)
    with pytest.raises(KeyError):
        window.give_back(entry)
    assert window.used(2.0) == 1


def test_restored_requests_may_come_in_any_order():
    window = full_window(ends=(20.0, 10.0))

    assert window.free_at(30.0) == 70.0
    assert window.used(70.0) == 1


def test_a_window_holding_more_than_its_limit_frees_when_enough_have_gone():
    window = full_window(limit=2, ends=(1.0, 2.0, 3.0, 4.0))

    assert window.free_at(5.0) == 63.0
    assert window.has_room(63.0)


def test_more_open_requests_than_the_limit_need_more_than_time():
    window = full_window(limit=2, ends=(1.0,))
    window.enter(2.0)
    window.enter(2.0)

    assert window.free_at(3.0) is None


def test_a_limit_of_zero_never_has_room():
    window = RollingWindow(0, 60.0)

    assert window.free_at(0.0) is None
    window.restore(0.0)
    assert window.free_at(1_000.0) is None


@pytest.mark.parametrize(("limit", "length_s"), [(-1, 60.0), (60, 0.0), (60, -1.0)])
def test_a_window_without_sense_is_refused(limit, length_s):
    with pytest.raises(ValueError, match="positive length"):
        RollingWindow(limit, length_s)


def test_memory_does_not_grow_with_requests_long_gone():
    window = RollingWindow(3, 1.0)
    for second in range(1_000):
        window.leave(window.enter(float(second)), float(second))

    assert len(window._ended) == 1
    assert not window._open
