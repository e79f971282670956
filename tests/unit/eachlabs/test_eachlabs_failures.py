"""Why something failed is read from any envelope, and told without what the member wrote."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eachlabs.detail import BLANK, MAX_DETAIL_CHARS, safe_detail
from bot.eachlabs.failures import Failure, FailureKind, read_failure

PLAIN_TEXT = st.text(st.sampled_from("abcdefgh ABCDEFGH .,_-'\""), max_size=60)


def kind(body):
    return read_failure(body, secrets=()).kind


def detail(body):
    return read_failure(body, secrets=()).detail


class TestKind:
    @pytest.mark.parametrize(
        "body",
        [
            {"output": {"error_code": "PROVIDER_REJECTED"}},
            {"output": {"error_code": "PROVIDER_FAILED", "classification": "content_moderation"}},
            {"output": {"error_code": "X", "classification": {"category": "CONTENT_MODERATION"}}},
            {"output": {"classification": {"category": "SAFETY"}}},
            {"output": [{"error": {"error_code": "PROVIDER_REJECTED"}}]},
            {"output": json.dumps({"error_code": "PROVIDER_REJECTED"})},
            {"error": {"code": "content_policy_violation"}},
            {"error_classification": "content_moderation"},
            {"output": {"error_code": "INPUT_VALIDATION_ERROR", "category": "nsfw_content"}},
            {"output": "Failure to pass the risk control system"},
            {"output": {"error_code": "PROVIDER_FAILED", "error": "risk control system"}},
            {"message": "Blocked by our content policy"},
        ],
    )
    def test_content_that_is_not_wanted(self, body):
        assert kind(body) is FailureKind.REJECTED

    @pytest.mark.parametrize(
        "body",
        [
            {"output": {"error_code": "INPUT_VALIDATION_ERROR"}},
            {"output": {"error_code": "INPUT_DOWNLOAD_ERROR"}},
            {"output": {"classification": {"category": "VALIDATION"}, "error": "Execution failed"}},
            {"error_classification": "invalid_user_input"},
            {"error": {"code": "invalid_input"}},
            {"error": "Invalid input for model"},
        ],
    )
    def test_an_input_the_model_does_not_take(self, body):
        assert kind(body) is FailureKind.INVALID_INPUT

    @pytest.mark.parametrize(
        "body",
        [
            {},
            None,
            [],
            "",
            {"output": None, "error": ""},
            {"output": {"error_code": "WORKER_LOST"}},
            {"output": {"error_code": "PROVIDER_RATE_LIMIT", "error": "moderation queue is full"}},
            {"output": {"error_code": "BRAND_NEW", "retryable": True}},
            {"error": "Something went wrong"},
            {"error_code": 7, "code": 400},
        ],
    )
    def test_everything_else(self, body):
        assert kind(body) is FailureKind.OTHER


class TestDetail:
    def test_the_captured_envelope_gives_its_codes_and_its_message(self):
        body = {
            "status": "error",
            "logs": None,
            "output": {
                "classification": {"category": "VALIDATION"},
                "error": "Execution failed",
                "error_code": "INPUT_VALIDATION_ERROR",
                "error_message": "duration must be 5 or 10",
                "retryable": False,
                "status": "ERROR",
            },
        }

        assert detail(body) == "validation input_validation_error duration must be 5 or 10"

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ({"output": {"error_message": "one", "error": "two"}, "error": "three"}, "one"),
            ({"output": {"error": "two"}, "error": "three"}, "two"),
            ({"output": "four", "error": "three"}, "four"),
            ({"error": "three", "message": "five"}, "three"),
            ({"message": "five", "details": "six"}, "five: six"),
            ({"details": "six", "logs": "seven"}, "six"),
            ({"logs": "seven"}, "seven"),
            ({"status": 402, "error": "payment required", "details": {"x": 1}}, "payment required"),
            ("eight", "eight"),
            ([{"error": "nine"}], "nine"),
            ({"output": '{"error": "ten"}'}, "ten"),
            ({"output": "{broken", "error": "eleven"}, ""),
        ],
    )
    def test_the_most_telling_message_is_taken(self, body, expected):
        assert detail(body) == expected

    def test_a_code_nobody_knows_is_told_unless_the_prompt_holds_it(self):
        body = {"error_code": "WALRUS_42"}

        assert read_failure(body, secrets=["a fox"]).detail == "walrus_42"
        assert read_failure(body, secrets=["a walrus"]).detail == ""
        assert read_failure(body, secrets=None).detail == ""

    def test_a_known_code_is_told_whatever_the_prompt_says(self):
        failure = read_failure({"error_code": "WORKER_LOST"}, secrets=["a lost worker"])

        assert failure == Failure(kind=FailureKind.OTHER, detail="worker_lost")

    def test_codes_without_end_are_cut(self):
        deepest = {"error_code": "a" * 40, "category": "b" * 40, "code": "c" * 40}
        body = {"output": {**deepest, "error": {"code": "d" * 40, "category": "e" * 40}}}

        assert len(detail({**body, "message": "word " * 999})) == MAX_DETAIL_CHARS


class TestSafeDetail:
    def test_words_of_the_prompt_are_blanked(self):
        said = 'The prompt "A red fox, running" is too short'

        shown = safe_detail(said, secrets=["A red fox, running"])

        assert shown == f'The prompt "A {BLANK} {BLANK}, {BLANK}" is too short'

    def test_a_part_of_a_word_is_blanked_too(self):
        assert safe_detail("near 'crims'", secrets=["CRIMSON walrus"]) == f"near '{BLANK}'"

    def test_function_words_stay_readable(self):
        assert safe_detail("not for you", secrets=["not for you"]) == "not for you"

    def test_with_an_unknown_prompt_nothing_is_kept(self):
        assert safe_detail("any text", secrets=None) == ""

    @pytest.mark.parametrize(
        "text",
        ["", "  ", "\\u72d0", "狐狸", "caf\u00e9", "a%20b", "<b>", "{x}", "a\x00b", "a\x1b[2J"],
    )
    def test_what_could_carry_a_prompt_in_disguise_is_dropped(self, text):
        assert safe_detail(text, secrets=()) == ""

    def test_lines_are_joined_and_length_is_capped(self):
        assert safe_detail("one\n two\tthree", secrets=()) == "one two three"
        assert len(safe_detail("word " * 100, secrets=())) == MAX_DETAIL_CHARS

    @given(PLAIN_TEXT, PLAIN_TEXT, PLAIN_TEXT, st.integers(0, 60), st.integers(0, 60))
    def test_no_quotation_of_any_part_of_a_prompt_gets_through(
        self, prompt, before, after, start, end
    ):
        shown = safe_detail(f"{before} {prompt[start:end]} {after}", secrets=[prompt])

        assert not [
            token
            for token in re.findall(r"[A-Za-z0-9]{3,}", shown)
            if token.casefold() in prompt.casefold()
        ]

    @given(st.text(), st.lists(st.text()))
    def test_any_text_gives_a_short_plain_line(self, message, secrets):
        shown = safe_detail(message, secrets=secrets)

        assert shown.isascii()
        assert len(shown) <= MAX_DETAIL_CHARS
        assert not shown or shown.isprintable()
