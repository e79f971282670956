# ある件の経過のうち、状態と行った人だけでは分からないこと。

step-reported = 報告あり
step-report-changed = 報告を変更
step-report-decided = 報告に対応
step-evidence-held = 証拠として保全
step-evidence-released = 証拠としての保全を解除
step-result-deleted = 動画を削除
step-result-found-gone = 動画はすでに削除済み
step-cancel-requested = キャンセルを依頼
