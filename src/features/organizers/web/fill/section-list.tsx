import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCornerDownRight } from '@tabler/icons-react'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { Section } from '../../model.ts'
import { REVIEW, useFilling, useReviewName } from './filling.tsx'
import { Go } from './go.tsx'
import styles from './section-list.module.css'
import { sectionProgress } from './section-progress.ts'

/** All sections with what is answered in each, and the page behind the last one (ORG-39). */
export function SectionList({ label }: { label: string }) {
  const { sections, ways } = useFilling()
  return (
    <nav aria-label={label}>
      <ol className={styles.sections}>
        {sections.map((section, index) => (
          <Row key={section.id} section={section} number={index + 1} />
        ))}
        <li>
          <Go to={REVIEW} className={styles.row} aria-current={ways.place === REVIEW ? 'step' : undefined}>
            <span className={styles.mark}>
              <IconCornerDownRight {...ICON} />
            </span>
            <span>{useReviewName()}</span>
          </Go>
        </li>
      </ol>
    </nav>
  )
}

function Row({ section, number }: { section: Section; number: number }) {
  const t = useText()
  const { answers, documents, ways, fresh } = useFilling()
  const { answered, total } = sectionProgress(section, answers, documents)
  const isHere = ways.place === section.id
  const isComplete = total > 0 && answered === total
  const isNew = !isHere && section.blocks.some(({ id }) => fresh.has(id))
  return (
    <li>
      <Go to={section.id} className={styles.row} aria-current={isHere ? 'step' : undefined}>
        <span className={styles.mark} data-complete={isComplete || undefined}>
          {isComplete ? <IconCheck {...ICON} stroke={2.6} /> : number}
        </span>
        <span>
          {section.name}
          {isHere && <small className={styles.small}>{t('fill.here')}</small>}
          {isNew && <small className={styles.new}>{t('fill.new')}</small>}
        </span>
        {total > 0 && (
          <span className={styles.count}>
            {isComplete && <VisuallyHidden>{t('fill.complete')}, </VisuallyHidden>}
            {answered}/{total}
          </span>
        )}
      </Go>
    </li>
  )
}
