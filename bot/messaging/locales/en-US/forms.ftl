# Forms in general; what each one asks stands with what it is for.

modal-out-of-date = This form is out of date, so it was not taken. Nothing was changed or charged. Press the button again for a new one.
modal-not-opened = The form could not be opened. Nothing was changed or charged. Try again in a minute.
