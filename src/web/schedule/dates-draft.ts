import type { PlannedDates, Span } from '#kernel/planned-dates.ts'

type SpanDraft = { count: number | ''; unit: Span['unit'] }

/** Dates of a template while they are typed: what is empty is '', and the other kind's are kept. */
export type DatesDraft = {
  kind: PlannedDates['kind']
  startOn: string
  dueOn: string
  startIn: SpanDraft
  dueIn: SpanDraft
}

export function datesDraft(dates: PlannedDates): DatesDraft {
  const absolute = dates.kind === 'absolute' ? dates : null
  const relative = dates.kind === 'relative' ? dates : null
  return {
    kind: dates.kind,
    startOn: absolute?.startOn ?? '',
    dueOn: absolute?.dueOn ?? '',
    startIn: relative?.startIn ?? { count: '', unit: 'day' },
    dueIn: relative?.dueIn ?? { count: '', unit: 'day' },
  }
}

export function plannedDatesOf({ kind, startOn, dueOn, startIn, dueIn }: DatesDraft): PlannedDates {
  switch (kind) {
    case 'absolute':
      return { kind, startOn: dayOf(startOn), dueOn: dayOf(dueOn) }
    case 'relative':
      return { kind, startIn: spanOf(startIn), dueIn: spanOf(dueIn) }
  }
}

function dayOf(typed: string) {
  return typed === '' ? null : (typed as Extract<PlannedDates, { kind: 'absolute' }>['startOn'])
}

function spanOf({ count, unit }: SpanDraft): Span | null {
  return count === '' ? null : { count, unit }
}
