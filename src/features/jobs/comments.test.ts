import { expect, it } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { activityContract } from '../activity/contract.ts'
import { jobCommentsContract } from './contract-comments.ts'

it('JOB-14, USR-1: a colleague is mentioned; own comments can be changed, and no admin touches the owner’s', async () => {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
  const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
  const [admin, stranger] = [await firm.addMember('admin', [], 'Sanne'), await firm.addMember('employee')]
  const params = { id: id! }
  const text = `@{${admin.member.memberId}} please look`
  const owners = await firm.owner.call(jobCommentsContract.addJobComment, { params, body: { text } })
  const admins = await admin.call(jobCommentsContract.addJobComment, { params, body: { text: 'Done' } })
  const seen = (await admin.call(jobCommentsContract.listJobComments, { params })).items
  expect(seen.map((it) => [it.author!.name, it.mayChange]).sort()).toEqual([
    ['Mara Lindqvist', false],
    ['Sanne', true],
  ])
  const edit = (who: typeof admin, comment: typeof owners) =>
    who.send(jobCommentsContract.changeJobComment, {
      params: { id: comment.id },
      headers: { 'if-match': `"${comment.revision}"` },
      body: { text: 'Edited' },
    })
  expect((await edit(admin, owners)).status).toBe(404)
  expect((await admin.send(jobCommentsContract.deleteJobComment, { params: { id: owners.id } })).status).toBe(404)
  expect((await edit(admin, admins)).body).toMatchObject({ text: 'Edited', editedAt: expect.any(String) })
  expect((await edit(firm.owner, admins)).problem.code).toBe('stale')
  await firm.owner.call(jobCommentsContract.deleteJobComment, { params: { id: admins.id } })
  expect((await firm.owner.call(jobCommentsContract.listJobComments, { params })).items).toHaveLength(1)
  expect((await stranger.send(jobCommentsContract.listJobComments, { params })).status).toBe(404)
  const { items } = await firm.owner.call(activityContract.listEvents, { query: { jobId: id! } })
  const said = items.find((item) => item.type === 'job.commented' && item.actor.name === 'Mara Lindqvist')
  expect(said?.payload).toMatchObject({ text, mentioned: ['Sanne'] })
  const wrong = { text: '@{01900000-0000-7000-8000-000000000001}' }
  const refused = await firm.owner.send(jobCommentsContract.addJobComment, { params, body: wrong })
  expect(refused.problem.fields).toEqual([{ path: 'text', code: 'unknown_member' }])
})
