import type { DropReason } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** an automation wrote to these people; `leftOut` have Notify off (XC-7), `empty` codes had no value (FAIL-12) */
    'email.sent': { template: string; recipients: string[]; leftOut: string[]; empty: string[] }
    /** somebody was no longer to be told when his mail's turn came */
    'mail.dropped': { to: string; subject: string; reason: DropReason }
    /** the mail server refused it for good, and said why */
    'mail.failed': { to: string; subject: string; reason: string }
  }
}
