import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, date, files, many, note, number, section, story, ticked, yes, yesNo } from '../blocks.ts'

const bolaget = section('s_bolaget', 'Bolaget och året', [
  note(
    'n_start',
    'Svaren gäller räkenskapsåret och läget på balansdagen, alltså årets sista dag.\n\nAllt sparas medan du skriver. Skannade sidor, pdf-filer och tydliga foton går lika bra.',
  ),
  date('aret_borjar', 'Räkenskapsårets första dag'),
  date('aret_slutar', 'Räkenskapsårets sista dag'),
  many('andringar', 'Har något av detta ändrats under året eller efteråt?', {
    styrelse: 'Styrelse, vd eller firmatecknare',
    agare: 'Ägare eller antal aktier',
    verksamhet: 'Verksamheten',
    adress: 'Adress eller säte',
    inget: 'Inget av detta',
  }),
  story('andringar_vad', 'Vad har ändrats, och från vilken dag?', {
    when: any(
      ticked('andringar', 'styrelse'),
      ticked('andringar', 'agare'),
      ticked('andringar', 'verksamhet'),
      ticked('andringar', 'adress'),
    ),
  }),
  story('handelser', 'Viktiga händelser under året och efter dess slut', {
    help: 'De hör hemma i förvaltningsberättelsen: en ny stor kund, en tvist, en flytt, ett förvärv. Skriv ”inga” om det var ett vanligt år.',
  }),
])

const bank = section('s_bank', 'Bank, kassa och lån', [
  files('f_engagemang', 'Årsbesked från varje bank, per balansdagen', {
    help: 'Där står tillgångar, skulder, räntor och säkerheter på samma papper.',
  }),
  yesNo('kassa', 'Fanns det kontanter i kassan?'),
  files('f_kassa', 'Kassainventering, daterad och underskriven', { when: yes('kassa') }),
  yesNo('lan', 'Har bolaget lån, kredit eller avbetalningsköp?'),
  files('f_lan', 'Lånebesked, och avtal för det som är nytt i år', { when: yes('lan') }),
  yesNo('sakerheter', 'Har bolaget lämnat säkerhet eller gått i borgen för någon?'),
  story('sakerheter_vad', 'Vilken säkerhet, för vem och på vilket belopp?', { when: yes('sakerheter') }),
])

const kunder = section('s_kunder', 'Försäljning och kunder', [
  files('f_kundreskontra', 'Kundreskontra per balansdagen, om vi inte sköter den', { optional: true }),
  yesNo('osakra', 'Finns det fordringar som du inte räknar med att få betalt för?'),
  story('osakra_vilka', 'Kund, fakturanummer, belopp och varför', { when: yes('osakra') }),
  yesNo('ofakturerat', 'Utförde eller levererade ni något före balansdagen som fakturerades efteråt?'),
  story('ofakturerat_vad', 'Kund, uppdrag, belopp utan moms och färdigställandegrad', { when: yes('ofakturerat') }),
  yesNo('forskott', 'Har kunder betalat i förskott för något som inte var levererat?'),
  story('forskott_vad', 'Kund, belopp och vad som återstår att leverera', { when: yes('forskott') }),
])

const leverantorer = section('s_leverantorer', 'Inköp och leverantörer', [
  files('f_leverantorsreskontra', 'Leverantörsreskontra per balansdagen, om vi inte sköter den', { optional: true }),
  files('f_sena_fakturor', 'Fakturor som kom efter balansdagen men gäller året', { optional: true }),
  yesNo('forutbetalt', 'Har ni betalat hyra, försäkring, licenser eller annat som sträcker sig in på nästa år?'),
  story('forutbetalt_vad', 'Vad, belopp och vilken period det täcker', { when: yes('forutbetalt') }),
])

const lagerOchInventarier = section('s_lager', 'Lager och inventarier', [
  yesNo('lager', 'Har bolaget varulager eller pågående arbeten?'),
  files('f_lager', 'Inventeringslista per balansdagen, underskriven av den som räknade', {
    help: 'Ange antal och anskaffningspris, och märk ut varor som är svåra att sälja.',
    when: yes('lager'),
  }),
  yesNo('inventarier', 'Har ni köpt, sålt eller kasserat maskiner, inventarier eller bilar?'),
  files('f_inventarier', 'Fakturor och avtal, och en lista över det som har kasserats', { when: yes('inventarier') }),
])

const personal = section('s_personal', 'Personal', [
  yesNo('anstallda', 'Hade bolaget anställda, ägare med lön inräknade?'),
  number('medelantal', 'Medelantalet anställda under året', {
    help: 'Räkna om till heltid. Två personer som arbetade ett halvår var räknas som en.',
    when: yes('anstallda'),
  }),
  files('f_semester', 'Semesterskuldlista per balansdagen', {
    help: 'Sparade och intjänade dagar med lön per dag. Den behövs inte om vi sköter lönerna.',
    optional: true,
    when: yes('anstallda'),
  }),
  yesNo('skuld_lon', 'Fanns det bonus, provision eller övertid som inte var utbetald på balansdagen?', {
    when: yes('anstallda'),
  }),
  story('skuld_lon_vad', 'Vem, vad och belopp', { when: yes('skuld_lon') }),
])

const agare = section('s_agare', 'Ägare, utdelning och skatt', [
  yesNo('mellanhavanden', 'Har ägare eller närstående lånat av eller till bolaget, eller gjort egna utlägg?', {
    help: 'Bolaget får i regel inte låna ut till ägare och närstående. Säg till redan nu, så hinner vi rätta.',
  }),
  story('mellanhavanden_vad', 'Vem, belopp, dag och om det är återbetalt', { when: yes('mellanhavanden') }),
  yesNo('utdelning', 'Vill ni dela ut vinst på årsstämman?'),
  number('utdelning_belopp', 'Önskad utdelning i kronor', {
    help: 'Skriv 0 om vi ska föreslå ett belopp.',
    when: yes('utdelning'),
  }),
  yesNo('agarna_deklarerar', 'Ska vi också räkna fram utdelningsutrymmet för ägarnas K10?'),
  story('ovrigt', 'Annat vi bör veta, eller som du vill fråga om', { optional: true }),
])

/** What closing the books and the annual report of a smaller Swedish company (AB, K2 or K3) take. */
export const bokslut: OrganizerDefinition = {
  sections: [bolaget, bank, kunder, leverantorer, lagerOchInventarier, personal, agare],
}
