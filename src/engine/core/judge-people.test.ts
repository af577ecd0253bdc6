import { describe, expect, it } from 'vitest'
import type { MemberId, RoleId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import * as f from './example.fixture.ts'
import type { AccountState } from './model.ts'

/* ada sees all accounts, bram has default access, cleo has left the team; nobody holds the role of reviewer. */
const team = f.account([], {
  memberIds: new Set(['ada'] as MemberId[]),
  roleHolders: new Map([['preparer' as RoleId, ['bram', 'cleo'] as MemberId[]]]),
})

function after(ask: f.Ask, account: AccountState = team, assigned: string[] = ['ada']) {
  const version = f.pipeline(f.stage('prepare', [ask]), f.stage('file'))
  const job = { ...f.newJob, assigneeIds: new Set(assigned as MemberId[]) }
  const decided = f.decided(decide(job, version, account, f.catalog, f.entering('prepare', 'created')))
  return {
    outcome: f.outcomes(decided.effects)[0],
    access: [...decided.account.memberIds].sort(),
    assignees: [...decided.job.assigneeIds].sort(),
  }
}

describe('AUT-9: update account access', () => {
  it.each<[string, Parameters<typeof f.access>[0], string[], string]>([
    ['ACX-1: replaced by those with default access', { replace: true }, ['bram'], 'done'],
    ['ACX-2: replaced by the Add list', { replace: true, add: ['ada'] }, ['ada'], 'done'],
    ['ACX-3: the Add list joins', { add: ['bram'] }, ['ada', 'bram'], 'done'],
    ['ACX-4: the Remove list is taken off', { remove: ['ada'] }, [], 'done'],
    ['ACX-5: one joins and another leaves', { add: ['bram'], remove: ['ada'] }, ['bram'], 'done'],
    ['adding who is there, removing who is not, changes nothing', { add: ['ada'], remove: ['bram'] }, ['ada'], 'done'],
    ['who has left the team is passed over', { add: ['bram', 'cleo'] }, ['ada', 'bram'], 'done (member_inactive)'],
    [
      'nobody of those asked for is there: all stays as it is',
      { replace: true, add: ['cleo'] },
      ['ada'],
      'skipped nobody_there (member_inactive)',
    ],
  ])('%s', (_, change, access, outcome) => {
    expect(after(f.access(change))).toMatchObject({ access, outcome: `prepare/0 ${outcome}` })
  })
})

describe('AUT-10: update job assignees', () => {
  it.each<[string, Parameters<typeof f.assignees>[0], string[], string]>([
    ['ASG-1: cleared, the job is nobody’s', { clear: true }, [], 'done'],
    ['ASG-2: cleared, and the Add list in', { clear: true, add: ['ada'] }, ['ada'], 'done'],
    ['ASG-3: the Add list joins', { add: ['bram'] }, ['ada', 'bram'], 'done (assignee_cannot_see)'],
    ['ASG-4: the Remove list leaves', { remove: ['ada'] }, [], 'done'],
    ['ASG-5: both', { add: ['bram'], remove: ['ada'] }, ['bram'], 'done (assignee_cannot_see)'],
    [
      'JOB-6, D-17: a role is who holds it for the account now, as far as he is still here',
      { add: ['role preparer'] },
      ['ada', 'bram'],
      'done (assignee_cannot_see)',
    ],
    [
      'T-14: a role that nobody holds is passed over, and the job stays as it is',
      { clear: true, add: ['role reviewer'] },
      ['ada'],
      'skipped nobody_there (role_empty)',
    ],
    [
      'beside somebody who is there, the empty role is only warned of',
      { add: ['ada', 'role reviewer'] },
      ['ada'],
      'done (role_empty)',
    ],
    ['a role leaves with all who hold it', { remove: ['role preparer'] }, ['ada'], 'done'],
  ])('%s', (_, change, assignees, outcome) => {
    expect(after(f.assignees(change))).toMatchObject({ assignees, outcome: `prepare/0 ${outcome}` })
  })

  it('P-6: who sees all accounts, or has access to this one, is no reason to warn', () => {
    const open = { ...team, memberIds: new Set(['bram'] as MemberId[]) }
    expect(after(f.assignees({ add: ['ada', 'bram'] }), open, []).outcome).toBe('prepare/0 done')
  })
})

it('A-4: access given earlier in the stage counts for those assigned after it', () => {
  const version = f.pipeline(
    f.stage('prepare', [f.access({ add: ['bram'] }), f.assignees({ add: ['bram'] })]),
    f.stage('x'),
  )
  const { effects } = f.decided(decide(f.newJob, version, team, f.catalog, f.entering('prepare', 'created')))
  expect(f.outcomes(effects)).toEqual(['prepare/0 done', 'prepare/1 done'])
})
