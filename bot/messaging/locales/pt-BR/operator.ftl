# Para quem opera o bot: o que está errado, se algo se perdeu ou foi cobrado, o que fazer.

incident-key-refused = A Eachlabs recusa a chave da API. Nada novo é iniciado e nada é cobrado; os pedidos em espera mantêm o lugar. Coloque uma chave válida em `EACHLABS_API_KEY` e reinicie.
incident-key-refused-over = A Eachlabs voltou a aceitar a chave da API. Os pedidos em espera seguem.
incident-no-balance = A conta na Eachlabs não tem saldo para mais um vídeo. Nada novo é iniciado e nada é cobrado; os pedidos em espera mantêm o lugar. Adicione saldo à conta; o bot segue sozinho.
incident-no-balance-over = A conta na Eachlabs tem saldo de novo. Os pedidos em espera seguem.
incident-concurrency-cap = A Eachlabs faz menos vídeos ao mesmo tempo para esta conta do que `EACHLABS_MAX_CONCURRENT` diz. Nada se perde nem é cobrado; os pedidos esperam mais. Diminua esse valor, ou peça um limite maior à Eachlabs.
incident-concurrency-cap-over = A Eachlabs voltou a aceitar novos vídeos. Os pedidos em espera seguem.
incident-eachlabs-away = A Eachlabs não responde, por isso nada novo é iniciado. Nada se perde nem é cobrado pela espera; os pedidos mantêm o lugar. O bot segue sozinho quando ela responder.
incident-eachlabs-away-over = A Eachlabs voltou a responder. Os pedidos em espera seguem.
incident-guild-refused = O servidor `{ $subject }` pediu um vídeo e não está em `ALLOWED_GUILD_IDS`. { -free } Se esse servidor puder gastar seu dinheiro, adicione o ID e reinicie.
incident-guild-refused-over = O servidor `{ $subject }` não é mais recusado.
incident-outcome-unknown = A conexão caiu enquanto o trabalho `{ $subject }` era enviado. Ele pode ter sido feito e cobrado, e não é enviado outra vez. Confira a conta e depois execute `showreel jobs settle { $subject } --charged` ou `--not-charged`.
incident-outcome-unknown-over = Já se sabe o que houve com o trabalho `{ $subject }`: ele foi encontrado e segue, ou está resolvido.
incident-media-full = Não há mais espaço para os vídeos que não puderam ser entregues. As entregas seguem e nada se perde; o que está em espera ainda é feito. Novos pedidos são recusados e não são cobrados. Libere espaço em `MEDIA_DIR`, ou aumente `MEDIA_MAX_GIB` e reinicie.
incident-media-full-over = Há espaço para vídeos de novo. Novos pedidos são aceitos.
incident-job-stuck = O trabalho `{ $subject }` esbarrou em uma falha deste programa e está sendo tentado repetidamente. O que ele já custou continua igual. O log tem os detalhes com este ID de trabalho.
incident-job-stuck-over = O trabalho `{ $subject }` segue.
incident-output-unreachable = Não foi possível buscar o vídeo pronto do trabalho `{ $subject }`. Ele foi cobrado; o link deve valer por um dia, e até lá o bot tenta de novo sozinho. Veja se esta máquina tem acesso à internet; o log tem a causa com este ID de trabalho.
incident-output-unreachable-over = O vídeo do trabalho `{ $subject }` não é mais esperado: foi baixado, ou o dia acabou e o membro foi avisado.
incident-disk-full = O disco de `MEDIA_DIR` recusa vídeos prontos: está cheio, é somente leitura ou está com defeito. Eles foram cobrados e não se perderam; o bot tenta de novo sozinho enquanto os links valerem, ou seja, por um dia. Libere espaço, ou conserte o disco.
incident-disk-full-over = O disco de `MEDIA_DIR` voltou a aceitar vídeos. As entregas seguem.
incident-key-missing = Nenhuma chave de `DATA_KEY` abre o que os trabalhos `{ $subject }` pedem, por isso eles esperam. Nada foi cobrado por eles, e ninguém espera atrás deles. Recoloque a chave deles depois de uma vírgula e reinicie, ou desista de cada um com `showreel jobs cancel` e o número dele.
incident-key-missing-over = Os trabalhos `{ $subject }` não esperam mais pela chave: eles seguem, ou foram abandonados.
incident-feed-line-refused = O Discord recusa uma linha dos avisos do servidor `{ $subject }`, por isso eles seguem sem ela. Nada se perdeu nem foi cobrado: aquilo de que ela tratava está no registro daquele servidor. Procure uma versão mais nova, ou relate o que o Discord respondeu; está no log deste bot.
incident-feed-line-refused-over = Durante um dia, nenhuma linha dos avisos do servidor `{ $subject }` foi recusada.
