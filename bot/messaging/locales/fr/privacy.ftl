# Ce qui est conservé sur un membre : à lire, à emporter, à effacer.

end-erased = Le clip était conservé pour toi ; il est maintenant effacé, comme tu l’as demandé.
    .next = Tu n’as rien d’autre à faire.
reason-erased = effacé à la demande du membre

name-privacy = confidentialité
name-privacy-policy = politique
name-privacy-export = exporter
name-privacy-delete = effacer
privacy-description = Voir, récupérer et effacer ce qui est conservé sur toi
privacy-policy-description = Ce qui est conservé sur toi, pourquoi, combien de temps, et qui le reçoit
privacy-export-description = Recevoir ce qui est conservé sur toi, dans un fichier
privacy-delete-description = Effacer ce qui est conservé sur toi ; une confirmation est demandée

## La politique

privacy-policy-heading = **Ce que ce bot conserve sur toi**
privacy-policy-kept = **Quoi, et combien de temps :** pour chaque demande, sa description et ses options, quand et où tu l’as faite, ce qu’elle est devenue et ce qu’elle a coûté ; ainsi que tes préférences, tes signalements, les blocages qui te visent et ce que tu fais pour la modération. Descriptions et liens sont effacés après { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }, sauf si la modération les conserve comme preuve. Les décomptes et les coûts restent.
privacy-policy-clips = **Les clips** sont dans Discord et ne sont pas conservés ici. Seul un clip qui n’a pas pu être remis l’est, pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  } ou jusqu’à ce que tu le récupères.
privacy-policy-why = **Pourquoi :** pour créer les clips et les remettre, respecter les limites, tenir le compte des coûts, et pour que la modération puisse agir contre les abus.
privacy-policy-receivers = **Qui le reçoit :** Eachlabs et le fournisseur qui est derrière reçoivent les descriptions et les options, et rien qui te nomme. Discord transmet les messages. La modération d’un serveur voit ce qui y a été demandé, clips privés compris. L’opérateur de ce bot voit tout.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` te le donne dans un fichier, et `/{ name-privacy } { name-privacy-delete }` l’efface.
privacy-policy-operator = **La politique de l’opérateur lui-même :** <{ $url }>

## Emporter

privacy-export-done = Voici ce qui est conservé sur toi : { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
  }, ainsi que tes préférences, tes signalements, les blocages qui te visent et ce que tu as fait pour la modération, s’il y en a. Chaque ligne du fichier en est un élément, en JSON.
privacy-export-too-large = Ce qui est conservé sur toi est trop volumineux pour un message ici, même compressé. { -unchanged } Demande-le à l’opérateur de ce bot.
privacy-log-away = Le journal est injoignable pour le moment. { -unchanged } Réessaie dans quelques minutes.

## Effacer

button-forget = Effacer
button-forget-finish = Effacer et laisser finir les clips
button-forget-cancel = Effacer et annuler les clips
button-forget-not = Tout garder
privacy-delete-heading = **Effacer ce qui est conservé sur toi ?** C’est irréversible.
privacy-delete-goes = **Ce qui disparaît, sur tous les serveurs :** les descriptions et les liens de ce que tu as demandé ({ $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
  }), les clips conservés pour toi, tes préférences, et ton nom dans le journal et sur tes signalements.
privacy-delete-stays = **Ce qui reste :** les décomptes et les coûts, et ce que la modération a consigné, comme les blocages. Pendant 30 jours, les décomptes restent sous un numéro que seul ce bot peut former à partir de ton identifiant, pour que les limites continuent de s’appliquer ; ensuite, ils ne se rattachent plus à personne.
privacy-delete-held = { $held ->
    [one] { $held } demande est conservée comme preuve par la modération. Elle sera effacée une fois que celle-ci aura décidé.
   *[other] { $held } demandes sont conservées comme preuves par la modération. Elles seront effacées une fois que celle-ci aura décidé.
  }
privacy-delete-clips = **Les messages dans Discord** restent : les clips dans les salons, dont les boutons ne te reconnaîtront plus, et ce que montre le suivi de la modération. Supprime d’abord les clips qui doivent partir.
privacy-delete-live = { $live ->
    [one] { $live } clip attend ou est en cours de création. Il peut aller à son terme puis être effacé, ou être annulé maintenant ; s’il a démarré, il peut quand même être facturé.
   *[other] { $live } clips attendent ou sont en cours de création. Ils peuvent aller à leur terme puis être effacés, ou être annulés maintenant ; ceux qui ont démarré peuvent quand même être facturés.
  }
privacy-delete-done = Ce que tu as demandé jusqu’ici est en train d’être effacé ; cela prend quelques minutes au plus. Ce que tu demanderas désormais sera conservé comme avant.
privacy-delete-done-live = { $live ->
    [one] { $live } clip n’est pas encore terminé. Il sera effacé quelques minutes après sa fin.
   *[other] { $live } clips ne sont pas encore terminés. Ils seront effacés quelques minutes après leur fin.
  }
privacy-delete-not-done = Rien n’a été effacé. Tout reste comme avant.
privacy-delete-uncertain = Le journal n’a pas répondu ; il n’est donc pas certain que ton souhait ait été noté. Utilise de nouveau `/{ name-privacy } { name-privacy-delete }` dans quelques minutes ; le demander deux fois ne pose aucun problème.
privacy-not-yours = Cette question s’adressait à quelqu’un d’autre. Rien n’a été effacé. Pour tes propres données, utilise `/{ name-privacy } { name-privacy-delete }`.
