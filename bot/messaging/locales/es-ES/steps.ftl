# Lo que ocurrió en un paso de un caso, cuando el estado y quién lo dio no lo dicen todo.

step-reported = denunciado
step-report-changed = denuncia cambiada
step-report-decided = denuncia resuelta
step-evidence-held = conservado como prueba
step-evidence-released = ya no se conserva como prueba
step-result-deleted = clip eliminado
step-result-found-gone = el clip ya no estaba
step-cancel-requested = cancelación pedida
