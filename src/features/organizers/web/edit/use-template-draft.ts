import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { FieldProblem } from '#kernel/refusal.ts'
import { queryKeyOf, useAct } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { organizersContract } from '../../contract.ts'
import type { OrganizerTemplateView } from '../../schemas.ts'
import { bodyOf, type Edit, fingerprint, type TemplateDraft } from './draft-edits.ts'
import { draftProblems } from './draft-problems.ts'

export type DraftOfTemplate = {
  draft: TemplateDraft
  change(change: Partial<TemplateDraft>): void
  edit(edit: Edit): void
  /** the template as it was when this draft began; null before it is saved for the first time */
  base: OrganizerTemplateView | null
  /** what somebody else saved meanwhile */
  newer: OrganizerTemplateView | null
  takeTheirs(): void
  /** what is wrong with the draft now, and what the server refused of it */
  problems: FieldProblem[]
  /** false where problems keep it from being saved */
  save(): boolean
  /** saves it over what somebody else saved meanwhile */
  saveOver(): boolean
  isSaving: boolean
  /** what is no fault of a field */
  problem: ApiProblem | null
  isDirty: boolean
  /** the same, right now: after saving, before anything is drawn again */
  isDirtyNow(): boolean
}

const EMPTY: TemplateDraft = { name: '', organizerName: '', definition: { sections: [] } }

/**
 * A template while it is edited. Nothing is saved by itself; nothing typed is lost by a refusal, and where somebody
 * else was faster both versions stay until one is chosen. `template` is the newest that is known.
 */
export function useTemplateDraft(template: OrganizerTemplateView | null): DraftOfTemplate {
  const [base, setBase] = useState(template)
  const [draft, setDraft] = useState(template ? contentOf(template) : EMPTY)
  const [refused, setRefused] = useState<ApiProblem | null>(null)
  const [wasTried, setTried] = useState(false)
  const saved = useRef(fingerprint(bodyOf(template ? contentOf(template) : EMPTY)))
  const latest = useRef(draft)
  const isDirtyNow = () => fingerprint(bodyOf(latest.current)) !== saved.current
  const begin = (from: OrganizerTemplateView) => {
    saved.current = fingerprint(bodyOf(contentOf(from)))
    setBase(from)
    setRefused(null)
  }
  const adopt = (theirs: OrganizerTemplateView) => {
    begin(theirs)
    latest.current = contentOf(theirs)
    setDraft(latest.current)
  }
  const saving = useSaving({
    base,
    onRefused: setRefused,
    onSaved(answer, sent) {
      // as it was stored; unless somebody typed on while it was on its way
      if (sent === latest.current) adopt(answer)
      else begin(answer)
    },
  })
  const newer = newerOf(base, template, refused)
  useEffect(() => {
    if (newer && !isDirtyNow()) adopt(newer)
  })
  const own = useMemo(() => draftProblems(draft), [draft])
  // what is still blank is no mistake before somebody tries to save it
  const said = wasTried ? own : own.filter(({ code }) => code !== 'required')
  const set = (next: TemplateDraft) => {
    latest.current = next
    setDraft(next)
    if (refused?.code === 'invalid') setRefused(null)
  }
  const send = (revision: number): boolean => {
    setTried(own.length > 0)
    if (own.length === 0) saving.send(latest.current, revision)
    return own.length === 0
  }
  return {
    draft,
    change: (change) => set({ ...latest.current, ...change }),
    edit: (edit) => set({ ...latest.current, definition: edit(latest.current.definition) }),
    base,
    newer,
    takeTheirs: () => newer && adopt(newer),
    problems: refused?.code === 'invalid' ? [...said, ...refused.fields] : said,
    save: () => send(base?.revision ?? 0),
    saveOver: () => send(newer?.revision ?? 0),
    isSaving: saving.isRunning,
    problem: refused && refused.code !== 'invalid' && refused.code !== 'stale' ? refused : null,
    isDirty: fingerprint(bodyOf(draft)) !== saved.current,
    isDirtyNow,
  }
}

export function contentOf({ name, organizerName, definition }: OrganizerTemplateView): TemplateDraft {
  return { name, organizerName, definition }
}

type Saving = {
  base: OrganizerTemplateView | null
  onSaved(answer: OrganizerTemplateView, sent: TemplateDraft): void
  onRefused(problem: ApiProblem): void
}

/** Sends a draft: a new template, which then gets its address, or a new version of one. */
function useSaving({ base, onSaved, onRefused }: Saving) {
  const t = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { history } = useRouter()
  const sent = useRef<TemplateDraft | null>(null)
  const onDone = (answer: OrganizerTemplateView) => {
    onSaved(answer, sent.current!)
    queries.setQueryData(queryKeyOf(organizersContract.getOrganizerTemplate, { params: { id: answer.id } }), answer)
    if (!base) history.replace(`/templates/organizers/${answer.id}`)
    toast(t('orgedit.saved'))
  }
  const options = { onDone, onProblem: onRefused, touches: ['templates', 'organizer-templates'] }
  const create = useAct(organizersContract.createOrganizerTemplate, options)
  const replace = useAct(organizersContract.changeOrganizerTemplate, options)
  return {
    isRunning: create.isRunning || replace.isRunning,
    send(draft: TemplateDraft, revision: number) {
      sent.current = draft
      const body = bodyOf(draft)
      if (base) void replace.run({ body, params: { id: base.id }, ifMatch: revision })
      else void create.run({ body })
    },
  }
}

/** The newest of what the page heard of and what the refusal told, if it is newer than what the draft began with. */
function newerOf(
  base: OrganizerTemplateView | null,
  template: OrganizerTemplateView | null,
  refused: ApiProblem | null,
): OrganizerTemplateView | null {
  if (!base) return null
  const told = refused?.code === 'stale' ? currentOf(refused) : null
  const [newest] = [template, told].filter((each) => each !== null).sort((one, other) => other.revision - one.revision)
  return newest && newest.revision > base.revision ? newest : null
}

/** The template as a refusal tells it: the store's own shape. */
function currentOf({ detail }: ApiProblem): OrganizerTemplateView {
  const { content, ...template } = detail.current as Omit<OrganizerTemplateView, 'organizerName' | 'definition'> & {
    content: Pick<OrganizerTemplateView, 'organizerName' | 'definition'>
  }
  return { ...template, ...content }
}
