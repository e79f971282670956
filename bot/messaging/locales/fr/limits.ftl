# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = { $limit ->
    [0] Tu ne peux pas demander de clips ici
    [one] Tu peux demander un clip en 30 jours
   *[other] Tu peux demander { $limit } clips en 30 jours
  }. { -free } La modération peut t’en dire plus. Référence `{ $reference }`.
refused-user-monthly-limit-until = Tu peux demander { $limit ->
    [one] un clip en 30 jours, et tu l’as déjà demandé
   *[other] { $limit } clips en 30 jours, et tu les as déjà tous demandés
  }. { -free } Tu pourras refaire une demande { $frees_at }. Référence `{ $reference }`.
refused-guild-monthly-limit = Ce serveur { $limit ->
    [0] ne peut pas demander de clips
    [one] peut demander un clip en 30 jours
   *[other] peut demander { $limit } clips en 30 jours
  }. { -free } La modération peut t’en dire plus. Référence `{ $reference }`.
refused-guild-monthly-limit-until = Ce serveur peut demander { $limit ->
    [one] un clip en 30 jours, et il l’a déjà demandé
   *[other] { $limit } clips en 30 jours, et il les a déjà tous demandés
  }. { -free } Il y aura de nouveau de la place { $frees_at }. Référence `{ $reference }`.
refused-user-monthly-money-limit = Un tel clip coûte plus que ce que tu peux dépenser ici en 30 jours. { -free } Un clip plus court passera peut-être ; la modération peut t’en dire plus. Référence `{ $reference }`.
refused-user-monthly-money-limit-until = Tu as déjà dépensé tout ce que tu peux dépenser ici en 30 jours. { -free } Il y aura de nouveau assez pour ce clip { $frees_at }. Référence `{ $reference }`.
refused-guild-monthly-money-limit = Un tel clip coûte plus que ce que ce serveur peut dépenser en 30 jours. { -free } Un clip plus court passera peut-être ; la modération peut t’en dire plus. Référence `{ $reference }`.
refused-guild-monthly-money-limit-until = Ce serveur a déjà dépensé tout ce qu’il peut dépenser en 30 jours. { -free } Il y aura de nouveau assez pour ce clip { $frees_at }. Référence `{ $reference }`.
limit-by-role = -# C’est la limite de ton rôle { $role }.

quota-month = Clips en 30 jours : il en reste { $left } sur { $limit }.
quota-month-frees = Clips en 30 jours : il en reste { $left } sur { $limit }. Un de plus se libère { $frees_at }.
quota-money-month = Dépenses en 30 jours : { USD($spent) } sur { USD($limit) }.
quota-by-role = -# L’un de tes rôles définit ce que tu peux demander ici.
quota-spent = Ce qui peut être dépensé ici pour des clips ne suffit même pas pour un seul. La modération peut t’en dire plus.
quota-spent-until = Ce qui peut être dépensé ici pour des clips est épuisé. Il y aura de nouveau assez pour un clip { $frees_at }.

# Behind the options on a card, where the operator shows prices.

card-price = devrait coûter { USD($price) }
