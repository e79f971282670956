# What was encrypted with a key that `DATA_KEY` does not hold any more.

text-unreadable = 読めません（鍵がありません）
case-unreadable = リクエストの内容は読めません。暗号化に使った鍵がないためです。ボットの運営者が鍵を戻せます。
log-unreadable = { $count }件のリクエストは、文章の鍵がないため検索できませんでした。ボットの運営者が鍵を戻せます。
export-unreadable = { $count }件のリクエストは、文章の鍵がないため文章が入っていません。ボットの運営者が鍵を戻せます。
