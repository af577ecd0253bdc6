import type { PackEmail } from '../../model.ts'

export const emails: PackEmail[] = [
  {
    key: 'start',
    name: 'IB: we gaan beginnen',
    subject: 'Uw aangifte inkomstenbelasting [TAX_YEAR]',
    body: `Beste [CONTACT_NAME],

Wij gaan aan de slag met de aangifte inkomstenbelasting [TAX_YEAR] van [ACCOUNT_NAME].

In een aparte mail krijgt u onze vragenlijst. U ziet alleen vragen die voor u gelden, en uw stukken voegt u toe waar erom gevraagd wordt. Leg vooral uw jaaropgaven, het hypotheekoverzicht, de WOZ-beschikking en de jaaroverzichten van uw bank klaar.

Wij vragen zo nodig uitstel voor u aan. U hoeft zich over de termijn dus geen zorgen te maken.

Met vriendelijke groet,
[FIRM_NAME]`,
  },
  {
    key: 'ontvangen',
    name: 'IB: stukken ontvangen',
    subject: 'Wij hebben uw antwoorden ontvangen',
    body: `Beste [CONTACT_NAME],

Hartelijk dank, uw antwoorden en stukken zijn binnen. Wij kijken na of alles er is.

U hoeft nu niets te doen. Ontbreekt er iets, dan vragen wij dat in één keer.

Met vriendelijke groet,
[FIRM_NAME]`,
  },
  {
    key: 'buitenland',
    name: 'IB: vragen over het buitenland',
    subject: 'Nog enkele vragen over het buitenland',
    body: `Beste [CONTACT_NAME],

U had in dit jaar inkomsten of bezittingen buiten Nederland. Om te voorkomen dat u daarover twee keer belasting betaalt, hebben wij nog wat gegevens nodig.

U krijgt daarvoor een korte tweede vragenlijst, in een aparte mail. Daarna gaan wij verder met uw aangifte.

Met vriendelijke groet,
[FIRM_NAME]`,
  },
  {
    key: 'concept',
    name: 'IB: concept klaar voor akkoord',
    subject: 'Uw aangifte is klaar voor uw akkoord',
    body: `Beste [CONTACT_NAME],

De aangifte van [ACCOUNT_NAME] is klaar en door een collega nagekeken.

Wilt u het concept doorlezen? Let vooral op uw persoonlijke gegevens, de verdeling met uw partner, uw rekeningnummer en uw bezittingen op 1 januari. Klopt alles, geef ons dan uw akkoord. Zonder uw akkoord dienen wij niets in.

Hebt u een vraag, beantwoord dan gewoon deze mail.

Met vriendelijke groet,
[FIRM_NAME]`,
  },
  {
    key: 'ingediend',
    name: 'IB: aangifte ingediend',
    subject: 'Uw aangifte is ingediend',
    body: `Beste [CONTACT_NAME],

De aangifte van [ACCOUNT_NAME] is ingediend bij de Belastingdienst.

U krijgt nu eerst een voorlopige en later een definitieve aanslag. Stuurt u ons die door zodra ze er zijn? Wij controleren ze, want bezwaar maken kan maar zes weken.

Met vriendelijke groet,
[FIRM_NAME]`,
  },
]
