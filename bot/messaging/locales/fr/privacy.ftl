# Ce qui est conservé sur un membre : à lire, à emporter, à effacer.

end-erased = Le clip était conservé pour vous ; il est maintenant effacé, comme vous l’avez demandé.
    .next = Vous n’avez rien d’autre à faire.
reason-erased = effacé à la demande de son membre
