"""The address that a create carries is the one that a call is known by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from yarl import URL

from bot.domain.ids import JobId
from bot.eachlabs.webhook_target import WebhookTarget, job_called

TARGET = WebhookTarget(public_url="https://hooks.example.org", secret=SecretStr("of the tests"))


def test_each_job_has_an_address_of_its_own():
    assert TARGET.url_for(JobId(42)) == "https://hooks.example.org/eachlabs/42"


def test_a_proxy_may_have_put_it_under_a_path():
    target = WebhookTarget(public_url="https://example.org/showreel", secret=SecretStr("x"))

    assert target.url_for(JobId(42)) == "https://example.org/showreel/eachlabs/42"


@given(job_id=st.integers(1, 10**18 - 1))
def test_every_address_that_is_given_out_leads_back_to_its_job(job_id):
    assert job_called(URL(TARGET.url_for(JobId(job_id))).path) == job_id


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/eachlabs",
        "/eachlabs/",
        "/eachlabs/x",
        "/eachlabs/0",
        "/eachlabs/007",
        "/eachlabs/-7",
        "/eachlabs/7.0",
        "/eachlabs/7/",
        "/eachlabs/7\n",
        "/eachlabs/7/../8",
        "/eachlabs/\u0663",
        "/eachlabs/" + "9" * 19,
        "/Eachlabs/7",
        "//eachlabs/7",
    ],
)
def test_no_other_path_names_a_job(path):
    assert job_called(path) is None


def test_the_secret_is_not_shown():
    assert "of the tests" not in repr(TARGET)
