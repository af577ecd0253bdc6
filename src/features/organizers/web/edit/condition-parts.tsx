import { ActionIcon, Select } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Group, GroupKind } from '#conditions/edits.ts'
import type { Truth } from '#conditions/model.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import styles from './condition-form.module.css'

const KINDS = ['all', 'any', 'none'] as const satisfies readonly GroupKind[]

export type GroupHeadProps = {
  group: Group
  isOutermost: boolean
  onKind: ((kind: GroupKind) => void) | null
  onRemove: (() => void) | null
  children: ReactNode
}

/** "Shown if all of these are true", or the same without its beginning for a group inside. */
export function GroupHead({ group, isOutermost, onKind, onRemove, children }: GroupHeadProps) {
  const t = useText()
  return (
    <div className={styles.line}>
      {isOutermost && <b>{t('orgedit.shown_if')}</b>}
      <Select
        size="xs"
        className={styles.kind}
        aria-label={t('orgedit.how_many')}
        data={KINDS.map((value) => ({ value, label: t(`orgedit.${value}`) }))}
        value={group.kind}
        readOnly={!onKind}
        onChange={(value) => {
          const kind = KINDS.find((each) => each === value)
          if (kind) onKind?.(kind)
        }}
      />
      <span className={styles.end}>
        {children}
        {onRemove && (
          <ActionIcon size="sm" aria-label={t('orgedit.remove_group')} onClick={onRemove}>
            <IconX {...SMALL_ICON} />
          </ActionIcon>
        )}
      </span>
    </div>
  )
}

/** How a part of a condition comes out with the answers of the preview. */
export function TruthMark({ truth }: { truth: Truth }) {
  const t = useText()
  return (
    <span className={styles.truth} data-truth={truth} title={t('orgedit.in_preview')}>
      {truth === true && <IconCheck {...SMALL_ICON} />}
      {truth === 'unknown' ? t('orgedit.unknown') : truth ? t('orgedit.true') : t('orgedit.false')}
    </span>
  )
}
