import type { PackEmail } from '../../model.ts'

export const emails: PackEmail[] = [
  {
    key: 'kick_off',
    name: '1040: season opens',
    subject: 'Your [TAX_YEAR] tax return: what we need from you',
    body: `Dear [FIRST_NAME],

We are ready to start on the [TAX_YEAR] return for [ACCOUNT_NAME].

A separate mail brings you our tax organizer. It asks only what applies to you, saves as you go, and lets you add your forms right where they are asked for. Most people need half an hour with their papers beside them: W-2s, 1099s, mortgage and charity statements.

If a form has not reached you by early March, let us know and we will see whether we can work without it.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'received',
    name: '1040: papers received',
    subject: 'We have your papers, thank you',
    body: `Dear [FIRST_NAME],

Thank you for sending your organizer. We are now checking that everything we need for [ACCOUNT_NAME] is there.

You do not have to do anything. If something is missing or unclear, we will ask you once, with all questions together.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'abroad',
    name: '1040: questions about income abroad',
    subject: 'A few more questions about your income abroad',
    body: `Dear [FIRST_NAME],

You told us that part of your income or savings is outside the United States. That can mean a credit for tax paid elsewhere, and it can mean extra forms, some of which carry high penalties when they are forgotten.

A separate mail brings you a short second organizer, about ten questions. Once it is in, we go on with your return.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'ready',
    name: '1040: ready to review and sign',
    subject: 'Your tax return is ready for you to review',
    body: `Dear [FIRST_NAME],

The return for [ACCOUNT_NAME] is prepared and has been checked by a second pair of eyes.

Please read it through, above all names, Social Security numbers, bank account and dependents. If everything is right, sign Form 8879. We may not file before every taxpayer on the return has signed it.

Something looks odd? Simply reply to this mail.

Kind regards,
[FIRM_NAME]`,
  },
  {
    key: 'filed',
    name: '1040: filed and accepted',
    subject: 'Your tax return is filed',
    body: `Dear [FIRST_NAME],

The return for [ACCOUNT_NAME] has been filed and accepted.

Please keep your copy and your papers for at least three years. Refunds usually arrive within three weeks; if you owe, the payment is due by the April deadline even when the return itself was extended.

It was good to work for you. If you get a letter about this return, send it to us before you answer it.

Kind regards,
[FIRM_NAME]`,
  },
]
