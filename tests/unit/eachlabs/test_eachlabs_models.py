"""Every documented shape of an answer, and any other JSON, is read without a crash."""

import json
import math
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.eachlabs.failures import Failure, FailureKind, read_failure
from bot.eachlabs.models import (
    ExecutionsPage,
    PredictionAnswer,
    Progress,
    find_url,
    read_balance_usd,
    read_created_id,
    read_executions,
    read_prediction,
)
from bot.eachlabs.values import parse_json, safe_id

ID = "1e44fdd0-a565-4f59-908c-c4625dfe5395"
URL = "https://cdn-us.eachlabs.ai/uploads/a.mp4"

KEYS = st.sampled_from(
    [
        "predictionID", "id", "status", "output", "metrics", "cost", "predict_time", "input",
        "prompt", "executions", "created_at", "has_more", "next_cursor", "balance_usd", "error",
        "error_code", "classification", "category", "message", "details", "logs", "url", "video",
    ]
)  # fmt: skip
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["success", "error", "starting", "cancelled", URL, ID, "http://[", "{", '"['])
    | st.just(10**400)
)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(), inner, max_size=5)
    ),
    max_leaves=25,
)


def prediction(status="success", **more):
    body = {"id": ID, "status": status, **more}
    found = read_prediction(body, prediction_id=ID, secrets=())
    assert found is not None
    return found


@given(ANY_JSON)
@example([[[[[[[[]]]]]]]])
@example({"status": "error", "output": '{"output": "{\\"output\\": 1}"}'})
def test_whatever_arrives_is_read_or_refused_and_never_crashes(body):
    created = read_created_id(body)
    assert created is None or safe_id(created) == created
    assert isinstance(read_prediction(body, prediction_id=ID, secrets=()), PredictionAnswer | None)
    assert isinstance(read_executions(body), ExecutionsPage | None)
    assert isinstance(read_failure(body, secrets=None), Failure)
    balance = read_balance_usd(body)
    assert balance is None or balance.is_finite()
    url = find_url(body)
    assert url is None or url.startswith(("http://", "https://"))


@given(st.dictionaries(KEYS, ANY_JSON), st.sampled_from(["success", "error", "created", "new"]))
def test_any_prediction_with_a_status_gives_plausible_figures(body, status):
    found = read_prediction({**body, "id": ID, "status": status}, prediction_id=ID, secrets=())

    assert found is not None
    assert found.cost_usd is None or (found.cost_usd.is_finite() and found.cost_usd >= 0)
    assert found.predict_seconds is None or 0 < found.predict_seconds < math.inf
    assert (found.failure is not None) == (found.status.progress is Progress.FAILED)
    assert found.output_url is None or found.status.progress is Progress.SUCCEEDED


@given(st.binary(max_size=200))
def test_bytes_are_json_or_a_value_error(body):
    try:
        parse_json(body)
    except ValueError:
        return


@pytest.mark.parametrize("text", ["NaN", "-Infinity", "[" * 200_000, "9" * 5000, "\x80", ""])
def test_what_is_no_json_is_a_value_error(text):
    with pytest.raises(ValueError):  # noqa: PT011 - several kinds of ValueError, no text of ours
        parse_json(text)


class TestCreated:
    @pytest.mark.parametrize("key", ["predictionID", "id", "prediction_id"])
    def test_the_id_has_had_three_names(self, key):
        assert read_created_id({key: ID, "status": "success"}) == ID

    def test_the_documented_name_comes_first(self):
        assert read_created_id({"id": "other", "predictionID": ID}) == ID
        assert read_created_id({"id": ID, "predictionID": "not an id"}) == ID

    @pytest.mark.parametrize("value", ["", "a/b", "..", "a b", "x" * 65, "é", 7, None, [ID], "a\n"])
    def test_an_id_that_could_bend_an_address_is_none(self, value):
        assert read_created_id({"predictionID": value}) is None


class TestStatus:
    @pytest.mark.parametrize(
        ("progress", "words"),
        [
            (Progress.SUCCEEDED, ["success", "succeeded", "completed", "SUCCESS", " success "]),
            (Progress.FAILED, ["error", "failed"]),
            (Progress.CANCELLED, ["cancelled", "canceled"]),
            (
                Progress.RUNNING,
                ["created", "starting", "processing", "queued", "pending", "in_queue", "running"],
            ),
        ],
    )
    def test_every_word_the_service_has_used_is_known(self, progress, words):
        for word in words:
            status = prediction(word).status
            assert (status.progress, status.is_known) == (progress, True)

    def test_a_new_word_counts_as_running_and_says_so(self):
        status = prediction("Defrosting").status

        assert (status.progress, status.is_known) == (Progress.RUNNING, False)
        assert status.word == "defrosting"

    def test_a_new_word_that_no_log_should_hold_is_not_passed_on(self):
        assert prediction("a red fox\nfalse line").status.word == "unreadable"

    @pytest.mark.parametrize("status", [None, 3, True, ["success"], {"success": 1}])
    def test_without_a_status_it_is_no_prediction(self, status):
        assert read_prediction({"status": status}, prediction_id=ID, secrets=()) is None


class TestWhichPrediction:
    def test_an_answer_without_an_id_is_believed(self):
        assert read_prediction({"status": "success"}, prediction_id=ID, secrets=()) is not None

    def test_letters_may_change_their_case(self):
        body = {"id": ID.upper(), "status": "success"}

        assert read_prediction(body, prediction_id=ID, secrets=()) is not None

    @pytest.mark.parametrize("other", ["another-id", 7, ["x"], ""])
    def test_an_answer_about_another_one_is_not(self, other):
        body = {"id": other, "status": "success"}

        assert read_prediction(body, prediction_id=ID, secrets=()) is None


class TestOutput:
    @pytest.mark.parametrize(
        "output",
        [
            URL,
            f"  {URL}\n",
            json.dumps(URL),
            json.dumps([URL]),
            json.dumps({"url": URL}),
            [URL],
            ["", None, URL],
            [{"url": URL}],
            {"url": URL},
            {"video_url": URL},
            {"video": URL},
            {"video": {"url": URL}},
            {"output": {"video": URL}},
            {"videos": [{"url": URL}, {"url": "https://elsewhere.example/b.mp4"}]},
            {"url": "", "video_url": URL},
        ],
    )
    def test_the_address_is_found_in_every_shape(self, output):
        assert prediction(output=output).output_url == URL

    @pytest.mark.parametrize(
        "output",
        [
            None, "", [], {}, 7, "done", "ftp://a/b.mp4", "file:///etc/passwd", "//a/b.mp4",
            "https://", "https:///b.mp4", "http://[", "https://a/b c.mp4", "https://a/\ud800",
            "https://a/" + "x" * 3000, {"thumbnail": URL}, "{", '["', [[[[[[[[URL]]]]]]]],
        ],
    )  # fmt: skip
    def test_what_is_no_address_is_none(self, output):
        assert prediction(output=output).output_url is None

    def test_plain_http_is_passed_on_for_the_download_to_judge(self):
        assert (
            prediction(output="http://127.0.0.1:9/a.mp4").output_url == "http://127.0.0.1:9/a.mp4"
        )

    @pytest.mark.parametrize("status", ["starting", "error", "cancelled"])
    def test_only_a_success_has_an_output(self, status):
        assert prediction(status, output=URL).output_url is None


class TestCost:
    @pytest.mark.parametrize(
        ("status", "cost", "expected"),
        [
            ("success", 1.4, Decimal("1.4")),
            ("success", 2, Decimal(2)),
            ("success", 0, None),
            ("success", None, None),
            ("success", -1, None),
            ("success", "1.4", None),
            ("success", True, None),
            ("success", math.inf, None),
            ("success", 1e30, None),
            ("success", 10**400, None),
            ("error", 0, Decimal(0)),
            ("error", 0.35, Decimal("0.35")),
            ("error", None, None),
            ("cancelled", 0, Decimal(0)),
            ("starting", 0, None),
            ("starting", 1.4, None),
            ("defrosting", 1.4, None),
        ],
    )
    def test_a_cost_is_exact_or_unknown(self, status, cost, expected):
        assert prediction(status, metrics={"cost": cost}).cost_usd == expected

    @pytest.mark.parametrize("metrics", [None, [], "free", {}])
    def test_without_metrics_it_is_unknown(self, metrics):
        assert prediction(metrics=metrics).cost_usd is None

    @pytest.mark.parametrize(
        ("status", "seconds", "expected"),
        [
            ("success", 12.5, 12.5),
            ("success", 0, None),
            ("success", -3, None),
            ("success", "12", None),
            ("starting", 123, None),
            ("error", 3.44, 3.44),
        ],
    )
    def test_the_time_is_told_once_it_is_over(self, status, seconds, expected):
        assert prediction(status, metrics={"predict_time": seconds}).predict_seconds == expected

    def test_a_balance_may_be_negative_but_not_a_text(self):
        assert read_balance_usd({"balance_usd": -0.5}) == Decimal("-0.5")
        assert read_balance_usd({"balance_usd": "5"}) is None
        assert read_balance_usd([]) is None


class TestExecutions:
    def row(self, **more):
        return {"id": "a", "status": "success", "created_at": "2026-01-01T00:00:00Z", **more}

    @pytest.mark.parametrize(
        ("text", "at"),
        [
            ("2026-01-01T00:00:00Z", datetime(2026, 1, 1, tzinfo=UTC)),
            ("2026-01-01T02:00:00+02:00", datetime(2026, 1, 1, tzinfo=UTC)),
            ("2026-01-01T00:00:00", datetime(2026, 1, 1, tzinfo=UTC)),
            ("2026-01-01T00:00:00.123456789Z", datetime(2026, 1, 1, 0, 0, 0, 123456, tzinfo=UTC)),
        ],
    )
    def test_a_time_is_read_in_utc(self, text, at):
        page = read_executions({"executions": [self.row(created_at=text)]})

        assert page is not None
        assert page.rows[0].created_at == at

    @pytest.mark.parametrize(
        "bad",
        [
            {"id": None},
            {"id": "a/b"},
            {"status": 3},
            {"created_at": None},
            {"created_at": "yesterday"},
            {"created_at": "0001-01-01T00:00:00+14:00"},
        ],
    )
    def test_rows_that_cannot_be_read_are_counted(self, bad):
        page = read_executions({"executions": [self.row(), self.row(**bad), "nonsense"]})

        assert page is not None
        assert (len(page.rows), page.unreadable_rows) == (1, 2)

    @pytest.mark.parametrize(
        ("has_more", "cursor", "expected"),
        [(True, "abc", "abc"), (False, "abc", None), (None, "abc", None), ("yes", "abc", None)],
    )
    def test_a_cursor_counts_only_while_there_is_more(self, has_more, cursor, expected):
        page = read_executions({"executions": [], "has_more": has_more, "next_cursor": cursor})

        assert page is not None
        assert page.next_cursor == expected

    @pytest.mark.parametrize("cursor", [None, "", 7, "a\nb", "x" * 3000])
    def test_more_without_a_usable_cursor_is_no_page(self, cursor):
        assert read_executions({"executions": [], "has_more": True, "next_cursor": cursor}) is None

    @pytest.mark.parametrize("body", [None, [], {}, {"executions": {}}, "x"])
    def test_without_a_list_it_is_no_page(self, body):
        assert read_executions(body) is None


def test_a_failures_text_is_kept_only_when_the_answer_shows_the_prompt():
    output = {"error_code": "PROVIDER_FAILED", "error_message": "Face not found"}

    shown = prediction("error", output=output, input={"prompt": "a fox"}).failure
    hidden = prediction("error", output=output, input={}).failure

    assert shown == Failure(kind=FailureKind.OTHER, detail="provider_failed Face not found")
    assert hidden == Failure(kind=FailureKind.OTHER, detail="provider_failed")
