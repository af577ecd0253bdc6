import type { PackEmail } from '../../model.ts'

export const emails: PackEmail[] = [
  {
    key: 'kick_off',
    name: 'Bookkeeping: month-end questions',
    subject: 'Closing [LAST_MONTH_NAME] for [ACCOUNT_NAME]',
    body: `Dear [FIRST_NAME],

[LAST_MONTH_NAME] is over, so we would like to close it while it is fresh.

A separate mail brings you our month-end questions. In a quiet month they take ten minutes; please have statements and receipts ready that we cannot see ourselves. With your answers by the seventh you get your figures by the middle of the month.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'received',
    name: 'Bookkeeping: answers received',
    subject: 'Thank you, we are closing your month',
    body: `Dear [FIRST_NAME],

Your answers and papers for [ACCOUNT_NAME] are in. We now post what is missing and reconcile every account.

If a payment puzzles us we will ask, in one list and not one by one.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'sales_tax',
    name: 'Bookkeeping: sales tax return coming up',
    subject: 'We are preparing your sales tax return',
    body: `Dear [FIRST_NAME],

Your books are reconciled, and we are now preparing the sales tax return for [ACCOUNT_NAME].

You will hear the amount and the day it leaves your bank account before we file. Please make sure that the balance covers it.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'closed',
    name: 'Bookkeeping: month closed',
    subject: 'Your month is closed, the reports are ready',
    body: `Dear [FIRST_NAME],

The month is closed for [ACCOUNT_NAME]. You have your profit and loss, balance sheet and the list of unpaid invoices, with a short note on what stands out.

Please do not change or delete entries in the closed month. If something has to be corrected, tell us, and we book it where it belongs.

Kind regards,
[FIRM_NAME]`,
  },
]
