"""A full garbage collection holds up the event loop; what stays for good is kept out of it."""

import gc

import pytest

from bot.__main__ import _spare_what_stays


@pytest.fixture
def unfrozen_afterwards():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("unfrozen_afterwards")
def test_what_is_loaded_at_the_start_is_not_walked_through_again():
    loaded = len(gc.get_objects())

    _spare_what_stays()

    assert gc.get_freeze_count() > loaded // 2
    assert len(gc.get_objects()) < loaded // 2
