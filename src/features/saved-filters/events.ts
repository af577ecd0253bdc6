import type { Filter, Place } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** `shared`: for everybody in the firm */
    'saved_filter.created': { name: string; place: Place; shared: boolean }
    'saved_filter.renamed': { name: string; before: string; shared: boolean }
    /** what it was before; what it is now, the filter itself says */
    'saved_filter.overwritten': { name: string; place: Place; shared: boolean; before: Filter }
    'saved_filter.deleted': { name: string; place: Place; shared: boolean }
  }
}
