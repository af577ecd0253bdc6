import { MultiSelect, Select, TextInput } from '@mantine/core'
import { PRIORITIES } from '#conditions/model.ts'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { templatesContract } from '#features/templates/contract.ts'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { jobTemplatesContract } from '../contract-templates.ts'
import styles from './add-jobs-dialog.module.css'
import { RolesField } from './roles-field.tsx'
import { useMentionable } from './use-mentionable.ts'

/** What a person says otherwise than the template; '' and empty: nothing. */
export type Otherwise = {
  priority: string | null
  startOn: string
  dueOn: string
  assigneeIds: string[]
  roleIds: string[]
}

export const NOTHING_SAID: Otherwise = { priority: null, startOn: '', dueOn: '', assigneeIds: [], roleIds: [] }

/** The part of a body that says it. */
export function saidOtherwise({ priority, startOn, dueOn, assigneeIds, roleIds }: Otherwise) {
  const dates = { kind: 'absolute' as const, startOn: startOn || null, dueOn: dueOn || null }
  return {
    ...(priority ? { priority: PRIORITIES.find((each) => each === priority) } : {}),
    ...(startOn || dueOn ? { dates } : {}),
    ...(assigneeIds.length > 0 ? { assigneeIds } : {}),
    ...(roleIds.length > 0 ? { roleIds } : {}),
  }
}

/** The pipeline's own template, as far as it is known (JD-2), and what a chosen one calls its jobs. */
export function useTemplates(pipelineId: string | null, templateId: string | null) {
  const { data } = useEndpoint(templatesContract.listTemplates, { query: { kind: 'job', limit: 100 } })
  const pipeline = useEndpoint(
    pipelinesContract.getPipeline,
    { params: { id: (pipelineId ?? '') as PipelineId } },
    { enabled: pipelineId !== null },
  )
  const chosen = useEndpoint(
    jobTemplatesContract.getJobTemplate,
    { params: { id: (templateId ?? '') as TemplateId } },
    { enabled: templateId !== null },
  )
  const settings = pipeline.data?.id === pipelineId ? pipeline.data?.settings : undefined
  return {
    templates: data?.items.map(({ id, name }) => ({ value: id as string, label: name })) ?? [],
    ofPipeline: settings?.jobTemplateMode === 'automatic' ? settings.jobTemplateId : null,
    offered: settings?.jobTemplateId ?? null,
    title: templateId !== null && chosen.data?.id === templateId ? chosen.data.title : null,
  }
}

export type TemplatePickProps = {
  templates: { value: string; label: string }[]
  value: string | null
  onChange: (templateId: string | null) => void
}

/** Which template the jobs begin with (JOB-3). */
export function TemplatePick({ templates, value, onChange }: TemplatePickProps) {
  const t = useText()
  if (templates.length === 0) return null
  return (
    <Select
      label={t('add.template')}
      placeholder={t('add.no_template')}
      data={templates}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('ui.remove', { name: t('add.template') }) }}
      value={value}
      onChange={onChange}
    />
  )
}

type DetailsProps = { said: Otherwise; withTemplate: boolean; onSay: (said: Otherwise) => void }

/** Who does the jobs, how urgent they are and until when. */
export function Details({ said, withTemplate, onSay }: DetailsProps) {
  const t = useText()
  const members = useMentionable().filter((member) => member.works)
  const placeholder = withTemplate ? t('add.as_template') : ''
  return (
    <Section title={t(withTemplate ? 'add.details' : 'add.facts')}>
      <div className={styles.people}>
        <MultiSelect
          label={t('job.assignees')}
          placeholder={said.assigneeIds.length === 0 ? placeholder : ''}
          searchable
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={said.assigneeIds}
          onChange={(assigneeIds) => onSay({ ...said, assigneeIds })}
        />
        <RolesField
          {...(said.roleIds.length === 0 ? { placeholder } : {})}
          value={said.roleIds}
          onChange={(roleIds) => onSay({ ...said, roleIds })}
        />
      </div>
      <div className={styles.details}>
        <Select
          label={t('job.priority')}
          placeholder={placeholder || t('job.priority_medium')}
          clearable
          clearButtonProps={{ 'aria-label': t('ui.remove', { name: t('job.priority') }) }}
          data={PRIORITIES.map((value) => ({ value, label: t(`job.priority_${value}`) }))}
          value={said.priority}
          onChange={(priority) => onSay({ ...said, priority })}
        />
        <TextInput
          type="date"
          label={t('job.start')}
          value={said.startOn}
          onChange={(event) => onSay({ ...said, startOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('job.due')}
          value={said.dueOn}
          onChange={(event) => onSay({ ...said, dueOn: event.currentTarget.value })}
        />
      </div>
    </Section>
  )
}
