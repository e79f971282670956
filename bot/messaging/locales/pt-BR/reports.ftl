# Denunciar um vídeo: o botão, o formulário e o que só vê quem denuncia.

button-report = Denunciar

report-form-title = Denunciar este vídeo
report-form-label = O que há de errado com ele?
report-form-note = A moderação deste servidor vê sua denúncia e quem a escreveu.

report-filed = Sua denúncia foi registrada. { -free } A moderação deste servidor pode vê-la; você não precisa fazer mais nada.
report-changed = Sua denúncia deste vídeo agora diz o que você acabou de escrever. { -free } A moderação deste servidor pode vê-la; você não precisa fazer mais nada.
report-changed-enough = Você pode alterar uma denúncia { $limit ->
    [1] uma vez
   *[other] { $limit } vezes
  } e já fez isso. { -unchanged } A moderação vê o que ela diz; se faltar algo, fale com alguém da moderação.
report-own = Este vídeo é seu, então não há ninguém para denunciar. { -unchanged } Se quiser removê-lo, aperte “{ button-delete }”.
report-too-early = Ainda não há vídeo para denunciar. { -unchanged } Se houver algo errado quando ele chegar, denuncie então.
report-empty = A denúncia não dizia nada, por isso não foi registrada. { -unchanged } Aperte “{ button-report }” outra vez e diga o que há de errado.
report-decided = A moderação já analisou sua denúncia deste vídeo. { -unchanged } Se você discorda, fale com alguém da moderação.
report-limit = Você pode fazer { $limit ->
    [one] uma denúncia em 24 horas e já a fez
   *[other] { $limit } denúncias em 24 horas e já fez todas
  }. { -unchanged } Você pode denunciar de novo { $frees_at }; se for urgente, fale com a moderação.
report-log-away = O registro está indisponível no momento, por isso não é possível denunciar. { -unchanged } Tente de novo em alguns minutos; se for urgente, fale com a moderação.
report-uncertain = O registro não respondeu, então não há certeza de que sua denúncia foi registrada. { -free } Tente de novo em alguns minutos: uma segunda denúncia substitui a primeira.
