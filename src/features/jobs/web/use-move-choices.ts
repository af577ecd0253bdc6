import { useState } from 'react'
import type { StagePreview } from '../bulk-schemas.ts'
import type { ByHandBody } from '../by-hand-schemas.ts'

type Item = StagePreview['pending']['items'][number]
export type Choice = ByHandBody['pending'][number]['choice']

/** What can become of something that is pending, by its kind; the first two fit everything. */
export const CHOICES: Record<Item['kind'], readonly Choice[]> = {
  organizer: ['carry', 'leave', 'seal', 'archive'],
  task: ['carry', 'leave', 'complete', 'cancel'],
}

export type MoveChoices = ReturnType<typeof useMoveChoices>

/** What somebody decides before jobs move or are added; all of it may be left as it is. */
export function useMoveChoices() {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [byItem, setByItem] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [byKind, setByKind] = useState<Partial<Record<Item['kind'], Choice>>>({})
  const automations = {
    deselectedAutomationIds: [...off],
    shown: [...shown].map(([automationId, visible]) => ({ automationId, visible })),
  }
  return {
    /** what was decided of the stage's automations, as a body takes it */
    automations,
    off,
    setOff,
    shown,
    show: (automationId: string, visible: boolean) => setShown(new Map(shown).set(automationId, visible)),
    choiceOf: (item: Item, otherwise: Choice): Choice => byItem.get(item.id) ?? byKind[item.kind] ?? otherwise,
    choiceOfKind: (kind: Item['kind'], otherwise: Choice): Choice => byKind[kind] ?? otherwise,
    choose: (item: Item, choice: Choice) => setByItem(new Map(byItem).set(item.id, choice)),
    /** for all of a kind; what was said of single ones before is forgotten */
    chooseAll: (kind: Item['kind'], choice: Choice, items: readonly Item[]) => {
      const ofKind = new Set(items.filter((item) => item.kind === kind).map((item) => item.id))
      setByItem(new Map([...byItem].filter(([id]) => !ofKind.has(id))))
      setByKind({ ...byKind, [kind]: choice })
    },
    /** another stage has other automations, and other things to carry over */
    forget: () => {
      setOff(new Set())
      setShown(new Map())
    },
    body: () => ({
      ...automations,
      pending: [...byItem].map(([id, choice]) => ({ id, choice })),
      pendingByKind: byKind as ByHandBody['pendingByKind'],
    }),
  }
}
