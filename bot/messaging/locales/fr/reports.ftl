# Reporting a clip: its button, its form, and what only the person who reports sees.

button-report = Signaler

report-form-title = Signaler ce clip
report-form-label = Qu’est-ce qui ne va pas ?
report-form-note = La modération de ce serveur voit votre signalement et sait qu’il vient de vous.

report-filed = Votre signalement est enregistré. { -free } La modération de ce serveur le voit ; vous n’avez rien d’autre à faire.
report-changed = Votre signalement de ce clip contient maintenant ce que vous venez d’écrire. { -free } La modération de ce serveur le voit ; vous n’avez rien d’autre à faire.
report-own = C’est votre propre clip : il n’y a donc personne à signaler. { -unchanged } S’il doit disparaître, appuyez sur « { button-delete } ».
report-too-early = Il n’y a pas encore de clip à signaler. { -unchanged } S’il pose problème à son arrivée, signalez-le à ce moment-là.
report-empty = Le signalement était vide ; il n’a donc pas été enregistré. { -unchanged } Appuyez de nouveau sur « { button-report } » et dites ce qui ne va pas.
report-decided = La modération a déjà examiné votre signalement de ce clip. { -unchanged } Si vous voyez les choses autrement, parlez-en avec elle.
report-limit = Vous pouvez faire { $limit } signalements en 24 heures et vous les avez tous faits. { -unchanged } Vous pourrez en refaire un { $frees_at } ; si cela ne peut pas attendre, parlez-en à la modération.
report-log-away = Le journal est injoignable pour le moment ; rien ne peut donc être signalé. { -unchanged } Réessayez dans quelques minutes ; si cela ne peut pas attendre, parlez-en à la modération.
report-uncertain = Le journal n’a pas répondu ; il n’est donc pas certain que votre signalement soit enregistré. { -free } Réessayez dans quelques minutes : un second signalement remplace le premier.
