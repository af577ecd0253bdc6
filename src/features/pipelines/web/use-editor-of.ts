import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { tagsContract } from '#features/tags/contract.ts'
import type { TagId } from '#kernel/ids.ts'
import { useAct } from '#web/api/hooks.ts'
import { useRight } from '#web/session.tsx'
import { useVocabulary } from '#web/vocabulary.ts'
import type { PipelineView } from '../schemas.ts'
import type { Editor, TrialChoice } from './editor-context.tsx'

export type EditorInput = Pick<Editor, 'draft' | 'problems' | 'warnings' | 'edit'> &
  Pick<PipelineView, 'templates' | 'stageJobs'>

/** The editor's context for a draft or a version: names of tags and templates, and what is selected, by the URL. */
export function useEditorOf({ draft, problems, warnings, edit, templates, stageJobs }: EditorInput): Editor {
  const { selected = null } = useSearch({ strict: false }) as { selected?: string | null }
  const navigate = useNavigate()
  const { vocabulary, tags, names: known } = useVocabulary()
  const createTag = useAct(tagsContract.createTag)
  const mayMakeTags = useRight('manage_tags')
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const names = new Map([...chosen, ...templates.map(({ id, name }) => [id, name] as const)])
  return {
    draft,
    problems,
    warnings,
    edit,
    tags,
    names: known,
    vocabulary,
    trial: useTrialChoice(),
    makeTag: mayMakeTags ? async (name) => ((await createTag.run({ body: { name } }))?.id as TagId) ?? null : null,
    templateName: (id) => (id === null ? null : (names.get(id) ?? null)),
    nameTemplate: (id, name) => setChosen(new Map([...chosen, [id, name]])),
    selected,
    select(id) {
      void navigate({ to: '.', search: (id ? { selected: id } : {}) as never, replace: true })
      if (id === null && selected) focusCard(selected)
    },
    jobsIn(stageId) {
      const counted = stageJobs.find((stage) => stage.stageId === stageId)
      return counted ? counted.active : 0
    },
  }
}

const NOBODY = { accountId: null, accountName: '', jobId: null }

function useTrialChoice(): TrialChoice {
  const [chosen, setChosen] = useState<Pick<TrialChoice, 'accountId' | 'accountName' | 'jobId'>>(NOBODY)
  return {
    ...chosen,
    choose: (accountId, accountName) => setChosen({ accountId, accountName, jobId: null }),
    chooseJob: (jobId) => setChosen({ ...chosen, jobId }),
  }
}

/** The focus goes back to the card whose details were open. */
function focusCard(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-select="${CSS.escape(id)}"]`)?.focus())
}
