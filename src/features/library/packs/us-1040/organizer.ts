import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, date, files, is, many, note, number, one, section, story, text, ticked, yes, yesNo } from '../blocks.ts'

const you = section('s_you', 'About you', [
  note(
    'n_start',
    'Answer for the tax year in the title of this organizer, not for the year we are in now.\n\nEverything is saved as you type. Scans, PDFs and readable photos are all fine.',
  ),
  one('marital_status', 'Were you married on December 31 of the tax year?', {
    single: 'No, never married',
    married: 'Yes',
    separated: 'Divorced or legally separated by then',
    widowed: 'Widowed',
  }),
  text('spouse_name', 'Full legal name of your spouse', {
    help: 'As printed on the Social Security card.',
    when: is('marital_status', 'married'),
  }),
  one(
    'filing_wish',
    'How do you want to file?',
    { joint: 'Jointly', separate: 'Separately', advise: 'Please advise us' },
    { when: is('marital_status', 'married') },
  ),
  date('widowed_on', 'When did your spouse die?', { when: is('marital_status', 'widowed') }),
  yesNo('moved', 'Did you change address or state of residence during the year?'),
  story('moves', 'Each address with the dates you lived there', { when: yes('moved') }),
  yesNo('claimable', 'Can somebody else, a parent for instance, claim you as a dependent?'),
  number('ip_pin', 'Identity protection PIN for this filing season', {
    help: 'Six digits, from the letter the IRS sends at the turn of the year. Leave it empty if you never got one.',
    optional: true,
  }),
])

const dependents = section('s_dependents', 'Children and other dependents', [
  yesNo('has_dependents', 'Did you support a child or another person who lived with you or relied on you?'),
  story('dependents', 'Who are they?', {
    help: 'For each: full name, date of birth, Social Security number if new to us, and months lived with you.',
    when: yes('has_dependents'),
  }),
  yesNo('childcare', 'Did you pay for care so that you, or your spouse, could work or study?', {
    when: yes('has_dependents'),
  }),
  story('care_providers', "Each provider's name, address, tax ID and the amount you paid", { when: yes('childcare') }),
  yesNo('college', 'Was anyone on this return enrolled in college or a vocational school?'),
  files('f_1098t', 'Forms 1098-T and receipts for required books', { when: yes('college') }),
])

const income = section('s_income', 'Income', [
  many('income', 'Which of these did you, or your spouse, receive?', {
    wages: 'Wages or salary (W-2)',
    interest: 'Interest or dividends (1099-INT, 1099-DIV)',
    sales: 'Sales of stock, funds or other investments (1099-B)',
    self_employed: 'Freelance or business income (1099-NEC, 1099-K, cash)',
    retirement: 'Pension, annuity or IRA payments (1099-R)',
    social_security: 'Social Security benefits (SSA-1099)',
    unemployment: 'Unemployment pay or a state refund (1099-G)',
    k1: 'A share of a partnership, S corporation, estate or trust (Schedule K-1)',
    rental: 'Rent from property',
    none: 'None of these',
  }),
  files('f_w2', 'Form W-2, one from each employer', { when: ticked('income', 'wages') }),
  files('f_1099', 'All 1099 and SSA-1099 forms', {
    help: 'Brokers often send corrected forms in March. If yours is marked preliminary, wait for the final one.',
    when: any(
      ticked('income', 'interest'),
      ticked('income', 'sales'),
      ticked('income', 'retirement'),
      ticked('income', 'social_security'),
      ticked('income', 'unemployment'),
    ),
  }),
  files('f_k1', 'Schedules K-1 that have arrived', {
    help: 'They are often late. Send the rest of your papers now and the missing ones when they come.',
    optional: true,
    when: ticked('income', 'k1'),
  }),
  yesNo('digital_assets', 'Did you receive, sell, exchange or otherwise dispose of any digital asset?', {
    help: 'Cryptocurrency, stablecoins and NFTs count. Buying with dollars and only holding does not.',
  }),
  files('f_digital_assets', 'Transaction report of each exchange or wallet', { when: yes('digital_assets') }),
])

const businessAndRental = section(
  's_business',
  'Business and rental',
  [
    files('f_business', 'Income and expenses of the business for the year', {
      help: 'A profit and loss report, a spreadsheet or your own list.',
      when: ticked('income', 'self_employed'),
    }),
    story('business_use', 'Business miles driven, and square feet of your home used only for the business', {
      optional: true,
      when: ticked('income', 'self_employed'),
    }),
    files('f_rental', 'Rent received and expenses paid, for each property', { when: ticked('income', 'rental') }),
    number('personal_days', 'Days you or your family used the property yourselves', {
      when: ticked('income', 'rental'),
    }),
  ],
  any(ticked('income', 'self_employed'), ticked('income', 'rental')),
)

const deductions = section('s_deductions', 'Payments that may lower your tax', [
  many('paid', 'Which of these did you pay during the year?', {
    mortgage: 'Mortgage interest or property tax',
    charity: 'Gifts to charity',
    medical: 'Large medical bills that no insurance covered',
    student_loan: 'Student loan interest',
    hsa: 'Contributions to, or payments from, a health savings account',
    ira: 'Contributions to an IRA',
    none: 'None of these',
  }),
  files('f_home', 'Form 1098 and property tax bills', { when: ticked('paid', 'mortgage') }),
  files('f_charity', 'Receipts for gifts', {
    help: 'Each single gift of $250 or more needs a letter from the charity.',
    when: ticked('paid', 'charity'),
  }),
  number('medical_total', 'Total of the medical bills you paid yourselves', { when: ticked('paid', 'medical') }),
  files('f_loan_hsa', 'Forms 1098-E, 1099-SA and 5498-SA, as far as they apply', {
    when: any(ticked('paid', 'student_loan'), ticked('paid', 'hsa')),
  }),
  number('ira_amount', 'IRA contributions for the tax year', {
    help: 'Those made until the filing deadline count too. Say in the last section if it was a Roth IRA.',
    when: ticked('paid', 'ira'),
  }),
])

const insuranceAndAbroad = section('s_insurance', 'Health insurance, prepayments and abroad', [
  yesNo('marketplace', 'Did anyone on this return have health insurance through the Marketplace?'),
  files('f_1095a', 'Form 1095-A', {
    help: 'The IRS rejects the return without it.',
    when: yes('marketplace'),
  }),
  yesNo('estimates', 'Did you make estimated tax payments for this year?'),
  story('estimate_list', 'Date and amount of each payment, federal and state apart', { when: yes('estimates') }),
  files('f_letters', 'Letters from the IRS or a state, if you got any', { optional: true }),
  yesNo('abroad', 'Did you have income, a bank account or other assets outside the United States?'),
  note('n_abroad', 'We will send you a short second set of questions about this.', yes('abroad')),
])

const finish = section('s_finish', 'Refund and last things', [
  one('refund', 'If you get a refund, how should it be paid?', {
    same: 'To the same bank account as last year',
    other: 'To another bank account',
    apply: 'Apply it to next year',
  }),
  text('bank', 'Routing number and account number', { when: is('refund', 'other') }),
  files('f_prior', "Last year's return, if we did not prepare it", { optional: true }),
  story('anything_else', 'Anything else that changed, or that you would like to ask', { optional: true }),
])

/** What a preparer needs from a US resident individual or couple for Form 1040. */
export const individualReturn: OrganizerDefinition = {
  sections: [you, dependents, income, businessAndRental, deductions, insuranceAndAbroad, finish],
}
