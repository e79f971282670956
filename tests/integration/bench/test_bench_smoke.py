"""The benchmarks that start the whole product run, and tell what they promise to tell."""

from bench import memory, restart, slots

TINY = memory.Scale(
    servers=3, at_once=2, attached_mib=1, linked_mib=11, boost_tier=0, idle_s=0.2, speed=400.0
)


def figures(report):
    return {figure.name: figure for figure in report.figures}


def test_slot_use_is_counted_from_real_predictions():
    report = slots.measure(clips=14, speed=150.0)
    told = figures(report)

    assert 0 < told["slots in use while work waited, as counted"].value <= 100
    assert 0 < told["predictions in flight at the most"].value <= slots.SLOTS
    assert told["breaches of a promise to the account"].value == 0


def test_a_restart_is_timed_until_the_first_poll_and_create():
    report = restart.measure(waiting=40, watched_s=0.2)
    told = figures(report)
    alive, poll, create = (
        told[name].value
        for name in (
            "from the start of the process until its health server answers",
            "until the first poll",
            "until the first create",
        )
    )

    assert 0 < alive < create
    assert poll > 0
    assert told["longest time in which the event loop answered nobody"].value > 0


def test_memory_is_read_idle_in_many_servers_and_under_load():
    report = memory.measure(TINY)
    told = figures(report)

    assert 40 < told["idle, in two servers"].value < 400
    assert told["files left over"].value == 0
    assert {chart.name for chart in report.charts} == {"memory"}
    assert len(told) == 7
