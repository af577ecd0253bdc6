import type { PackTask } from '../../model.ts'

export const tasks: PackTask[] = [
  {
    key: 'controleren',
    name: 'IB: stukken controleren en labels zetten',
    title: 'Stukken controleren van [ACCOUNT_NAME]',
    description: `Haal de vooraf ingevulde gegevens op en leg ze naast de vragenlijst en de aangifte van vorig jaar.

Zet de labels voordat je deze taak afrondt, want ze bepalen het vervolg: Buitenland, Ondernemer, Werkelijk rendement.

Meld de cliënt aan voor uitstel als 1 mei krap wordt. Vraag alles wat ontbreekt in één bericht.`,
    priority: 'medium',
    dueInDays: 3,
  },
  {
    key: 'verdrag',
    name: 'IB: buitenland beoordelen',
    title: 'Buitenlandse inkomsten beoordelen van [ACCOUNT_NAME]',
    description:
      'Woonplaats, toewijzing volgens het verdrag, methode van voorkoming en premieplicht (A1). Bij verhuizing in het jaar: M-aangifte. Leg de keuze vast in het dossier.',
    priority: 'high',
    dueInDays: 7,
  },
  {
    key: 'opstellen',
    name: 'IB: aangifte opstellen',
    title: 'Aangifte opstellen voor [ACCOUNT_NAME]',
    description: `Box 1, 2 en 3 invullen en elk verschil met vorig jaar verklaren.

Bij fiscale partners de gunstigste verdeling berekenen, ook van box 3. Verliezen, restant persoonsgebonden aftrek en lijfrenteruimte meenemen. Punten voor de beoordelaar noteren.`,
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'winst',
    name: 'IB: winst uit onderneming',
    title: 'Winst uit onderneming van [ACCOUNT_NAME]',
    description:
      'Aansluiting met de jaarcijfers en de btw-aangiften, ondernemersaftrek, mkb-winstvrijstelling, investeringsaftrek, auto en privégebruik. Urenstaat in het dossier.',
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'werkelijk_rendement',
    name: 'IB: werkelijk rendement box 3',
    title: 'Werkelijk rendement berekenen voor [ACCOUNT_NAME]',
    description:
      'Rente, dividend, huur en waardeverandering over alle bezittingen samen; van de kosten telt alleen rente op schulden mee. Vergelijken met het forfait; alleen opgeven als het lager is.',
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'beoordelen',
    name: 'IB: aangifte beoordelen',
    title: 'Aangifte beoordelen van [ACCOUNT_NAME]',
    description:
      'Niet door degene die de aangifte opstelde. Elk stuk terugvinden in de aangifte, partnerverdeling narekenen, IBAN en voorlopige aanslag controleren.',
    priority: 'high',
    dueInDays: 4,
  },
  {
    key: 'akkoord',
    name: 'IB: akkoord van de cliënt',
    title: 'Akkoord vragen aan [ACCOUNT_NAME]',
    description: 'Concept delen en het akkoord van beide partners vastleggen. Na een week herinneren, daarna bellen.',
    priority: 'high',
    dueInDays: 7,
  },
  {
    key: 'indienen',
    name: 'IB: aangifte indienen',
    title: 'Aangifte indienen voor [ACCOUNT_NAME]',
    description:
      'Pas na akkoord. Ontvangstbevestiging van Digipoort bewaren en zo nodig de voorlopige aanslag van het lopende jaar aanpassen.',
    priority: 'urgent',
    dueInDays: 9,
  },
  {
    key: 'aanslag',
    name: 'IB: aanslag controleren',
    title: 'Aanslag controleren van [ACCOUNT_NAME]',
    description:
      'Aanslag naast de ingediende aangifte leggen. Wijkt die af: binnen zes weken na de dagtekening bezwaar maken. Daarna de opdracht archiveren.',
    priority: 'medium',
    dueInDays: 90,
  },
]
