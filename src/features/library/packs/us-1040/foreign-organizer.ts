import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, files, many, number, section, story, ticked, yes, yesNo } from '../blocks.ts'

const income = section('s_income', 'Income from abroad', [
  story('countries', 'Which countries, and what connects you to each?', {
    help: 'For example: worked in Canada from March to June; inherited a flat in Portugal.',
  }),
  many('kinds', 'What did you receive from abroad?', {
    wages: 'Wages or self-employment income',
    capital: 'Interest, dividends or gains',
    pension: 'A pension',
    rent: 'Rent',
    none: 'Nothing, I only hold accounts or assets',
  }),
  number('days_away', 'Full days you spent outside the United States during the year', {
    help: 'With 330 or more in any twelve months, part of your earnings may be tax free.',
    when: ticked('kinds', 'wages'),
  }),
  files('f_income', 'Statements of this income', {
    help: 'Amounts may stay in the foreign currency, we convert them.',
    optional: true,
  }),
  yesNo('tax_paid', 'Did you pay tax on it in another country?'),
  files('f_tax_paid', 'Foreign return, assessment or proof of the tax withheld', { when: yes('tax_paid') }),
])

const accounts = section('s_accounts', 'Accounts and assets abroad', [
  yesNo('over_10k', 'Added together, did your accounts abroad ever hold more than $10,000?', {
    help: 'Count each at its highest balance of the year, including joint accounts and those you only sign for.',
  }),
  story('account_list', 'Each account: bank and its address, account number, highest balance, other owners', {
    when: yes('over_10k'),
  }),
  many('holdings', 'Do you hold any of these outside the United States?', {
    company: 'Shares of a company in which you own 10% or more',
    partnership: 'A share in a partnership',
    funds: 'Mutual funds, ETFs or insurance with an investment part',
    trust: 'A trust, or a gift or inheritance of more than $100,000 from abroad',
    none: 'None of these',
  }),
  story('holding_details', 'Name, country and value of each of them', {
    when: any(
      ticked('holdings', 'company'),
      ticked('holdings', 'partnership'),
      ticked('holdings', 'funds'),
      ticked('holdings', 'trust'),
    ),
  }),
])

/** Sent only to accounts tagged Foreign income: Forms 2555, 1116, 8938 and the FBAR follow from it. */
export const foreignIncome: OrganizerDefinition = { sections: [income, accounts] }
