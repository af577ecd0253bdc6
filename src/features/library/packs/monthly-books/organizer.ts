import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, files, is, many, note, number, one, section, story, ticked, yes, yesNo } from '../blocks.ts'

const bank = section('s_bank', 'Bank and cards', [
  note(
    'n_start',
    'These questions are about the month in the title. Where nothing happened, the answer is one tap.\n\nIf we read your bank by a feed, you only add statements of accounts that the feed leaves out.',
  ),
  files('f_statements', 'Statements of accounts, cards and payment services that we cannot read ourselves', {
    optional: true,
  }),
  yesNo('accounts_changed', 'Did you open or close a bank account or card?'),
  story('account_changes', 'Which bank, the last four digits, opened or closed, and from what day', {
    when: yes('accounts_changed'),
  }),
  yesNo('mixed', 'Did business money pay for something private, or private money for something of the business?'),
  story('mixed_list', 'Date, amount and what it was for', {
    help: 'One line each. Transfers to yourself count as well.',
    when: yes('mixed'),
  }),
])

const sales = section('s_sales', 'Sales', [
  one('sales_complete', 'Are all sales of the month invoiced or in the till?', {
    yes: 'Yes, all of them',
    no: 'No, some are still to be invoiced',
  }),
  story('uninvoiced', 'Customer, what you delivered and about how much', { when: is('sales_complete', 'no') }),
  many('channels', 'Where else did money come in?', {
    cash: 'Cash or checks',
    marketplace: 'An online store or marketplace',
    cards: 'A card terminal or payment service',
    none: 'Nowhere else',
  }),
  number('cash_total', 'Cash and checks received, in total', { when: ticked('channels', 'cash') }),
  files('f_payouts', 'Payout reports of the store or marketplace', {
    help: 'The report with gross sales, fees and refunds; the bank shows only what is left of them.',
    when: ticked('channels', 'marketplace'),
  }),
  files('f_processor', 'Monthly report of the terminal or payment service', { when: ticked('channels', 'cards') }),
  yesNo('bad_debts', 'Is there an open invoice that you no longer expect to be paid?'),
  story('bad_debt_list', 'Customer, invoice number and the reason', { when: yes('bad_debts') }),
])

const bills = section('s_bills', 'Bills and purchases', [
  yesNo('open_bills', 'Were there bills for this month that you had not paid by its last day?'),
  files('f_bills', 'Those bills', { when: yes('open_bills') }),
  files('f_receipts', 'Receipts you have not sent us yet', { optional: true }),
  yesNo('equipment', 'Did you buy, sell or scrap equipment, a vehicle or furniture?', {
    help: 'Single items of $2,500 or more matter most.',
  }),
  files('f_equipment', 'Invoice or bill of sale', { when: yes('equipment') }),
  yesNo(
    'prepaid',
    'Did you pay for something that covers more than this month, such as insurance or a yearly license?',
  ),
  story('prepaid_list', 'What it is, the amount and the period it covers', { when: yes('prepaid') }),
])

const people = section('s_people', 'People', [
  one('workers', 'Who worked for the business this month?', {
    nobody: 'Only the owners',
    employees: 'Employees',
    contractors: 'Contractors',
    both: 'Employees and contractors',
  }),
  yesNo('payroll_changed', 'Did anyone start, leave or get a different wage?', {
    when: any(is('workers', 'employees'), is('workers', 'both')),
  }),
  story('payroll_changes', 'Who, what changed and from what day', { when: yes('payroll_changed') }),
  yesNo('new_contractor', 'Did you pay a contractor for the first time?', {
    when: any(is('workers', 'contractors'), is('workers', 'both')),
  }),
  files('f_w9', 'Their signed Form W-9', {
    help: 'Ask for it before the first payment; afterwards it is hard to get.',
    when: yes('new_contractor'),
  }),
])

const stockAndLoans = section('s_stock', 'Inventory and loans', [
  yesNo('has_stock', 'Do you hold inventory?'),
  number('stock_value', 'Value of the inventory at the end of the month, at cost', { when: yes('has_stock') }),
  files('f_stock', 'Count sheet or stock report', { optional: true, when: yes('has_stock') }),
  yesNo('loan_changed', 'Did you take out, repay or change a loan or lease?'),
  files('f_loan', 'Agreement and repayment schedule', { when: yes('loan_changed') }),
])

const finish = section('s_finish', 'Sales tax and last things', [
  yesNo('new_state', 'Did you sell, store goods or hire somebody in a state where you had not before?'),
  story('new_states', 'Which state, and what happened there', { when: yes('new_state') }),
  files('f_notices', 'Letters from tax offices or agencies', { optional: true }),
  story('anything_else', 'Anything unusual, or anything you want to know from these figures', { optional: true }),
])

/** The month-end questions for a small US business; a quiet month takes about twelve answers. */
export const monthEnd: OrganizerDefinition = { sections: [bank, sales, bills, people, stockAndLoans, finish] }
