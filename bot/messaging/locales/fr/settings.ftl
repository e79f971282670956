# Ce que la modération d’un serveur règle pour lui.

## Requests that it does not take

button-publicly = Demander en public
refused-private-not-allowed = { $allowed ->
    [moderators] Les clips visibles de vous uniquement sont réservés à la modération de ce serveur
   *[nobody] Ce serveur ne crée pas de clips visibles d’une seule personne
  }. { -free } **{ button-publicly }** demande le même clip, visible de tous ; la commande sans `{ option-private }` aussi. Référence `{ $reference }`.
refused-private-not-allowed-default = Vos préférences demandent des clips visibles de vous uniquement, { $allowed ->
    [moderators] et ils sont réservés à la modération de ce serveur
   *[nobody] et ce serveur n’en crée pas
  }. Personne n’a donc vu cette demande. { -free } **{ button-publicly }** demande ce clip, visible de tous ; la commande avec `{ option-private }` sur faux aussi. `/{ name-videos } { name-videos-defaults }` modifie vos préférences. Référence `{ $reference }`.
refused-age-restricted-only = Ce serveur n’a de clips que dans ses salons avec limite d’âge, et ce salon n’en est pas un. { -free } Redemandez-le dans l’un d’eux. Référence `{ $reference }`.
