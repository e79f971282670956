# `DATA_KEY` にもうない鍵で暗号化されたもの。

prompt-unreadable = 説明文を今は読めない動画
text-unreadable = 読めません（鍵がありません）
case-unreadable = リクエストの内容は読めません。暗号化に使った鍵がないためです。ボットの運営者が鍵を戻せます。
log-unreadable = { $count }件のリクエストは、文章を読むための鍵がないため検索できませんでした。ボットの運営者が鍵を戻せます。
export-unreadable = { $count }件のリクエストは、文章を読むための鍵がないため、文章が入っていません。ボットの運営者が鍵を戻せます。
