# Lo que la moderación de un servidor fija para él.

## Requests that it does not take

button-publicly = Pedir en público
refused-private-not-allowed = { $allowed ->
    [moderators] Los clips que solo tú ves son para la moderación de este servidor
   *[nobody] En este servidor no se hacen clips que solo vea una persona
  }. { -free } **{ button-publicly }** pide el mismo clip a la vista de todos; el comando sin `{ option-private }`, también. Referencia `{ $reference }`.
refused-private-not-allowed-default = Tus preferencias piden clips que solo tú ves, { $allowed ->
    [moderators] y esos son para la moderación de este servidor
   *[nobody] y este servidor no hace clips así
  }. Por eso nadie ha visto esta petición. { -free } **{ button-publicly }** pide el clip a la vista de todos; el comando con `{ option-private }` en falso, también. `/{ name-videos } { name-videos-defaults }` cambia tus preferencias. Referencia `{ $reference }`.
refused-age-restricted-only = Este servidor solo tiene clips en sus canales con restricción de edad, y este canal no lo es. { -free } Vuelve a pedirlo en uno de ellos. Referencia `{ $reference }`.
