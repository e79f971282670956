# What was encrypted with a key that `DATA_KEY` does not hold any more.

prompt-unreadable = Un clip dont la description est illisible pour le moment
text-unreadable = illisible : sa clé manque
case-unreadable = Ce qui a été demandé ne peut pas être lu : il manque la clé qui a servi à le chiffrer. L’opérateur du bot peut la remettre.
log-unreadable = { $count ->
    [one] La recherche n’a pas pu porter sur une demande, car la clé de ses textes manque.
   *[other] La recherche n’a pas pu porter sur { $count } demandes, car la clé de leurs textes manque.
  } L’opérateur du bot peut la remettre.
export-unreadable = { $count ->
    [one] Une demande est sans ses textes, car leur clé manque.
   *[other] { $count } demandes sont sans leurs textes, car leur clé manque.
  } L’opérateur du bot peut la remettre.
