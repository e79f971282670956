# Ce qui s’est passé à une étape d’un dossier, quand l’état et l’auteur n’en disent pas assez.

step-reported = signalé
step-report-changed = signalement modifié
step-report-decided = signalement traité
step-evidence-held = conservé comme preuve
step-evidence-released = n’est plus conservé comme preuve
step-result-deleted = clip supprimé
step-result-found-gone = clip déjà disparu
step-cancel-requested = annulation demandée
