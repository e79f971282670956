# 動画を届けるメッセージ。

result-facts = { $options } · 作成時間 { $took }
result-took = { $minutes ->
    [0] { $seconds }秒
   *[other] { $minutes }分{ $seconds }秒
  }
result-note = AI生成 · 参照コード `{ $reference }`
result-link = 動画をここに添付できませんでした。このリンクは動画ができてから約1日間使えます：
result-alt-text = AIが生成した動画：{ $prompt }
result-link-fetched = 動画をここに添付できません。この動画へのリンクは、いつ使えなくなるかわかりません：
result-save-it = 動画を保存してください。このメッセージは自分だけに見え、ここには残りません。
