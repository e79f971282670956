# O que aconteceu em uma etapa de um caso, quando o estado e quem a deu não dizem tudo.

step-reported = denunciado
step-report-changed = denúncia alterada
step-report-decided = denúncia decidida
step-evidence-held = retido como prova
step-evidence-released = não mais retido como prova
step-result-deleted = vídeo excluído
step-result-found-gone = o vídeo já não existia
step-cancel-requested = cancelamento pedido
