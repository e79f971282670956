# What happened in one step of a case, where its state and who took it do not say it all.

step-reported = reported
step-report-changed = report changed
step-report-decided = report decided
step-evidence-held = held as evidence
step-evidence-released = no longer held as evidence
step-result-deleted = clip deleted
step-result-found-gone = clip found deleted
step-cancel-requested = asked to cancel
