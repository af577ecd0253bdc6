import { createContext, use } from 'react'
import type { DraftAutomation, DraftStage } from '#engine/core/draft.ts'
import type { Vocabulary } from '#features/trials/schemas.ts'
import type { AccountId, JobId, TagId } from '#kernel/ids.ts'
import type { ConditionNames } from '#web/design/condition-text.ts'
import type { PipelineDraft } from '../model.ts'
import type { Edit } from './draft-edits.ts'
import type { PlacedProblem } from './problems.ts'

/** What every part of the editor needs; a version that is only looked at has no `edit`. */
export type Editor = {
  draft: PipelineDraft
  problems: PlacedProblem[]
  /** what can hardly be meant, and is in nobody's way (B-6) */
  warnings: PlacedProblem[]
  edit: ((edit: Edit) => void) | null
  tags: ConditionNames
  /** of tags, people, roles, statuses, questions and options */
  names: ConditionNames
  vocabulary: Vocabulary
  /** makes a tag in place (STG-6); null where the member may not */
  makeTag: ((name: string) => Promise<TagId | null>) | null
  /** the client, and the job of it, that conditions are tried with (B-5) */
  trial: TrialChoice
  /** null: deleted, or not chosen yet */
  templateName: (id: string | null) => string | null
  /** remembers the name of a template just chosen, until the server tells it */
  nameTemplate: (id: string, name: string) => void
  /** the stage or automation whose details are open */
  selected: string | null
  select: (id: string | null) => void
  /** active and archived jobs of a stage */
  jobsIn: (stageId: string) => number
}

export type TrialChoice = {
  accountId: AccountId | null
  accountName: string
  jobId: JobId | null
  choose: (id: AccountId | null, name: string) => void
  chooseJob: (id: JobId | null) => void
}

const EditorContext = createContext<Editor | null>(null)

export const EditorProvider = EditorContext.Provider

export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (!editor) throw new Error('useEditor is used outside the pipeline editor')
  return editor
}

export type Selected =
  | { kind: 'stage'; stage: DraftStage; index: number }
  | { kind: 'automation'; stage: DraftStage; automation: DraftAutomation; index: number }

/** The stage or automation with this id. */
export function found({ stages }: PipelineDraft, id: string | null): Selected | null {
  for (const [place, stage] of stages.entries()) {
    if (stage.id === id) return { kind: 'stage', stage, index: place }
    const index = stage.automations.findIndex((automation) => automation.id === id)
    if (index >= 0) return { kind: 'automation', stage, automation: stage.automations[index]!, index }
  }
  return null
}
