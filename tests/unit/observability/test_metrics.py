"""The figures an operator sees, under names that do not change."""

from decimal import Decimal

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.ports import RequestKind
from bot.domain.reasons import Reason
from bot.observability.metrics import Metrics


@pytest.fixture
def metrics():
    return Metrics(version="1.2.3")


def samples(metrics):
    """Every sample by its name and the values of its labels, which are in order of their names."""
    families = text_string_to_metric_families(metrics.render().decode())
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_every_documented_name_is_there_from_the_start(metrics):
    names = {family.name for family in text_string_to_metric_families(metrics.render().decode())}

    assert names >= {
        "showreel_jobs",
        "showreel_jobs_waiting",
        "showreel_jobs_running",
        "showreel_slots",
        "showreel_request_window_used",
        "showreel_request_window_limit",
        "showreel_requests",
        "showreel_request_seconds",
        "showreel_poll_lag_seconds",
        "showreel_deliveries",
        "showreel_downloads",
        "showreel_downloaded_bytes",
        "showreel_spend_usd_last_day",
        "showreel_incidents_open",
        "showreel_event_loop_lag_seconds",
        "showreel_event_loop_lag_latest_seconds",
        "showreel_build_info",
    }


def test_ended_jobs_count_by_status_and_reason(metrics):
    metrics.job_ended(JobStatus.DELIVERED)
    metrics.job_ended(JobStatus.REFUSED, reason=Reason.USER_DAILY_LIMIT)
    metrics.job_ended(JobStatus.REFUSED, reason=Reason.USER_DAILY_LIMIT)

    seen = samples(metrics)
    assert seen["showreel_jobs_total", "", "delivered"] == 1
    assert seen["showreel_jobs_total", "user_daily_limit", "refused"] == 2


def test_all_rules_of_all_guilds_are_one_reason(metrics):
    for rule in range(1000):
        metrics.job_ended(JobStatus.REFUSED, reason=f"prompt_rule:{rule}")

    assert samples(metrics)["showreel_jobs_total", "prompt_rule", "refused"] == 1000


def test_reasons_nobody_foresaw_do_not_grow_without_end(metrics):
    for number in range(1000):
        metrics.job_ended(JobStatus.FAILED, reason=f"novel_{number}")
    metrics.job_ended(JobStatus.FAILED, reason='Odd "words"\n')

    series = [key for key in samples(metrics) if key[0] == "showreel_jobs_total"]
    assert len(series) < 80
    assert samples(metrics)["showreel_jobs_total", "other", "failed"] == 1000 - 64 + 1


def test_load_and_window_show_the_latest(metrics):
    metrics.show_load(waiting=9, running=1, slots=10)
    metrics.show_load(waiting=7, running=3, slots=10)
    metrics.show_request_window(used=41, limit=60)

    seen = samples(metrics)
    assert seen["showreel_jobs_waiting",] == 7
    assert seen["showreel_jobs_running",] == 3
    assert seen["showreel_slots",] == 10
    assert seen["showreel_request_window_used",] == 41
    assert seen["showreel_request_window_limit",] == 60


def test_requests_count_by_kind_and_outcome_and_are_timed(metrics):
    metrics.request_ended(RequestKind.POLL, outcome="ok", seconds=0.2)
    metrics.request_ended(RequestKind.CREATE, outcome="try_later", seconds=3)

    seen = samples(metrics)
    assert seen["showreel_requests_total", "poll", "ok"] == 1
    assert seen["showreel_requests_total", "create", "try_later"] == 1
    assert seen["showreel_request_seconds_sum", "create"] == 3
    assert seen["showreel_request_seconds_bucket", "poll", "0.25"] == 1
    assert seen["showreel_request_seconds_bucket", "poll", "0.1"] == 0


def test_a_clock_that_went_back_makes_no_negative_lag(metrics):
    metrics.finish_noticed(lag_s=2.5)
    metrics.finish_noticed(lag_s=-1)

    assert samples(metrics)["showreel_poll_lag_seconds_sum",] == 2.5
    assert samples(metrics)["showreel_poll_lag_seconds_count",] == 2


def test_deliveries_count_by_way(metrics):
    metrics.delivered(DeliveryWay.ATTACHMENT)
    metrics.delivered(DeliveryWay.LINK)
    metrics.delivered(None)

    seen = samples(metrics)
    assert [seen["showreel_deliveries_total", way] for way in ("attachment", "link", "kept")] == [
        1,
        1,
        1,
    ]


def test_downloads_money_and_incidents(metrics):
    metrics.clip_fetched(1000)
    metrics.clip_fetched(500)
    metrics.show_spend(Decimal("12.60"))
    metrics.show_open_incidents(2)

    seen = samples(metrics)
    assert seen["showreel_downloads_total",] == 2
    assert seen["showreel_downloaded_bytes_total",] == 1500
    assert seen["showreel_spend_usd_last_day",] == 12.6
    assert seen["showreel_incidents_open",] == 2


def test_delays_of_the_loop_show_the_latest_and_all(metrics):
    metrics.loop_lagged(0.75)
    metrics.loop_lagged(0.25)

    seen = samples(metrics)
    assert seen["showreel_event_loop_lag_latest_seconds",] == 0.25
    assert seen["showreel_event_loop_lag_seconds_sum",] == 1.0


def test_the_build_tells_its_version(metrics):
    assert 'version="1.2.3"' in metrics.render().decode()


def test_two_instances_do_not_share_a_registry():
    one, other = Metrics(version="1"), Metrics(version="2")
    one.clip_fetched(1)

    assert samples(other)["showreel_downloads_total",] == 0
