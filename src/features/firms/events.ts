import type { FirmChange } from './contract.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'firm.created': { name: string }
    /** `to`: the new value as text; `none`, `true` and `false` stand for themselves */
    'firm.changed': { setting: keyof FirmChange; to: string }
  }
}
