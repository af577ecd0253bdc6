import type { PackEmail } from '../../model.ts'

export const emails: PackEmail[] = [
  {
    key: 'start',
    name: 'ESt: Auftakt',
    subject: 'Ihre Einkommensteuererklärung [TAX_YEAR]',
    body: `Guten Tag [CONTACT_NAME],

wir beginnen mit der Einkommensteuererklärung [TAX_YEAR] für [ACCOUNT_NAME].

In einer gesonderten E-Mail erhalten Sie unseren Fragebogen. Sie sehen nur Fragen, die Sie betreffen, und fügen die Belege gleich an der passenden Stelle hinzu. Legen Sie am besten Lohnsteuerbescheinigung, Steuerbescheinigungen der Banken und Versicherungsnachweise bereit.

Was dem Finanzamt bereits elektronisch vorliegt, rufen wir ab. Um die Abgabefrist kümmern wir uns.

Mit freundlichen Grüßen
[FIRM_NAME]`,
  },
  {
    key: 'eingang',
    name: 'ESt: Unterlagen eingegangen',
    subject: 'Ihre Unterlagen sind eingegangen',
    body: `Guten Tag [CONTACT_NAME],

vielen Dank, Ihre Antworten und Belege für [ACCOUNT_NAME] sind da. Wir prüfen nun, ob alles vollständig ist.

Sie brauchen nichts weiter zu tun. Fehlt etwas, fragen wir gesammelt nach.

Mit freundlichen Grüßen
[FIRM_NAME]`,
  },
  {
    key: 'ausland',
    name: 'ESt: Fragen zum Ausland',
    subject: 'Noch einige Fragen zu Ihren Einkünften im Ausland',
    body: `Guten Tag [CONTACT_NAME],

Sie hatten Einkünfte oder Vermögen im Ausland. Damit Sie dafür nicht doppelt Steuern zahlen, benötigen wir noch einige Angaben und Nachweise.

Dazu erhalten Sie in einer gesonderten E-Mail einen kurzen zweiten Fragebogen. Danach arbeiten wir an Ihrer Erklärung weiter.

Mit freundlichen Grüßen
[FIRM_NAME]`,
  },
  {
    key: 'entwurf',
    name: 'ESt: Entwurf zur Freigabe',
    subject: 'Ihre Steuererklärung liegt zur Freigabe bereit',
    body: `Guten Tag [CONTACT_NAME],

die Erklärung für [ACCOUNT_NAME] ist erstellt und von einer zweiten Person geprüft.

Bitte lesen Sie den Entwurf durch, vor allem persönliche Angaben, Bankverbindung, Kinder und Einkünfte. Ist alles richtig, geben Sie uns die Erklärung frei. Erst danach übermitteln wir sie an das Finanzamt.

Haben Sie eine Frage? Antworten Sie einfach auf diese E-Mail.

Mit freundlichen Grüßen
[FIRM_NAME]`,
  },
  {
    key: 'uebermittelt',
    name: 'ESt: Erklärung übermittelt',
    subject: 'Ihre Steuererklärung ist beim Finanzamt',
    body: `Guten Tag [CONTACT_NAME],

die Erklärung für [ACCOUNT_NAME] ist elektronisch an das Finanzamt übermittelt.

Der Bescheid kommt meist nach einigen Wochen. Erhalten Sie ihn direkt, leiten Sie ihn bitte sofort an uns weiter: Für einen Einspruch bleibt nur ein Monat. Bewahren Sie Ihre Belege auf, das Finanzamt kann sie anfordern.

Mit freundlichen Grüßen
[FIRM_NAME]`,
  },
]
