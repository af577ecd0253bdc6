import { Select, Switch } from '@mantine/core'
import { templatesContract } from '#features/templates/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { FieldRow } from '#web/design/field-row.tsx'
import { useText } from '#web/text.tsx'
import styles from './settings-tab.module.css'
import type { SettingsState } from './use-settings.ts'

/** What new jobs in this pipeline begin with, by itself or when it is chosen (SET-4, JD-2). */
export function JobTemplateSetting({ settings, set }: SettingsState) {
  const t = useText()
  const { data } = useEndpoint(templatesContract.listTemplates, { query: { kind: 'job', limit: 100 } })
  const templates = data?.items.map(({ id, name }) => ({ value: id as string, label: name })) ?? []
  const { jobTemplateId, jobTemplateMode } = settings
  return (
    <FieldRow label={t('pipelines.job_template')} help={t('pipelines.job_template_help')}>
      <div className={styles.template}>
        <Select
          aria-label={t('pipelines.job_template')}
          data={templates}
          value={jobTemplateId}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('ui.remove', { name: t('pipelines.job_template') }) }}
          placeholder={t('pipelines.no_job_template')}
          onChange={(id) => void set({ jobTemplateId: id as TemplateId | null })}
        />
        {jobTemplateId && (
          <Switch
            label={t('pipelines.job_template_automatic')}
            description={t('pipelines.job_template_automatic_help')}
            checked={jobTemplateMode === 'automatic'}
            onChange={(event) => void set({ jobTemplateMode: event.currentTarget.checked ? 'automatic' : 'manual' })}
          />
        )}
      </div>
    </FieldRow>
  )
}
