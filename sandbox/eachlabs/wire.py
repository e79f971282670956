"""The JSON shapes of the service, error bodies included (each documented one occurs)."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sandbox.eachlabs.prediction import Ending, Failure, Prediction, Status

Json = dict[str, Any]


def created_body(prediction: Prediction) -> Json:
    return {
        "status": "success",
        "message": "Prediction created successfully",
        "predictionID": prediction.id,
    }


def cancelled_body(prediction: Prediction) -> Json:
    return {
        "status": "cancelled",
        "message": "Prediction canceled successfully",
        "predictionID": prediction.id,
    }


def prediction_body(prediction: Prediction, *, status: Status, base_url: str) -> Json:
    address = f"{base_url}/v1/prediction/{prediction.id}"
    return {
        "id": prediction.id,
        "input": dict(prediction.request.model_input),
        "status": status.value,
        "output": _output(prediction, status),
        "logs": None,
        "metrics": {
            "predict_time": round(prediction.run_time_s, 3),
            "cost": _cost(prediction),
        },
        "urls": {"cancel": f"{address}/cancel", "get": address},
    }


def execution_body(prediction: Prediction, *, status: Status) -> Json:
    """A row of the list, which carries no inputs."""
    completed_at = None
    if prediction.ending is not None:
        completed_at = timestamp(prediction.created_at + timedelta(seconds=prediction.run_time_s))
    started = status is not Status.CREATED
    return {
        "id": prediction.id,
        "model": prediction.request.model,
        "status": status.value,
        "execution_cost": _cost(prediction),
        "run_time": round(prediction.run_time_s, 3),
        "created_at": timestamp(prediction.created_at),
        "started_at": timestamp(prediction.created_at) if started else None,
        "completed_at": completed_at,
        "output": _output(prediction, status),
    }


def webhook_body(prediction_id: str, ending: Ending) -> Json:
    """What a completion webhook carries: its words differ from those of the prediction."""
    body: Json = {"exec_id": prediction_id, "flow_id": None, "error": ""}
    if ending.failure is None:
        return {**body, "status": "succeeded", "output": ending.output}
    error = {
        "error_code": ending.failure.error_code,
        "error_message": ending.failure.error_message,
    }
    step = {"id": prediction_id, "status": "failed", "output": "", "error": error}
    return {**body, "status": "failed", "output": [step]}


def short_error(error: str) -> Json:
    return {"error": error}


def error_with_details(status: int, error: str, details: str) -> Json:
    return {"status": status, "error": error, "details": details}


def no_balance_body(balance_usd: Decimal) -> Json:
    return error_with_details(
        402,
        "payment required",
        "the estimated cost of your in-flight executions exceeds your current balance "
        f"(${balance_usd:.2f}). please wait for an active execution to finish or top up "
        "your balance",
    )


def too_many_body(max_concurrent: int) -> Json:
    return error_with_details(
        429,
        "too many requests",
        "Account rate limited: accounts with a balance of $10.00 or less are limited to "
        f"{max_concurrent} concurrent executions. Keep your balance above $10.00 for higher "
        "concurrency, or wait for an active execution to finish.",
    )


def rate_exceeded_body(retry_after_s: int) -> Json:
    return short_error(f"Rate limit exceeded. Please retry after {retry_after_s} seconds.")


def timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _cost(prediction: Prediction) -> float:
    return float(prediction.ending.cost_usd) if prediction.ending else 0.0


def _output(prediction: Prediction, status: Status) -> Any:
    """While it runs both "" and null have been seen; neither is a result."""
    ending = prediction.ending
    if ending is None:
        return None if status is Status.PROCESSING else ""
    if ending.failure is not None:
        return _failure_envelope(prediction, ending.failure)
    return ending.output


def _failure_envelope(prediction: Prediction, failure: Failure) -> Mapping[str, Any]:
    return {
        "classification": {"category": failure.category},
        "error": "Execution failed",
        "error_code": failure.error_code,
        "error_message": failure.error_message,
        "error_step": prediction.request.model,
        "execution_id": prediction.id,
        "model_id": prediction.request.model,
        "model_slug": prediction.request.model,
        "provider": "kling",
        "retryable": failure.retryable,
        "status": "ERROR",
        "success": False,
    }
