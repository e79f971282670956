# What only the person who pressed or asked sees.

cancel-done = Annulé avant le démarrage. { -free } Tu peux refaire une demande quand tu veux.
cancel-asked = Arrêt demandé. Le clip a peut-être été facturé, car il avait démarré ; la fiche le dira quand il aura pris fin. Tu n’as rien d’autre à faire.
cancel-too-late = Ce clip ne peut plus être annulé : il est déjà créé ou a pris fin. L’annulation n’a rien changé à son coût. Le clip, ou ce qu’il est devenu, se trouve avec la fiche.
delete-done = Le clip est supprimé. Son coût reste le même, tout comme son entrée dans le journal. Tu peux refaire une demande quand tu veux.
delete-impossible = Discord ne laisse pas ce bot supprimer ce message. { -unchanged } La modération peut le supprimer à la main.
not-yours-cancel = Seules la personne qui a demandé ce clip et la modération peuvent l’annuler. { -unchanged } Adresse-toi à elles.
not-yours-delete = Seules la personne qui a demandé ce clip et la modération peuvent le supprimer. { -unchanged } Adresse-toi à elles.
not-yours-fetch = Seule la personne qui a demandé ce clip peut le récupérer. { -unchanged } Demande-lui de le faire.
job-not-found = Ce clip est introuvable sur ce serveur. { -unchanged } Si tu penses qu’il devrait y être, demande à la modération.

own-heading = **Tes dernières demandes**
own-kept-note = Ce qui n’a pas pu être remis est conservé pour toi ; les boutons le récupèrent.
own-kept-line = { $number }. { $title } · prêt, sera effacé { $kept_until } · demandé { $asked_at }
own-kept-besides = { $clips ->
    [one] Un autre clip est conservé pour toi ; il apparaîtra dans cette liste quand tu en auras récupéré un.
   *[other] { NUMBER($clips) } autres clips sont conservés pour toi ; ils apparaîtront dans cette liste à mesure que tu récupères ceux-ci.
  }
own-line = { $title } · { $state } · demandé { $asked_at }
own-none-here = Tu n’as encore demandé aucun clip sur ce serveur. Tape { -video } et dis ce qu’il doit montrer.
own-none = Tu n’as encore demandé aucun clip. Tape { -video } sur un serveur où se trouve ce bot, et dis ce qu’il doit montrer.
own-queued = dans la file d’attente
own-submitting = démarrage en cours
own-unknown = peut-être en cours de création ; l’opérateur de ce bot s’en occupe
own-running = en cours de création
own-delivering = prêt, en chemin
own-delivered = terminé
own-deleted = terminé, puis supprimé
own-failed = aucun clip n’en est sorti
own-cancelled = annulé
own-expired = a pris trop de temps
own-kept-too-long = prêt, mais pas récupéré à temps

fetch-under-way = Ce clip est déjà en route vers toi. { -nothing-new } Attends un instant ; un gros fichier prend du temps.
fetch-done = Ce clip a déjà été remis ; il n’est donc plus conservé. { -nothing-new } Si tu en veux un autre, refais la demande.
fetch-too-late = Ce clip n’est plus conservé : son délai est passé. Il a été facturé lors de sa création, et rien de nouveau n’a été facturé. Demandes-en un nouveau.
fetch-not-kept = Il n’y a pas de clip à récupérer ici. { -unchanged } { -videos-list } dit où en sont tes demandes.
fetch-too-large = Le clip est trop lourd pour être envoyé ici, et son lien ne fonctionne plus. { -nothing-new } Un serveur boosté accepte des fichiers plus lourds : utilise { -videos-list } là-bas, ou ici quand celui-ci le sera. Le clip sera effacé { $kept_until }.
fetch-gone = Ce clip ne peut pas être récupéré : aucune copie n’est conservée ici, et son lien ne fonctionne plus. Il a été facturé lors de sa création, et rien de nouveau n’a été facturé. Montre la référence `{ $reference }` à la modération.
fetch-link-unsure = Ici, le clip ne peut être donné que sous forme de lien, et ce lien n’a pas pu être vérifié à l’instant. Il est toujours conservé, et rien de nouveau n’a été facturé. Réessaie dans quelques minutes.
fetch-uncertain = Discord n’a pas répondu à temps ; il n’est donc pas certain que le clip soit arrivé. Il est toujours conservé, et rien de nouveau n’a été facturé. S’il n’est pas ici, réessaie dans une minute.
fetch-refused = Discord n’a pas accepté le clip ici. Il est toujours conservé, et rien de nouveau n’a été facturé. Réessaie avec { -videos-list } ; si cela se répète, montre cette phrase à la modération.
shelf-log-away = Le journal est injoignable pour le moment ; rien n’a donc été remis. Les clips conservés le restent, et rien de nouveau n’a été facturé. Réessaie dans quelques minutes.

answer-too-slow = Showreel est très occupé et n’a pas pu traiter ta demande à temps. { -free } Réessaie dans une minute.
card-not-shown = La fiche n’a pas pu être affichée ici ; rien n’a donc démarré. { -free } Réessaie ; si cela se répète, préviens la modération.
storage-unavailable = Il est impossible d’écrire dans le journal pour le moment ; rien de nouveau ne démarre donc. { -free } Réessaie dans quelques minutes. Référence `{ $reference }`.
storage-unavailable-now = Le journal est injoignable pour le moment ; il n’est donc pas certain que cela ait été fait. { -nothing-new } Réessaie dans quelques minutes.
discord-away = Discord n’a pas répondu à temps ; il n’est donc pas certain que cela ait été fait. { -nothing-new } Réessaie dans une minute.
restarting = Showreel est en train de redémarrer ; cela n’a donc pas été fait. { -unchanged } Réessaie dans une minute.
command-unavailable = Cette commande n’est pas disponible en ce moment, ou elle a changé. { -free } Recharge Discord et réessaie dans une minute.
command-not-allowed = Tu ne peux pas utiliser cette commande ici. { -free } La modération peut te dire où c’est possible.
servers-only = Les clips ne se font que sur les serveurs. { -free } Refais la demande sur un serveur où se trouve ce bot.
moderators-only = Cette action est réservée à la modération, c’est-à-dire aux personnes qui ont la permission Gérer les messages dans ce salon. Adresse-toi à l’une d’elles.
unexpected = Une erreur s’est produite ici, et elle a été enregistrée. Si une fiche se trouve dans le salon, sa demande continue ; sinon, rien n’a été facturé. Réessaie, et montre la référence `{ $reference }` à la modération si cela se répète.
