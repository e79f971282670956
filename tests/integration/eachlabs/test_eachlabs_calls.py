"""Questions and cancels: repeated over a short disturbance, each time through the gate."""

import socket
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from structlog.testing import capture_logs

from bot.domain.errors import (
    KeyRefusedError,
    NoBalanceError,
    TryLaterError,
    UnknownPredictionError,
)
from bot.domain.ids import GuildId, PredictionId
from bot.domain.ports import RequestKind
from bot.domain.prediction import PredictionStatus
from bot.eachlabs.adapter import MAX_PAGES, MAX_TRIES

GUILD = GuildId(42)
ID = PredictionId("1e44fdd0-a565-4f59-908c-c4625dfe5395")
URL = "https://cdn-us.eachlabs.ai/uploads/a.mp4"
NOON = datetime(2026, 9, 20, 12, tzinfo=UTC)


def prediction(status, **more):
    return {"id": ID, "input": {"prompt": "A red fox"}, "status": status, "logs": None, **more}


def row(name, *, at=NOON, status="success"):
    return {"id": name, "model": "m", "status": status, "created_at": at.isoformat()}


def page(*rows, cursor=None):
    return {"executions": rows, "has_more": cursor is not None, "next_cursor": cursor}


class TestGet:
    async def test_a_finished_prediction_has_its_clip_its_time_and_its_cost(self, api, service):
        metrics = {"predict_time": 341.5, "cost": 1.4}
        service.will_say(prediction("success", output=URL, metrics=metrics))

        found = await api.get(ID, guild_id=GUILD)

        assert found.status is PredictionStatus.SUCCEEDED
        assert found.output_url == URL
        assert found.predict_seconds == 341.5
        assert found.cost_usd == Decimal("1.4")
        assert found.input == {"prompt": "A red fox"}

    async def test_a_running_one_has_neither_clip_nor_cost(self, api, service):
        metrics = {"predict_time": 0, "cost": 0}
        service.will_say(prediction("processing", output="", metrics=metrics))

        found = await api.get(ID, guild_id=GUILD)

        assert found.status is PredictionStatus.RUNNING
        assert (found.output_url, found.cost_usd, found.predict_seconds) == (None, None, None)

    @pytest.mark.parametrize(
        ("code", "reason"),
        [
            ("PROVIDER_REJECTED", "provider_rejected"),
            ("INPUT_VALIDATION_ERROR", "invalid_input"),
            ("WORKER_LOST", "provider_error"),
        ],
    )
    async def test_a_failed_one_says_whose_turn_it_is(self, api, service, code, reason):
        output = {"error_code": code, "error_message": "It did not work", "success": False}
        service.will_say(prediction("error", output=output, metrics={"cost": 0}))

        found = await api.get(ID, guild_id=GUILD)

        assert found.status is PredictionStatus.FAILED
        assert found.reason == reason
        assert found.detail == f"{code.casefold()} It did not work"
        assert found.cost_usd == 0

    async def test_a_success_without_a_usable_address_has_no_clip(self, api, service):
        service.will_say(prediction("success", output={"url": "file:///etc/passwd"}))

        found = await api.get(ID, guild_id=GUILD)

        assert found.status is PredictionStatus.SUCCEEDED
        assert found.output_url is None

    async def test_a_status_nobody_knows_counts_as_running_and_is_logged_once(self, api, service):
        for status in ("defrosting", "defrosting", "Success", "thawing"):
            service.will_say(prediction(status))

        with capture_logs() as logs:
            found = [(await api.get(ID, guild_id=GUILD)).status for _ in range(4)]

        running, succeeded = PredictionStatus.RUNNING, PredictionStatus.SUCCEEDED
        assert found == [running, running, succeeded, running]
        unknown = [e["status"] for e in logs if e["event"] == "eachlabs_status_unknown"]
        assert unknown == ["defrosting", "thawing"]

    async def test_statuses_without_end_do_not_fill_memory_or_log(self, api, service):
        for number in range(60):
            service.will_say(prediction(f"at-{number}"))

        with capture_logs() as logs:
            for _ in range(60):
                await api.get(ID, guild_id=GUILD)

        unknown = [e for e in logs if e["event"] == "eachlabs_status_unknown"]
        assert len(unknown) == 50

    async def test_404_means_there_is_no_such_prediction(self, api, service):
        service.will_say({"error": "Prediction not found"}, status=404)

        with pytest.raises(UnknownPredictionError) as raised:
            await api.get(ID, guild_id=GUILD)

        assert raised.value.reason == "prediction_lost"

    async def test_a_gateways_404_does_not_lose_a_prediction_that_was_paid_for(self, api, service):
        service.will_say("404 page not found", status=404)

        with pytest.raises(TryLaterError):
            await api.get(ID, guild_id=GUILD)

    async def test_a_text_that_is_no_id_is_an_unknown_prediction(self, api, service):
        with pytest.raises(UnknownPredictionError):
            await api.get(PredictionId("../billing"), guild_id=GUILD)

        assert service.requests == []


class TestPatience:
    @pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
    async def test_a_short_disturbance_is_sat_out_and_every_try_passes_the_gate(
        self, api, service, gate, clock, status
    ):
        service.will_say("busy", status=status)
        service.will_say("busy", status=status)
        service.will_say(prediction("starting"))

        assert (await api.get(ID, guild_id=GUILD)).status is PredictionStatus.RUNNING
        assert gate.admitted == [(RequestKind.POLL, GUILD)] * 3
        assert service.opened_under_the_gate == [1, 1, 1]
        assert clock.sleeps == [0.75, 1.5]

    async def test_one_prediction_is_never_asked_about_sooner_than_the_setting_says(
        self, make_api, client, service, clock
    ):
        for _ in range(MAX_TRIES - 1):
            service.will_say("busy", status=503)
        service.will_say(prediction("starting"))

        await make_api(client, poll_min_s=2.0).get(ID, guild_id=GUILD)

        assert clock.sleeps == [2.0, 2.0]

    @pytest.mark.parametrize("name", ["cut off", "cut off in the body", "no answer"])
    async def test_a_lost_answer_is_asked_for_again_but_never_behind_the_gates_back(
        self, hasty_api, service, gate, fault, name
    ):
        service.will(fault(name))
        service.will_say(prediction("starting"))

        await hasty_api.get(ID, guild_id=GUILD)

        assert len(service.requests) == len(gate.admitted) == 2

    async def test_a_page_instead_of_json_is_asked_for_again(self, api, service):
        service.will_say("<html>maintenance</html>")
        service.will_say(prediction("starting"))

        await api.get(ID, guild_id=GUILD)

        assert len(service.requests) == 2

    @pytest.mark.parametrize(
        ("status", "reason"),
        [(500, "eachlabs_broken"), (503, "eachlabs_broken"), (429, "eachlabs_busy")],
    )
    async def test_patience_ends(self, api, service, status, reason):
        for _ in range(MAX_TRIES):
            service.will_say({}, status=status)

        with pytest.raises(TryLaterError) as raised:
            await api.get(ID, guild_id=GUILD)

        assert raised.value.reason == reason
        assert len(service.requests) == MAX_TRIES

    @pytest.mark.parametrize("status", [302, 400, 403, 410])
    async def test_what_will_not_pass_by_itself_is_asked_once(self, api, service, status):
        service.will_say("no", status=status)

        with pytest.raises(TryLaterError) as raised:
            await api.get(ID, guild_id=GUILD)

        assert raised.value.reason == "eachlabs_refused"
        assert len(service.requests) == 1

    async def test_unreachable_and_unreadable_are_told_apart(
        self, api, service, make_api, make_client
    ):
        for _ in range(MAX_TRIES):
            service.will_say("[]")
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            nowhere = make_api(make_client(f"http://127.0.0.1:{unused.getsockname()[1]}"))

            with pytest.raises(TryLaterError) as unreachable:
                await nowhere.balance_usd()
        with pytest.raises(TryLaterError) as unreadable:
            await api.balance_usd()

        assert unreachable.value.reason == "eachlabs_unreachable"
        assert unreadable.value.reason == "eachlabs_unreadable"

    async def test_a_retry_after_holds_the_gate_and_is_waited_for(self, api, service, gate, clock):
        service.will_say({"status": 429, "error": "too many requests"}, status=429, Retry_After="3")
        service.will_say({"balance_usd": 2})
        asked_at = clock.monotonic()

        assert await api.balance_usd() == 2
        assert gate.holds == [asked_at + 3]
        assert clock.sleeps == [3]

    async def test_a_long_retry_after_is_left_to_the_gate(self, api, service, gate, clock):
        service.will_say({}, status=503, Retry_After="86400")

        with pytest.raises(TryLaterError) as raised:
            await api.balance_usd()

        assert raised.value.retry_after_s == 120
        assert gate.holds == [clock.monotonic() + 120]
        assert clock.sleeps == []

    @pytest.mark.parametrize(("status", "error"), [(401, KeyRefusedError), (402, NoBalanceError)])
    async def test_the_accounts_troubles_are_told_by_every_call(self, api, service, status, error):
        for _ in range(3):
            service.will_say({"error": "no"}, status=status)

        with pytest.raises(error):
            await api.get(ID, guild_id=GUILD)
        with pytest.raises(error):
            await api.balance_usd()
        with pytest.raises(error):
            await api.executions(since=NOON, until=NOON)


class TestCancel:
    async def test_a_cancel_passes_the_gate_as_such(self, api, service, gate):
        service.will_say({"status": "cancelled", "predictionID": ID})

        await api.cancel(ID, guild_id=GUILD)

        assert gate.admitted == [(RequestKind.CANCEL, GUILD)]

    async def test_a_cancel_may_be_repeated_since_it_ends_the_same_thing(self, api, service, fault):
        service.will(fault("cut off"))
        service.will_say({}, status=500)
        service.will_say("")

        await api.cancel(ID, guild_id=GUILD)

        assert len(service.requests) == 3

    async def test_a_cancel_that_is_refused_is_not_taken_for_a_confirmed_one(self, api, service):
        service.will_say({"error": "already finished"}, status=409)

        with pytest.raises(TryLaterError):
            await api.cancel(ID, guild_id=GUILD)

    async def test_cancelling_what_the_service_does_not_know_says_so(self, api, service):
        service.will_say({"status": 404, "error": "not found"}, status=404)

        with pytest.raises(UnknownPredictionError):
            await api.cancel(ID, guild_id=GUILD)


class TestBalance:
    async def test_the_balance_is_exact_and_may_be_negative(self, api, service, gate):
        service.will_say({"balance_usd": 53.475})
        service.will_say({"balance_usd": -0.07})

        assert await api.balance_usd() == Decimal("53.475")
        assert await api.balance_usd() == Decimal("-0.07")
        assert gate.admitted == [(RequestKind.BALANCE, None)] * 2


class TestExecutions:
    async def test_all_pages_are_read_and_each_passes_the_gate(self, api, service, gate):
        service.will_say(page(row("c"), row("b", status="created"), cursor="next"))
        service.will_say(page(row("b", status="created"), row("a", status="error")))

        found = await api.executions(since=NOON - timedelta(minutes=5), until=NOON)

        assert [(each.id, each.status) for each in found] == [
            ("c", PredictionStatus.SUCCEEDED),
            ("b", PredictionStatus.RUNNING),
            ("a", PredictionStatus.FAILED),
        ]
        assert gate.admitted == [(RequestKind.LIST, None)] * 2
        assert "cursor" not in service.requests[0].query
        assert service.requests[1].query["cursor"] == "next"
        same = [dict(request.query) for request in service.requests]
        same[1].pop("cursor")
        assert same[0] == same[1]

    async def test_the_window_is_widened_to_whole_seconds(self, api, service):
        since = NOON + timedelta(seconds=0.9)
        until = NOON + timedelta(seconds=9.1)
        service.will_say(page(row("edge", at=NOON), row("late", at=NOON + timedelta(seconds=11))))

        found = await api.executions(since=since, until=until)

        assert [each.id for each in found] == ["edge"]
        assert service.requests[0].query["from"] == "2026-09-20T12:00:00Z"
        assert service.requests[0].query["to"] == "2026-09-20T12:00:10Z"

    async def test_a_page_is_asked_for_again_after_a_disturbance(self, api, service):
        service.will_say(page(row("b"), cursor="next"))
        service.will_say({}, status=503)
        service.will_say(page(row("a")))

        found = await api.executions(since=NOON, until=NOON)

        assert [each.id for each in found] == ["b", "a"]

    async def test_a_list_without_an_end_is_given_up_and_not_taken_for_complete(self, api, service):
        for number in range(MAX_PAGES):
            service.will_say(page(row(f"id-{number}"), cursor="again"))

        with pytest.raises(TryLaterError) as raised:
            await api.executions(since=NOON, until=NOON)

        assert raised.value.reason == "executions_incomplete"
        assert len(service.requests) == MAX_PAGES

    async def test_a_row_that_cannot_be_read_could_be_the_one_that_is_looked_for(
        self, api, service
    ):
        service.will_say(page(row("a"), {"id": "b"}))

        with pytest.raises(TryLaterError) as raised:
            await api.executions(since=NOON, until=NOON)

        assert raised.value.reason == "executions_incomplete"

    async def test_a_page_that_promises_more_without_a_cursor_is_no_end(self, api, service):
        for _ in range(MAX_TRIES):
            service.will_say({"executions": [], "has_more": True, "next_cursor": None})

        with pytest.raises(TryLaterError) as raised:
            await api.executions(since=NOON, until=NOON)

        assert raised.value.reason == "eachlabs_unreadable"
