# O que a moderação vê e controla.

## Regras

name-video-mod = video-mod
name-video-mod-rules = regras
name-video-mod-rules-add = adicionar
name-video-mod-rules-remove = remover
name-video-mod-rules-list = lista
name-video-mod-rules-test = testar
option-kind = tipo
option-text = texto
option-rule = regra
video-mod-description = Veja e controle o que os membros deste servidor podem pedir
video-mod-rules-description = O que não pode ser pedido neste servidor
video-mod-rules-add-description = Adicione uma regra: os pedidos que a violam são recusados
video-mod-rules-add-kind = Como a regra é lida: como palavra, como frase ou como padrão
video-mod-rules-add-kind-word = palavra
video-mod-rules-add-kind-phrase = frase
video-mod-rules-add-kind-pattern = padrão
video-mod-rules-add-text = A palavra ou as palavras; para um padrão, uma expressão regular
video-mod-rules-remove-description = Remova uma regra
video-mod-rules-remove-rule = Qual regra: escolha uma, ou digite o número dela
video-mod-rules-list-description = Liste as regras deste servidor
video-mod-rules-test-description = Veja quais regras um texto violaria e por quê
video-mod-rules-test-text = O que testar, como um membro digitaria
rules-none = Este servidor não tem regras. `/video-mod regras adicionar` cria uma.
rules-heading = **Regras deste servidor**: { $count } de no máximo { $limit }
rules-line = #{ $number } · { $kind } · { $text }
rules-in-file = Elas estão no arquivo: número, tipo e texto, uma regra por linha.
rule-added = A regra foi adicionada e vale a partir de agora: { $rule }
rule-removed = A regra foi removida e não vale mais: { $rule }
rules-test-passes = Este texto não viola nenhuma regra.
rules-test-hits = { $count ->
    [one] Este texto viola uma regra.
   *[other] Este texto viola { $count } regras.
  }
rules-test-line = { $rule }: { $why }
rules-test-more = { $count ->
    [one] Mais uma regra é violada.
   *[other] Mais { $count } regras são violadas.
  }
rules-why-written = { $found } é o termo exato
rules-why-disguised = { $found } é o termo disfarçado
rules-why-stretched = { $found } é o termo com letras esticadas
rules-why-inside = { $found } aparece dentro do texto
rules-why-pattern = { $found } corresponde ao padrão
rule-known = Este servidor já tem esta regra. Nada foi alterado.
rule-too-many = Um servidor pode ter até { $limit } regras, e este já chegou ao limite. Nada foi alterado. Remova uma com `/video-mod regras remover`, ou junte várias palavras em um padrão.
rule-too-long = São { $chars } caracteres; o máximo é { $limit }. Nada foi alterado. Encurte o texto ou divida em duas regras.
rule-empty = Uma regra precisa de pelo menos uma letra ou um número. Nada foi alterado. Um exemplo: `spider`.
rule-not-one-word = Isso é mais de uma palavra. Nada foi alterado. Para palavras em sequência, escolha o tipo frase. Um exemplo: `black cat`.
rule-kind-unknown = Uma regra é uma palavra, uma frase ou um padrão. Nada foi alterado. Escolha um deles e tente de novo.
rule-pattern-ill = Este padrão não pode ser usado: tem um erro, é grande demais ou corresponde a qualquer texto. Nada foi alterado. Um exemplo: `\bfox(es)?\b`.
rule-patterns-too-heavy = Juntos, os padrões deste servidor levariam tempo demais. Nada foi alterado. Encurte este ou remova outro.
rule-id-unreadable = Uma regra é indicada pelo número. Nada foi alterado. Um exemplo: `12`. Os números estão em `/video-mod regras lista`.
rule-not-found = Este servidor não tem essa regra. Nada foi alterado. As que ele tem estão em `/video-mod regras lista`.
rules-in-servers = As regras pertencem a um servidor. Use o comando lá.
refused-prompt-rule = A moderação deste servidor não permite o que esta descrição pede. { -free } Descreva outra coisa; a moderação pode dizer mais. Referência `{ $reference }`.
