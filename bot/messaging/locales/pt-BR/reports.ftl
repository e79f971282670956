# Denunciar um vídeo: o botão, o formulário e o que só vê quem denuncia.

button-report = Denunciar

report-form-title = Denunciar este vídeo
report-form-label = O que há de errado com ele?
report-form-note = A moderação deste servidor vê sua denúncia e quem a escreveu.

report-filed = Sua denúncia foi registrada. Nada foi cobrado. A moderação deste servidor a vê; você não precisa fazer mais nada.
report-changed = Sua denúncia deste vídeo agora diz o que você acabou de escrever. Nada foi cobrado. A moderação deste servidor a vê; você não precisa fazer mais nada.
report-own = Este vídeo é seu, então não há ninguém para denunciar. Nada foi alterado nem cobrado. Se ele deve sumir, aperte { button-delete }.
report-too-early = Ainda não há vídeo para denunciar. Nada foi alterado nem cobrado. Se houver algo errado quando ele chegar, denuncie então.
report-empty = A denúncia não dizia nada, por isso não foi registrada. Nada foi alterado nem cobrado. Aperte { button-report } outra vez e diga o que há de errado.
report-decided = A moderação já analisou sua denúncia deste vídeo. Nada foi alterado nem cobrado. Se você discorda, fale com alguém da moderação.
report-limit = Você pode fazer { $limit ->
    [one] uma denúncia em 24 horas e já a fez
   *[other] { $limit } denúncias em 24 horas e já fez todas
  }. Nada foi alterado nem cobrado. Você pode denunciar de novo { $frees_at }; se não puder esperar, fale com a moderação.
report-log-away = O registro está fora de alcance no momento, por isso não dá para denunciar nada. Nada foi alterado nem cobrado. Tente de novo em alguns minutos; se não puder esperar, fale com a moderação.
report-uncertain = O registro não respondeu, então não há certeza de que sua denúncia foi registrada. Nada foi cobrado. Tente de novo em alguns minutos: uma segunda denúncia substitui a primeira.
