import type { Locale } from '#kernel/locale.ts'
import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    firms: FirmsTable
  }
}

interface FirmsTable {
  firm_id: string
  name: string
  slug: string
  locale: Locale
  time_zone: string
  color: string
  reply_to: string | null
  second_factor_required: Defaulted<boolean>
  revision: Defaulted<number>
  created_at: Date
}
