"""What `/privacy` says: the policy, the question before erasing, and what has become of it."""

from bot.domain.erasure import ErasureOutlook
from bot.domain.privacy import PrivacyTerms
from bot.messaging.catalogue import Catalogue


def render_policy(catalogue: Catalogue, locale: str, terms: PrivacyTerms) -> str:
    lines = [
        catalogue.text(locale, "privacy-policy-heading"),
        catalogue.text(locale, "privacy-policy-kept", days=terms.retention_days),
        catalogue.text(locale, "privacy-policy-clips", days=terms.kept_days),
        catalogue.text(locale, "privacy-policy-why"),
        catalogue.text(locale, "privacy-policy-receivers"),
        catalogue.text(locale, "privacy-policy-choices"),
    ]
    if terms.policy_url is not None:
        lines.append(catalogue.text(locale, "privacy-policy-operator", url=terms.policy_url))
    return "\n\n".join(lines)


def render_question(catalogue: Catalogue, locale: str, outlook: ErasureOutlook) -> str:
    """Say what goes and what stays before anything is pressed."""
    lines = [
        catalogue.text(locale, "privacy-delete-heading"),
        catalogue.text(locale, "privacy-delete-goes", requests=outlook.requests),
        catalogue.text(locale, "privacy-delete-stays"),
    ]
    if outlook.held:
        lines.append(catalogue.text(locale, "privacy-delete-held", held=outlook.held))
    lines.append(catalogue.text(locale, "privacy-delete-clips"))
    if outlook.live:
        lines.append(catalogue.text(locale, "privacy-delete-live", live=outlook.live))
    return "\n\n".join(lines)


def render_done(catalogue: Catalogue, locale: str, left: ErasureOutlook) -> str:
    lines = [catalogue.text(locale, "privacy-delete-done")]
    if left.live:
        lines.append(catalogue.text(locale, "privacy-delete-done-live", live=left.live))
    if left.held:
        lines.append(catalogue.text(locale, "privacy-delete-held", held=left.held))
    return "\n\n".join(lines)
