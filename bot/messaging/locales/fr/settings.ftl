# Ce que la modération d’un serveur règle pour lui.

## Requests that it does not take

button-publicly = Demander en public
refused-private-not-allowed = { $allowed ->
    [moderators] Les clips visibles uniquement par toi sont réservés à la modération de ce serveur
   *[nobody] Ce serveur ne crée pas de clips visibles par une seule personne
  }. { -free } **{ button-publicly }** demande le même clip, visible de tous ; la commande sans `{ option-private }` aussi. Référence `{ $reference }`.
refused-private-not-allowed-default = Tes préférences demandent des clips visibles uniquement par toi, { $allowed ->
    [moderators] et ils sont réservés à la modération de ce serveur
   *[nobody] et ce serveur n’en crée pas
  }. Personne n’a donc vu cette demande. { -free } **{ button-publicly }** demande ce clip, visible de tous ; la commande avec `{ option-private }` sur faux aussi. `/{ name-videos } { name-videos-defaults }` modifie tes préférences. Référence `{ $reference }`.
refused-age-restricted-only = Sur ce serveur, les clips ne se font que dans les salons soumis à une limite d’âge, et ce salon n’en est pas un. { -free } Refais la demande dans l’un d’eux. Référence `{ $reference }`.

## The command, and all that is set

name-video-mod-settings = réglages
video-mod-settings-description = Voir et régler les limites, les options par défaut et qui peut cacher des clips sur ce serveur
settings-saved = Les réglages sont enregistrés et s’appliquent dès maintenant.
settings-server = **Limites de ce serveur** : { $limits }
settings-member = **Limites de chaque membre** : { $limits }
settings-roles = **Limites de rôles**, à la place de celles de chaque membre ; si un membre a plusieurs rôles, la limite la plus généreuse s’applique
settings-roles-none = **Limites de rôles** : aucune définie
settings-role = { $role } : { $limits }
settings-roles-more = D’autres : { $roles }
settings-ceiling = L’opérateur permet au plus { $limits }.
settings-ceiling-none = L’opérateur ne définit aucune limite ici.
settings-limits-none = aucune définie
settings-jobs-per-day = { $jobs ->
    [0] aucun clip en 24 heures
    [one] un clip en 24 heures
   *[other] { $jobs } clips en 24 heures
  }
settings-jobs-per-month = { $jobs ->
    [0] aucun clip en 30 jours
    [one] un clip en 30 jours
   *[other] { $jobs } clips en 30 jours
  }
settings-usd-per-day = { USD($usd) } en 24 heures
settings-usd-per-month = { USD($usd) } en 30 jours
settings-private-use = **Qui peut demander des clips privés** : { $who ->
    [moderators] la modération
    [nobody] personne
   *[everyone] tout le monde
  }
settings-spoiler = **Clips marqués comme spoiler** : { $answer }
settings-age = **Clips seulement dans les salons soumis à une limite d’âge** : { $answer }
settings-server-defaults = **Options par défaut de ce serveur** : { $options }
settings-channel-defaults = **Options par défaut de ce salon** : { $options }
settings-defaults-none = aucune définie
settings-feed = **Suivi** : { $channel } annonce { $categories }.
settings-feed-none = **Suivi** : aucun. `/video-mod suivi choisir` en crée un.
settings-option = { $option } : { $value }
settings-option-private = Visible uniquement par qui le demande
settings-hint = Choisis ci-dessous ce qu’il faut modifier.
button-settings-again = Rouvrir le formulaire
button-settings-server-limits = Limites du serveur
button-settings-member-limits = Limites de chaque membre
button-settings-server-defaults = Options par défaut du serveur
button-settings-access = Privé, spoilers, âge

## Forms

settings-form-role-placeholder = Définir les limites d’un rôle
settings-form-channel-placeholder = Définir les options par défaut d’un salon
settings-form-server-limits-title = Limites de ce serveur
settings-form-member-limits-title = Limites de chaque membre
settings-form-role-limits-title = Limites d’un rôle
settings-about-role = Les membres avec { $role } ont ces limites à la place de celles de chaque membre. Quatre champs vides les suppriment.
settings-form-jobs-per-day = Clips en 24 heures
settings-form-jobs-per-month = Clips en 30 jours
settings-form-usd-per-day = Dollars américains en 24 heures
settings-form-usd-per-month = Dollars américains en 30 jours
settings-form-limit-note = Vide : pas de limite propre. 0 : rien.
settings-form-jobs-note = Au plus { NUMBER($highest) }, selon l’opérateur. Vide : pas de limite propre. 0 : aucun clip.
settings-form-usd-note = Au plus { USD($highest) }, selon l’opérateur. Vide : pas de limite propre. 0 : rien.
settings-form-standing-note = Défini en ce moment : { $value }
settings-form-server-defaults-title = Options par défaut de ce serveur
settings-form-channel-defaults-title = Options par défaut d’un salon
settings-form-channel-note = S’applique dans #{ $channel } et ses fils.
settings-form-cfg-scale-note = Un nombre de 0 à 1. Vide : non défini.
settings-form-negative-prompt-note = Vide : non défini. Un tiret : rien n’est laissé de côté, quoi qu’il soit défini ailleurs.
settings-form-private = Visible uniquement par qui le demande
settings-form-unset = Non défini
settings-form-access-title = Privé, spoilers, âge
settings-form-private-use = Clips privés
settings-form-private-use-note = Qui peut demander des clips visibles de soi uniquement ; le journal les garde quand même.
settings-form-private-use-everyone = Tout le monde
settings-form-private-use-moderators = La modération (Gérer les messages)
settings-form-private-use-nobody = Personne
settings-form-spoiler = Clips marqués comme spoiler
settings-form-spoiler-note = Les autres ne voient un clip qu’après avoir appuyé dessus. Vaut pour les nouvelles demandes.
settings-form-age = Salons soumis à une limite d’âge seulement
settings-form-age-note = Les demandes venant de tous les autres salons sont refusées.

## What cannot be set

settings-count-unreadable = { $field ->
    [jobs_per_month] La limite de clips en 30 jours
   *[jobs_per_day] La limite de clips en 24 heures
  } n’est pas un nombre entier inférieur ou égal à 1000000. Rien n’a été modifié. Un exemple : `20`. Laisse le champ vide pour ne pas définir de limite ; `0` n’en permet aucun.
settings-usd-unreadable = { $field ->
    [usd_per_month] La limite de dépenses en 30 jours
   *[usd_per_day] La limite de dépenses en 24 heures
  } n’est pas un montant en dollars américains inférieur ou égal à 1000000. Rien n’a été modifié. Un exemple : `7.50`. Laisse le champ vide pour ne pas définir de limite ; `0` ne permet rien.
settings-jobs-above-ceiling = L’opérateur permet { $scope ->
    [server] à ce serveur
   *[member] à un membre
  } au plus { $highest ->
    [one] { NUMBER($highest) } clip
   *[other] { NUMBER($highest) } clips
  } en { $field ->
    [jobs_per_month] 30 jours
   *[jobs_per_day] 24 heures
  }. Rien n’a été modifié. Indique ce nombre ou moins, ou laisse le champ vide : seule la limite de l’opérateur s’applique alors.
settings-usd-above-ceiling = L’opérateur permet { $scope ->
    [server] à ce serveur
   *[member] à un membre
  } au plus { USD($highest) } en { $field ->
    [usd_per_month] 30 jours
   *[usd_per_day] 24 heures
  }. Rien n’a été modifié. Indique ce montant ou moins, ou laisse le champ vide : seule la limite de l’opérateur s’applique alors.
settings-cfg-scale-unreadable = La fidélité des clips à la description est un nombre de 0 à 1. Rien n’a été modifié. Un exemple : `0.5`. Un champ vide ne définit rien.
settings-too-many-roles = Un serveur peut définir des limites pour { $limit } rôles au plus, et ce nombre est atteint. Rien n’a été modifié. Vide d’abord les champs d’un autre rôle.
settings-role-unknown = Ce rôle n’existe pas sur ce serveur. Rien n’a été modifié. Choisis-en un dans le menu.
settings-channel-unknown = Ce salon n’existe pas sur ce serveur. Rien n’a été modifié. Choisis-en un dans le menu.
settings-choice-unknown = Ce choix n’existe pas. Rien n’a été modifié. Rouvre le formulaire avec `/{ name-video-mod } { name-video-mod-settings }`.
settings-away = Les réglages ne peuvent pas être lus pour le moment ; le formulaire ne s’est donc pas ouvert. Rien n’a été modifié. Réessaie dans une minute.
settings-changed-meanwhile = Cela a été modifié pendant que ton formulaire était ouvert. Ce qui s’applique maintenant : { $standing }. Ton formulaire n’a rien modifié. Rouvre-le si tu veux autre chose.
