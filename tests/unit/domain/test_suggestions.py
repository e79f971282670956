"""What is offered while typing: one's own texts, found again whole, and usual phrases to join."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import JobId
from bot.domain.suggestions import (
    CHOICE_MAX_UNITS,
    CHOICES_AT_MOST,
    USUAL_NEGATIVE_PROMPT,
    USUAL_PHRASES,
    PastRequest,
    TextKind,
    choice_units,
    is_reference,
    past_texts,
    reference_to,
    referred_job,
    suggested_negative_prompts,
    suggested_prompts,
)


def past(*prompts: str, kind: TextKind = TextKind.PROMPT):
    """Texts of earlier requests, newest first."""
    jobs = [
        PastRequest(job_id=JobId(100 - number), prompt=text, negative_prompt=text)
        for number, text in enumerate(prompts)
    ]
    return past_texts(kind, jobs)


def values(suggestions):
    return [suggestion.value for suggestion in suggestions]


def offered(typed: str, *prompts: str):
    return values(suggested_prompts(past(*prompts), typed))


def negatives(typed: str, *own: str):
    return values(suggested_negative_prompts(past(*own, kind=TextKind.NEGATIVE_PROMPT), typed))


class TestPrompts:
    def test_the_newest_comes_first_and_each_text_once(self):
        assert offered("", "a fox", "a badger", "a fox", "an owl") == [
            "a fox",
            "a badger",
            "an owl",
        ]

    @pytest.mark.parametrize("typed", ["FOX", " fox ", "red  fox", "red\nfox", "A Red Fox…"])
    def test_what_is_typed_is_looked_for_without_regard_to_case_and_spaces(self, typed):
        assert offered(typed, "A red FOX\tin the snow", "a badger") == ["showreel:prompt:100"]

    def test_letters_are_compared_as_readers_do(self):
        assert offered("STRASSE", "eine leere Straße", "ein Weg") == ["eine leere Straße"]

    def test_a_text_that_was_erased_is_not_offered(self):
        assert offered("", "", "  ", "a fox") == ["a fox"]

    def test_a_reference_that_was_logged_as_it_is_is_not_offered(self):
        assert offered("", "showreel:prompt:7", "a fox") == ["a fox"]

    def test_no_more_are_offered_than_discord_takes(self):
        assert len(offered("", *(f"fox {number}" for number in range(40)))) == CHOICES_AT_MOST

    def test_a_text_of_a_hundred_characters_stands_for_itself_and_a_longer_one_by_reference(self):
        fits, longer = "x" * 100, "x" * 101

        assert offered("", fits, longer) == [fits, "showreel:prompt:99"]

    def test_emoji_count_twice(self):
        assert offered("", "🦊" * 50, "🦊" * 51) == ["🦊" * 50, "showreel:prompt:99"]

    @pytest.mark.parametrize("text", ["a fox\nand an owl", " a fox", "a  fox"])
    def test_what_a_choice_would_not_bring_back_as_it_is_travels_by_reference(self, text):
        assert offered("", text) == ["showreel:prompt:100"]

    def test_a_chosen_reference_finds_its_text_while_the_member_types_on(self):
        assert offered("showreel:prompt:100", "x" * 200, "y" * 200) == ["showreel:prompt:100"]

    def test_the_whole_text_is_kept_beside_its_reference(self):
        (suggestion,) = suggested_prompts(past("long " * 500), "LONG")

        assert suggestion.text == "long " * 500
        assert suggestion.value == "showreel:prompt:100"


class TestReferences:
    @pytest.mark.parametrize("kind", TextKind)
    def test_a_reference_names_its_job(self, kind):
        reference = reference_to(kind, JobId(42))

        assert is_reference(reference)
        assert referred_job(kind, f" {reference} ") == 42

    def test_the_two_kinds_are_not_taken_for_each_other(self):
        reference = reference_to(TextKind.NEGATIVE_PROMPT, JobId(42))

        assert is_reference(reference)
        assert referred_job(TextKind.PROMPT, reference) is None

    @pytest.mark.parametrize(
        "forged",
        ["", "x", "0", "-1", "007", "1.5", "1e3", "٣", "9" * 19, "9" * 2000, "1;drop", "1:2"],
    )
    def test_a_forged_reference_is_one_all_the_same_and_names_nothing(self, forged):
        assert is_reference(f"showreel:prompt:{forged}")
        assert referred_job(TextKind.PROMPT, f"showreel:prompt:{forged}") is None

    @pytest.mark.parametrize(
        "typed",
        [
            "A red fox",
            "showreel:prompt",
            "showreel: prompt:12",
            "A fox says showreel:prompt:12",
            "showreel:prompt:12 and a fox",
            "prompt:12",
        ],
    )
    def test_what_people_type_is_no_reference(self, typed):
        assert not is_reference(typed)


class TestNegativePrompts:
    def test_the_documented_one_leads_the_usual_phrases(self):
        assert negatives("") == [USUAL_NEGATIVE_PROMPT, *USUAL_PHRASES]

    def test_ones_own_come_first_without_pushing_the_usual_ones_out(self):
        own = [f"my {number}" for number in range(12)]

        found = negatives("", *own)

        assert found[:8] == own[:8]
        assert found[8:] == [USUAL_NEGATIVE_PROMPT, *USUAL_PHRASES]
        assert len(found) == CHOICES_AT_MOST

    def test_where_no_usual_one_fits_ones_own_fill_the_room(self):
        own = [f"my {number}" for number in range(12)]

        assert negatives("my", *own) == own

    def test_nothing_is_offered_twice(self):
        assert negatives("blur", "blur", "Blur") == ["blur", "Blur", USUAL_NEGATIVE_PROMPT]

    @pytest.mark.parametrize("typed", ["water", "WATERM", " mark "])
    def test_a_begun_phrase_is_completed(self, typed):
        assert negatives(typed) == ["watermark"]

    def test_after_a_comma_phrases_are_appended_that_are_not_there_yet(self):
        found = negatives("Blur, my own,")

        assert found[:3] == [f"Blur, my own, {phrase}" for phrase in USUAL_PHRASES[1:4]]
        assert len(found) == len(USUAL_PHRASES) - 1

    @pytest.mark.parametrize("comma", [",", "\N{FULLWIDTH COMMA}", "\N{IDEOGRAPHIC COMMA}"])
    def test_a_phrase_begun_after_a_comma_is_completed_in_its_place(self, comma):
        assert negatives(f"blur{comma} wat") == ["blur, watermark"]
        assert negatives(f"雾{comma}wat") == ["雾, watermark"]

    def test_nothing_but_commas_is_as_good_as_nothing(self):
        assert negatives(" ,") == negatives("")

    def test_ones_own_that_has_what_was_typed_is_offered_before_what_can_be_appended(self):
        assert negatives("blur, f", "fog", "Blur, fog and rain")[:2] == [
            "Blur, fog and rain",
            "blur, flicker",
        ]

    def test_where_no_further_phrase_fits_none_is_offered(self):
        assert negatives("x" * 94 + ",") == [
            f"{'x' * 94}, {word}" for word in ("blur", "text", "logo")
        ]
        assert negatives("x" * 99 + ",") == []

    def test_a_long_one_travels_by_its_own_kind_of_reference(self):
        assert negatives("fog", "fog " * 50) == ["showreel:negative-prompt:100"]


@given(st.text(max_size=300), st.lists(st.text(max_size=300), max_size=30))
def test_whatever_is_typed_what_is_offered_fits_discord(typed, own):
    for kind in TextKind:
        texts = past(*own, kind=kind)
        suggest = suggested_prompts if kind is TextKind.PROMPT else suggested_negative_prompts
        suggestions = suggest(texts, typed)

        assert len(suggestions) <= CHOICES_AT_MOST
        assert len(set(values(suggestions))) == len(suggestions)
        assert all(1 <= choice_units(value) <= CHOICE_MAX_UNITS for value in values(suggestions))


@given(st.text(min_size=1, max_size=300), st.integers(1, 10**17))
def test_what_a_choice_brings_back_is_the_text_or_leads_to_it(text, job_id):
    requests = [PastRequest(job_id=JobId(job_id), prompt=text, negative_prompt="")]

    for each in past_texts(TextKind.PROMPT, requests):
        assert is_reference(each.value) == (each.value != text)
        if each.value != text:
            assert referred_job(TextKind.PROMPT, each.value) == job_id
