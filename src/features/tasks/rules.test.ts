import { describe, expect, it } from 'vitest'
import type { MemberId, RoleId } from '#kernel/ids.ts'
import { whoDoes } from './rules.ts'

const [ada, ben, cora] = ['ada', 'ben', 'cora'] as MemberId[] as [MemberId, MemberId, MemberId]
const [preparer, reviewer, partner] = ['preparer', 'reviewer', 'partner'] as RoleId[] as [RoleId, RoleId, RoleId]
const holders = new Map<RoleId, MemberId[]>([
  [preparer, [ada, ben]],
  [reviewer, [ada]],
])

describe('D-17, T-14: a role stands for whoever holds it for the account', () => {
  it.each<[string, MemberId[], RoleId[], MemberId[], RoleId[]]>([
    ['people only', [cora], [], [cora], []],
    ['all who hold it', [], [preparer], [ada, ben], []],
    ['each once, people first', [ben], [preparer, reviewer], [ben, ada], []],
    ['nobody: unassigned, and said', [], [partner], [], [partner]],
    ['somebody else remains', [cora], [partner, reviewer], [cora, ada], [partner]],
  ])('%s', (_, assigneeIds, roleIds, doing, unheldRoleIds) => {
    expect(whoDoes({ assigneeIds, roleIds }, holders, new Set())).toEqual({
      assigneeIds: doing,
      unheldRoleIds,
      goneIds: [],
    })
  })

  it('whoever has left is passed over', () => {
    const wanted = { assigneeIds: [cora, ada], roleIds: [] }
    expect(whoDoes(wanted, holders, new Set([cora]))).toMatchObject({ assigneeIds: [ada], goneIds: [cora] })
  })
})
