# Reporting a clip: its button, its form, and what only the person who reports sees.

button-report = Signaler

report-form-title = Signaler ce clip
report-form-label = Qu’est-ce qui ne va pas ?
report-form-note = La modération de ce serveur voit ton signalement et sait qu’il vient de toi.

report-filed = Ton signalement est enregistré. { -free } La modération de ce serveur le voit ; tu n’as rien d’autre à faire.
report-changed = Ton signalement de ce clip contient maintenant ce que tu viens d’écrire. { -free } La modération de ce serveur le voit ; tu n’as rien d’autre à faire.
report-changed-enough = Tu peux modifier un signalement { $limit ->
    [1] une seule fois
   *[other] { $limit } fois
  } et tu l’as déjà fait. { -unchanged } La modération voit ce qu’il contient ; s’il manque quelque chose, parles-en avec elle.
report-own = C’est ton propre clip : il n’y a donc personne à signaler. { -unchanged } S’il doit disparaître, appuie sur « { button-delete } ».
report-too-early = Il n’y a pas encore de clip à signaler. { -unchanged } S’il pose problème à son arrivée, signale-le à ce moment-là.
report-empty = Le signalement était vide ; il n’a donc pas été enregistré. { -unchanged } Appuie de nouveau sur « { button-report } » et dis ce qui ne va pas.
report-decided = La modération a déjà examiné ton signalement de ce clip. { -unchanged } Si tu vois les choses autrement, parles-en avec elle.
report-limit = Tu peux faire { $limit } signalements en 24 heures et tu les as déjà tous faits. { -unchanged } Tu pourras en refaire un { $frees_at } ; si cela ne peut pas attendre, parles-en à la modération.
report-log-away = Le journal est injoignable pour le moment ; rien ne peut donc être signalé. { -unchanged } Réessaie dans quelques minutes ; si cela ne peut pas attendre, parles-en à la modération.
report-uncertain = Le journal n’a pas répondu ; il n’est donc pas certain que ton signalement soit enregistré. { -free } Réessaie dans quelques minutes : un second signalement remplace le premier.
