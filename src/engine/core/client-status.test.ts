import { describe, expect, it } from 'vitest'
import type { AutomationId, ClientStatusId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import * as f from './example.fixture.ts'
import type { ClientStatus, Trigger } from './model.ts'

const HIDDEN: ClientStatus = { visible: false, statusId: null, description: '' }
const REVIEW: ClientStatus = {
  visible: true,
  statusId: 'in review' as ClientStatusId,
  description: 'We check your return.',
}

function after(ask: f.Ask | null, before: ClientStatus = HIDDEN, shown: [AutomationId, boolean][] = []) {
  const version = f.pipeline(f.stage('prepare', ask ? [ask] : []), f.stage('file'))
  const trigger = { ...f.entering('prepare', 'created'), shown: new Map(shown) } as Trigger
  const { effects, job } = f.decided(
    decide({ ...f.newJob, clientStatus: before }, version, f.account(), f.catalog, trigger),
  )
  return { sees: job.clientStatus, effects: effects.map((effect) => effect.kind), outcome: f.outcomes(effects)[0] }
}

describe('AUT-11: update client-facing status', () => {
  it('CFS-2, CFS-4: shows the status with its text, which is a copy', () => {
    expect(after(f.clientStatus({})).sees).toEqual(REVIEW)
  })

  it('CFS-4: or with a text of its own', () => {
    const { sees } = after(f.clientStatus({ description: 'Nearly there.' }))
    expect(sees).toEqual({ ...REVIEW, description: 'Nearly there.' })
  })

  it('CFS-5: a stage without it leaves status and visibility as they were', () => {
    expect(after(null, REVIEW).sees).toEqual(REVIEW)
  })

  it('CFS-6: it links nothing and holds nothing', () => {
    expect(after(f.clientStatus({})).effects).toEqual(['enter_stage', 'update_client_status', 'record_outcome'])
  })

  it('hiding keeps what was said, for the day it is shown again', () => {
    expect(after(f.clientStatus({ visible: false, statusId: null }), REVIEW).sees).toEqual({
      ...REVIEW,
      visible: false,
    })
  })

  it('what the client sees already changes nothing', () => {
    expect(after(f.clientStatus({}), REVIEW).effects).toEqual(['enter_stage', 'record_outcome'])
  })

  it.each([
    [true, true],
    [false, false],
  ])('A-32, CFS-8: a person chooses whether it is shown: %s', (choice, visible) => {
    expect(
      after(f.clientStatus({ visible: !choice }), HIDDEN, [['prepare/0' as AutomationId, choice]]).sees.visible,
    ).toBe(visible)
  })

  it('CFS-15: a status that is gone is a failure, and what the client sees stays', () => {
    const { sees, outcome } = after(f.clientStatus({ statusId: 'gone' }), REVIEW)
    expect([sees, outcome]).toEqual([REVIEW, 'prepare/0 failed client_status_missing'])
  })

  it('FAIL-4, CFS-14: where nobody gets mails, it is shown all the same, and one is warned', () => {
    const nobody = f.account([], { contactsToNotify: 0 })
    const told = (ask: f.Ask) => {
      const version = f.pipeline(f.stage('prepare', [ask]), f.stage('file'))
      return f.outcomes(f.decided(decide(f.newJob, version, nobody, f.catalog, f.entering('prepare'))).effects)
    }
    expect(told(f.clientStatus({ notify: true }))).toEqual(['prepare/0 done (nobody_notified)'])
    expect(told(f.clientStatus({}))).toEqual(['prepare/0 done'])
  })

  it('CFS-14: tells the client only where it is asked for, and never of something hidden', () => {
    const notified = (ask: f.Ask) => {
      const version = f.pipeline(f.stage('prepare', [ask]), f.stage('file'))
      const { effects } = f.decided(
        decide(
          { ...f.newJob, clientStatus: REVIEW },
          version,
          f.account(),
          f.catalog,
          f.entering('prepare', 'created'),
        ),
      )
      return effects.flatMap((effect) => (effect.kind === 'update_client_status' ? effect.notify : []))
    }
    expect(notified(f.clientStatus({ description: 'New', notify: true }))).toEqual([true])
    expect(notified(f.clientStatus({ description: 'New' }))).toEqual([false])
    expect(notified(f.clientStatus({ visible: false, notify: true }))).toEqual([false])
  })
})
