import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { MemberId } from '#kernel/ids.ts'
import { LIFECYCLES } from './model.ts'

/** As many as a month of a large firm shows; what is left out is counted. */
export const MOST_ON_CALENDAR = 2000

const calendarJob = z.object({
  id: z.string(),
  name: z.string(),
  accountName: z.string(),
  pipelineId: z.string(),
  priority: z.enum(['low', 'medium', 'high', 'urgent']),
  lifecycle: z.enum(LIFECYCLES),
  dueOn: z.string(),
})
export type CalendarJob = z.output<typeof calendarJob>

const deadlines = z.object({
  /** due before today, and active (REP-2) */
  overdue: z.int(),
  /** due today or within a week */
  approaching: z.int(),
  /** longer in their stage than it allows (STG-5) */
  overdueInStage: z.int(),
  /** nothing has happened to them for two weeks */
  idle: z.int(),
  total: z.int(),
})
export type Deadlines = z.output<typeof deadlines>

const load = z.object({
  memberId: z.string(),
  name: z.string(),
  jobs: z.int(),
  overdueJobs: z.int(),
  tasks: z.int(),
  overdueTasks: z.int(),
})
export type Load = z.output<typeof load>

/** Jobs as calendars and pictures show them (VIEW-4, REP-1). */
export const jobOverviewContract = contract({
  getJobCalendar: {
    method: 'get',
    path: '/job-calendar',
    summary: 'Jobs due in a stretch of days, by due date (VIEW-4)',
    who: { staff: 'any' },
    query: z.object({ from: z.iso.date(), to: z.iso.date(), memberId: idSchema<MemberId>().optional() }),
    returns: z.object({ items: z.array(calendarJob), leftOut: z.int() }),
    example: { query: { from: '2026-04-01', to: '2026-04-30' } },
  },
  getJobDeadlines: {
    method: 'get',
    path: '/job-deadlines',
    summary: 'How many active jobs are overdue, nearly due, too long in their stage, or forgotten (REP-1, REP-2)',
    who: { staff: 'any' },
    query: z.object({ memberId: idSchema<MemberId>().optional() }),
    returns: deadlines,
    example: {},
  },
  getTeamLoad: {
    method: 'get',
    path: '/team-load',
    summary: 'Active jobs and open tasks of each team member (REP-1)',
    who: { staff: 'admin' },
    returns: z.object({ items: z.array(load) }),
    example: {},
  },
})
