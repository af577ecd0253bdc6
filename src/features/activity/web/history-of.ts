import type { HistoryItem } from '../contract.ts'

/** What has a page with everything that happened to it (AUD-1). */
const THINGS = ['jobs', 'clients', 'organizers', 'tasks', 'pipelines', 'templates', 'members', 'recurring'] as const
export type Thing = (typeof THINGS)[number]

export function thingOf(name: string): Thing | null {
  return THINGS.find((thing) => thing === name) ?? null
}

/** Whatever happens to these may be told in a history. */
export const HEARS = [
  ...['jobs', 'accounts', 'contacts', 'organizers', 'tasks', 'documents', 'mails', 'templates', 'pipelines'],
  ...['members', 'job-recurrences', 'task-recurrences'],
]

/** The history of a thing, as the API asks for it. */
export function historyOf(thing: Thing, id: string) {
  switch (thing) {
    case 'jobs':
      return { jobId: id }
    case 'clients':
      return { accountId: id }
    case 'organizers':
    case 'tasks':
    case 'pipelines':
    case 'templates':
    case 'members':
    case 'recurring':
      return { subjectId: id }
  }
}

/** What the thing is called, as far as its history says: also where it is gone. */
export function nameIn(thing: Thing, items: readonly HistoryItem[]): string | null {
  switch (thing) {
    case 'jobs':
      return items.find(({ jobName }) => jobName)?.jobName ?? null
    case 'clients':
      return items.find(({ accountName }) => accountName)?.accountName ?? null
    case 'organizers':
    case 'tasks':
    case 'pipelines':
    case 'templates':
    case 'members':
    case 'recurring':
      return items.map(({ payload }) => payload.name).find((name) => typeof name === 'string') ?? null
  }
}

/** Where the thing itself is opened; of templates only the history knows their kind. */
export function pageOf(thing: Thing, id: string, items: readonly HistoryItem[]): string | null {
  switch (thing) {
    case 'jobs':
    case 'clients':
    case 'organizers':
    case 'tasks':
      return `/${thing}/${id}`
    case 'pipelines':
      return `/templates/pipelines/${id}`
    case 'members':
      return `/settings/team/${id}`
    case 'templates': {
      const kind = items.map(({ payload }) => payload.kind).find((each) => typeof each === 'string')
      return kind ? `/templates/${kind}s/${id}` : null
    }
    case 'recurring': {
      const isOfJobs = items.some(({ subject }) => subject.kind === 'job_recurrence')
      return `${isOfJobs ? '/workflow' : '/tasks'}/recurring/${id}`
    }
  }
}
