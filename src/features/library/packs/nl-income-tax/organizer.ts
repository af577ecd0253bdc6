import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, date, files, is, many, note, number, one, section, story, text, ticked, yes, yesNo } from '../blocks.ts'

const persoonlijk = section('s_persoonlijk', 'Uw situatie', [
  note(
    'n_begin',
    'De vragen gaan over het belastingjaar dat in de titel staat, niet over het jaar van nu.\n\nAlles wordt meteen bewaard. Een scan, pdf of goed leesbare foto is prima.',
  ),
  one('situatie', 'Wat was uw situatie op 31 december?', {
    alleen: 'Alleenstaand',
    gehuwd: 'Gehuwd of geregistreerd partnerschap',
    samen: 'Samenwonend',
    gescheiden: 'In de loop van het jaar uit elkaar gegaan',
    verweduwd: 'In de loop van het jaar weduwe of weduwnaar geworden',
  }),
  text('partner', 'Volledige naam van uw partner', {
    when: any(is('situatie', 'gehuwd'), is('situatie', 'samen')),
  }),
  yesNo('samen_aangifte', 'Verzorgen wij ook de aangifte van uw partner?', {
    help: 'Samen aangeven levert vaak voordeel op, omdat aftrekposten dan verdeeld kunnen worden.',
    when: any(is('situatie', 'gehuwd'), is('situatie', 'samen')),
  }),
  date('uit_elkaar', 'Vanaf welke datum stond u op verschillende adressen ingeschreven?', {
    when: is('situatie', 'gescheiden'),
  }),
  story('kinderen', 'Namen en geboortedata van kinderen die bij u wonen, ook bij co-ouderschap', { optional: true }),
  yesNo('verhuisd', 'Bent u in dit jaar verhuisd?'),
  text('nieuw_adres', 'Nieuw adres en datum van de verhuizing', { when: yes('verhuisd') }),
  text('machtigingscode', 'Activeringscode uit de machtigingsbrief', {
    help: 'Hiermee halen wij de vooraf ingevulde gegevens op. Hebt u nog geen brief, sla dit dan over.',
    optional: true,
  }),
])

const inkomen = section('s_inkomen', 'Werk, uitkering en pensioen', [
  many('inkomsten', 'Welke inkomsten had u?', {
    loon: 'Loon uit dienstverband',
    uitkering: 'Uitkering, zoals WW, WIA of bijstand',
    pensioen: 'AOW, pensioen of lijfrente',
    onderneming: 'Winst uit een eigen onderneming',
    bijverdienste: 'Freelancewerk of bijverdiensten zonder onderneming',
    alimentatie: 'Partneralimentatie',
    geen: 'Geen van deze',
  }),
  files('f_jaaropgaven', 'Jaaropgaven van werkgevers, uitkeringen en pensioenen', {
    when: any(ticked('inkomsten', 'loon'), ticked('inkomsten', 'uitkering'), ticked('inkomsten', 'pensioen')),
  }),
  yesNo('ov', 'Reisde u met het openbaar vervoer meer dan 10 kilometer naar uw werk, zonder volledige vergoeding?', {
    when: ticked('inkomsten', 'loon'),
  }),
  files('f_ov', 'Ov-verklaring en opgave van de vergoeding', { when: yes('ov') }),
  story('bijverdiensten', 'Wat deed u, wat ontving u en welke kosten maakte u?', {
    when: ticked('inkomsten', 'bijverdienste'),
  }),
  number('alimentatie_ontvangen', 'Ontvangen partneralimentatie in het hele jaar', {
    when: ticked('inkomsten', 'alimentatie'),
  }),
])

const onderneming = section(
  's_onderneming',
  'Uw onderneming',
  [
    files('f_administratie', 'Jaarrekening, of administratie met winst-en-verliesrekening en balans'),
    yesNo('urencriterium', 'Werkte u minstens 1.225 uur in uw onderneming?', {
      help: 'Ook acquisitie, administratie en reistijd tellen mee. Bewaar uw urenstaat.',
    }),
    files('f_investeringen', 'Facturen van bedrijfsmiddelen van € 450 of meer', { optional: true }),
    yesNo('auto_zaak', 'Reed u ook privé in een auto van de zaak, of zakelijk in uw eigen auto?'),
    story('auto_details', 'Kenteken, zakelijke kilometers en privékilometers', { when: yes('auto_zaak') }),
  ],
  ticked('inkomsten', 'onderneming'),
)

const woning = section('s_woning', 'Wonen', [
  one('woning', 'Hoe woonde u?', {
    huur: 'In een huurwoning of bij anderen',
    koop: 'Het hele jaar in dezelfde koopwoning',
    gewisseld: 'Ik kocht of verkocht in dit jaar een woning',
  }),
  files('f_woz', 'WOZ-beschikking die u in dit jaar kreeg', {
    when: any(is('woning', 'koop'), is('woning', 'gewisseld')),
  }),
  yesNo('hypotheek', 'Had u een hypotheek of andere lening voor de woning?', {
    when: any(is('woning', 'koop'), is('woning', 'gewisseld')),
  }),
  files('f_hypotheek', 'Jaaroverzicht van elke lening', { when: yes('hypotheek') }),
  files('f_notaris', 'Nota’s van afrekening van de notaris', { when: is('woning', 'gewisseld') }),
  files('f_hypotheekkosten', 'Nieuwe leningovereenkomst en nota’s van advies, taxatie en notaris', {
    help: 'Alleen als u in dit jaar een lening afsloot of overzette.',
    optional: true,
    when: yes('hypotheek'),
  }),
])

const vermogen = section('s_vermogen', 'Sparen, beleggen en schulden', [
  files('f_bank', 'Financieel jaaroverzicht van elke bank en elk beleggingsdepot', {
    help: 'Het overzicht noemt de stand op 1 januari en op 31 december; wij gebruiken ze allebei.',
  }),
  many('bezittingen', 'Had u op 1 januari een van deze bezittingen of schulden?', {
    pand: 'Een tweede woning of ander vastgoed',
    crypto: 'Cryptovaluta',
    uitgeleend: 'Geld dat u had uitgeleend',
    schulden: 'Schulden buiten de hypotheek van uw eigen woning',
    belang: 'Aandelen van 5% of meer in een bv',
    geen: 'Geen van deze',
  }),
  story('bezittingen_details', 'Omschrijving en waarde op 1 januari van wat u hierboven aankruiste', {
    when: any(
      ticked('bezittingen', 'pand'),
      ticked('bezittingen', 'crypto'),
      ticked('bezittingen', 'uitgeleend'),
      ticked('bezittingen', 'schulden'),
    ),
  }),
  number('dividend_bv', 'Dividend dat uw bv in dit jaar uitkeerde', { when: ticked('bezittingen', 'belang') }),
  yesNo('werkelijk_rendement', 'Bracht uw vermogen in dit jaar weinig op, of verloor u erop?', {
    help: 'Dan rekenen wij na of opgave van uw werkelijke rendement voordeliger is.',
  }),
  yesNo('buitenland', 'Had u inkomsten, een rekening of een woning in het buitenland?'),
  note('n_buitenland', 'U krijgt hierover van ons nog een korte tweede vragenlijst.', yes('buitenland')),
])

const aftrek = section('s_aftrek', 'Aftrekposten', [
  many('betaald', 'Wat betaalde u in dit jaar?', {
    giften: 'Giften aan goede doelen',
    zorg: 'Zorgkosten die niemand vergoedde',
    alimentatie: 'Partneralimentatie',
    lijfrente: 'Premie of inleg voor een lijfrente',
    aov: 'Premie voor een arbeidsongeschiktheidsverzekering',
    geen: 'Geen van deze',
  }),
  files('f_giften', 'Bewijs van de giften', {
    help: 'Contante giften tellen niet mee. Het goede doel moet een ANBI zijn.',
    when: ticked('betaald', 'giften'),
  }),
  story('zorgkosten', 'Welke zorgkosten, en hoeveel?', {
    help: 'Bijvoorbeeld tandarts, voorgeschreven medicijnen, vervoer of een dieet op voorschrift. Uw zorgpremie en eigen risico tellen niet mee.',
    when: ticked('betaald', 'zorg'),
  }),
  text('alimentatie_betaald', 'Bedrag van de alimentatie, en naam en BSN van de ontvanger', {
    when: ticked('betaald', 'alimentatie'),
  }),
  files('f_lijfrente', 'Opgave van de lijfrente en uw pensioenoverzicht met factor A', {
    when: ticked('betaald', 'lijfrente'),
  }),
  files('f_aov', 'Opgave van de betaalde premie', { when: ticked('betaald', 'aov') }),
])

const afronden = section('s_afronden', 'Tot slot', [
  files('f_aanslagen', 'Voorlopige aanslag en andere brieven van de Belastingdienst', { optional: true }),
  text('iban', 'Rekeningnummer (IBAN), als dat veranderd is', { optional: true }),
  story('verder', 'Is er verder iets veranderd, of wilt u iets vragen?', { optional: true }),
])

/** What a preparer needs from a resident of the Netherlands for boxes 1, 2 and 3. */
export const aangifte: OrganizerDefinition = {
  sections: [persoonlijk, inkomen, onderneming, woning, vermogen, aftrek, afronden],
}
