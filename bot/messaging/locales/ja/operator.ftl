# ボットの運営者へ。何が問題か、失われたものや料金はあるか、どうすればよいか。

incident-key-refused = EachlabsがAPIキーを拒否しています。新しいものは始まらず、料金もかかりません。順番待ちのリクエストの順番は変わりません。`EACHLABS_API_KEY` に有効なキーを設定して、再起動してください。
incident-key-refused-over = EachlabsがAPIキーを再び受け付けています。順番待ちのリクエストを再開します。
incident-no-balance = Eachlabsのアカウント残高が、次の動画の分に足りません。新しいものは始まらず、料金もかかりません。順番待ちのリクエストの順番は変わりません。残高を追加してください。ボットは自動で再開します。
incident-no-balance-over = Eachlabsのアカウントに再び残高があります。順番待ちのリクエストを再開します。
incident-concurrency-cap = Eachlabsがこのアカウントで同時に作る動画の数は、`EACHLABS_MAX_CONCURRENT` の値より少なくなっています。失われるものはなく、料金もかかりませんが、リクエストの待ち時間が延びます。設定を下げるか、Eachlabsに上限の引き上げを頼んでください。
incident-concurrency-cap-over = Eachlabsが新しい動画を再び受け付けています。順番待ちのリクエストを再開します。
incident-eachlabs-away = Eachlabsから応答がないため、新しいものは始まりません。待つことで失われるものはなく、料金もかかりません。リクエストの順番は変わりません。応答が戻れば、ボットは自動で再開します。
incident-eachlabs-away-over = Eachlabsの応答が戻りました。順番待ちのリクエストを再開します。
incident-guild-refused = サーバー `{ $subject }` が動画をリクエストしましたが、`ALLOWED_GUILD_IDS` にありません。{ -free }このサーバーの料金を負担してよければ、IDを追加して再起動してください。
incident-guild-refused-over = サーバー `{ $subject }` はもう拒否されていません。
incident-outcome-unknown = ジョブ `{ $subject }` の送信中に接続が切れました。動画が作成され、料金がかかった可能性があります。再送信はしません。アカウントを確認してから、`showreel jobs settle { $subject } --charged` または `--not-charged` を実行してください。
incident-outcome-unknown-over = ジョブ `{ $subject }` の結果がわかりました。見つかって作成が続いているか、処理済みです。
incident-media-full = お渡しできなかった動画を置く空きがありません。お届けは続き、失われるものはありません。順番待ちの動画はこれからも作成されます。新しいリクエストは拒否され、料金はかかりません。`MEDIA_DIR` に空きを作るか、`MEDIA_MAX_GIB` を上げて再起動してください。
incident-media-full-over = 動画を置く空きが戻りました。新しいリクエストを受け付けます。
incident-job-stuck = ジョブ `{ $subject }` がこのプログラムの不具合で進まず、再試行を繰り返しています。これまでの料金は変わりません。詳細は、ログのこのジョブIDのところにあります。
incident-job-stuck-over = ジョブ `{ $subject }` が再び進んでいます。
incident-output-unreachable = ジョブ `{ $subject }` の完成した動画を取得できません。料金はかかっています。リンクの有効期限は1日で、その間ボットは自動で再試行します。このマシンがインターネットに接続できるか確認してください。原因は、ログのこのジョブIDのところにあります。
incident-output-unreachable-over = ジョブ `{ $subject }` の動画はもう待っていません。取得できたか、1日が過ぎてメンバーに知らせました。
incident-disk-full = `MEDIA_DIR` のディスクに完成した動画を書き込めません。満杯か、読み取り専用か、故障しています。料金はかかっていますが、動画は失われていません。リンクが有効な1日の間、ボットは自動で再試行します。空きを作るか、ディスクを直してください。
incident-disk-full-over = `MEDIA_DIR` のディスクに再び動画を書き込めます。お届けを続けます。
incident-key-missing = ジョブ `{ $subject }` の内容は、`DATA_KEY` のどの鍵でも開けないため、待機しています。料金はかかっておらず、ほかのリクエストを待たせることもありません。元の鍵をコンマの後ろに戻して再起動するか、`showreel jobs cancel` と番号で一つずつ取りやめてください。
incident-key-missing-over = ジョブ `{ $subject }` はもう鍵を待っていません。再開したか、取りやめられました。
incident-feed-line-refused = Discordがサーバー `{ $subject }` の通知の1行を受け付けないため、その行を除いて続けます。何も失われておらず、料金もかかっていません。その内容は、そのサーバーの記録にあります。新しいバージョンがないか確かめるか、Discordの応答を報告してください。応答はこのボットのログにあります。
incident-feed-line-refused-over = サーバー `{ $subject }` の通知で、1日の間、拒否された行はありませんでした。
