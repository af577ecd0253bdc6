import type { PackTask } from '../../model.ts'

export const tasks: PackTask[] = [
  {
    key: 'post',
    name: 'Bookkeeping: post the month',
    title: 'Post the month for [ACCOUNT_NAME]',
    description: `Clear the bank feed; nothing may remain uncategorized. Enter bills, receipts and payout reports gross, with fees and refunds apart.

Book what the organizer says about private payments, equipment and prepaid costs.`,
    priority: 'medium',
    dueInDays: 4,
  },
  {
    key: 'payroll',
    name: 'Bookkeeping: book payroll',
    title: 'Book payroll for [ACCOUNT_NAME]',
    description:
      'Wages, employer taxes and benefits from the payroll register. Tie wages payable and withheld taxes to the payments made.',
    priority: 'medium',
    dueInDays: 4,
  },
  {
    key: 'reconcile',
    name: 'Bookkeeping: reconcile accounts',
    title: 'Reconcile the accounts of [ACCOUNT_NAME]',
    description:
      'Every bank account, card, loan and clearing account to its statement, to the cent. List items older than 60 days.',
    priority: 'medium',
    dueInDays: 6,
  },
  {
    key: 'sales_tax',
    name: 'Bookkeeping: sales tax return',
    title: 'Prepare and file sales tax for [ACCOUNT_NAME]',
    description: `Tie taxable sales to the income accounts, check marketplace sales and exemption certificates, and look at new states named in the organizer.

Tell the client amount and date before filing. Keep the confirmation.`,
    priority: 'high',
    dueInDays: 8,
  },
  {
    key: 'accruals',
    name: 'Bookkeeping: month-end entries',
    title: 'Month-end entries for [ACCOUNT_NAME]',
    description: 'Depreciation, prepaid costs, accrued bills, loan interest, inventory to the count, owner accounts.',
    priority: 'medium',
    dueInDays: 2,
  },
  {
    key: 'review',
    name: 'Bookkeeping: review the month',
    title: 'Review the month of [ACCOUNT_NAME]',
    description:
      'Compare with last month and with the same month last year; explain what moved by more than 10%. No negative balances where none belong. Lock the period.',
    priority: 'high',
    dueInDays: 2,
  },
  {
    key: 'deliver',
    name: 'Bookkeeping: deliver reports',
    title: 'Deliver the reports to [ACCOUNT_NAME]',
    description:
      "Profit and loss with comparison, balance sheet, unpaid invoices. Three sentences on what the owner should notice, and an answer to the owner's question if the organizer holds one.",
    priority: 'medium',
    dueInDays: 1,
  },
]
