import { SegmentedControl } from '@mantine/core'
import { LinkButton } from '#web/design/link.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { questionsOf } from '../../model.ts'
import { FillingPages } from '../fill/filling-pages.tsx'
import styles from './preview-pane.module.css'
import type { Preview } from './use-preview.ts'

export type PreviewSize = 'phone' | 'desktop'

export type PreviewPaneProps = {
  preview: Preview
  size: PreviewSize
  /** without it there is only a phone */
  onSize?: (size: PreviewSize) => void
  /** the selected section is not shown with these answers */
  isHidden?: boolean
}

/** The organizer as a client sees it, to be filled in for trying; nothing of it is stored (ORG-11). */
export function PreviewPane({ preview, size, onSize, isHidden = false }: PreviewPaneProps) {
  const t = useText()
  const { firm } = useMember()
  const { filling, isEmpty, startOver } = preview
  const { sections, definition } = filling
  const [shown, all] = [questionsOf({ sections }).length, questionsOf(definition).length]
  return (
    <section className={styles.pane} aria-label={t('orgedit.preview')} data-size={size}>
      <div className={styles.head}>
        <h2>{t('orgedit.preview')}</h2>
        {onSize && (
          <SegmentedControl
            size="xs"
            aria-label={t('orgedit.preview_size')}
            value={size}
            onChange={(value) => onSize(value === 'phone' ? 'phone' : 'desktop')}
            data={[
              { value: 'phone', label: t('orgedit.phone') },
              { value: 'desktop', label: t('orgedit.desktop') },
            ]}
          />
        )}
      </div>
      <div className={styles.device} data-firm="" style={{ '--firm': firm.color } as React.CSSProperties}>
        <div className={styles.screen} data-scroller data-face="portal">
          {sections.length > 0 ? (
            <FillingPages filling={filling} />
          ) : (
            <p className={styles.blank}>{t('orgedit.preview_blank')}</p>
          )}
        </div>
      </div>
      <p className={styles.foot}>
        {isHidden ? t('orgedit.preview_hidden') : t('orgedit.preview_count', { shown, all })}{' '}
        {!isEmpty && <LinkButton onClick={startOver}>{t('orgedit.start_over')}</LinkButton>}
      </p>
    </section>
  )
}
