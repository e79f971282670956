# Formulários em geral; o que cada um pergunta fica junto do assunto dele.

modal-out-of-date = Este formulário está desatualizado, por isso não foi aceito. { -unchanged } Aperte o botão outra vez para abrir um novo.
modal-not-opened = Não foi possível abrir o formulário. { -unchanged } Tente de novo em um minuto.
