import type { PackTask } from '../../model.ts'

export const tasks: PackTask[] = [
  {
    key: 'check_papers',
    name: '1040: check papers and set tags',
    title: 'Check papers and set tags for [ACCOUNT_NAME]',
    description: `Compare the organizer with last year's return: every W-2, 1099 and K-1 of last year is here again, or its absence is explained.

Set the account's tags before you complete this task, they decide what comes next: Foreign income, Rental, K-1.

Ask for everything that is missing in one message.`,
    priority: 'medium',
    dueInDays: 3,
  },
  {
    key: 'foreign_reporting',
    name: '1040: foreign reporting',
    title: 'Decide on foreign forms for [ACCOUNT_NAME]',
    description: `Work out which apply: Form 2555 or 1116, Schedule B part III, Form 8938, FBAR, 5471, 8865, 8621, 3520.

Note the exchange rates used. File the FBAR apart from the return.`,
    priority: 'high',
    dueInDays: 7,
  },
  {
    key: 'prepare',
    name: '1040: prepare return',
    title: 'Prepare the return of [ACCOUNT_NAME]',
    description: `Enter all forms, then the states. Answer the digital assets question from the organizer.

Compare each line with last year and explain every difference above $1,000. Carry forward losses, credits and depreciation. Note open points for the reviewer.`,
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'rental',
    name: '1040: Schedule E rental',
    title: 'Schedule E for the rental of [ACCOUNT_NAME]',
    description:
      'Update depreciation, split repairs from improvements, test days of personal use and the passive loss limit.',
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'k1',
    name: '1040: Schedules K-1',
    title: 'Enter the Schedules K-1 of [ACCOUNT_NAME]',
    description:
      'Chase those still missing; extend if one will not come in time. Enter footnotes and state sheets, track basis and passive losses.',
    priority: 'medium',
    dueInDays: 14,
  },
  {
    key: 'review',
    name: '1040: review return',
    title: 'Review the return of [ACCOUNT_NAME]',
    description: `Not by the preparer. Trace every source document to the return, read the comparison with last year, check diagnostics, names, SSNs and bank account.

Judge estimates for next year and withholding. Return open points to the preparer before you complete this task.`,
    priority: 'high',
    dueInDays: 4,
  },
  {
    key: 'signatures',
    name: '1040: collect Form 8879',
    title: 'Get Form 8879 signed by [ACCOUNT_NAME]',
    description: 'One signature per taxpayer on the return. Remind after a week; call before the deadline.',
    priority: 'high',
    dueInDays: 7,
  },
  {
    key: 'e_file',
    name: '1040: e-file and confirm',
    title: 'E-file for [ACCOUNT_NAME] and confirm acceptance',
    description:
      'File federal and states only with the signed 8879 on file. Complete this task when every acknowledgement says accepted, and keep them with the return.',
    priority: 'urgent',
    dueInDays: 10,
  },
]
