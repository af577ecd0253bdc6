import { Button } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { Section } from '../../model.ts'
import { ALL_SECTIONS, REVIEW, useFilling, useReviewName } from './filling.tsx'
import { Go, HEADING } from './go.tsx'
import { QuestionBlock } from './question-block.tsx'
import { sectionProgress } from './section-progress.ts'
import styles from './section-screen.module.css'
import { TextBlock } from './text-block.tsx'

/** The questions of one section, and the ways on and back. */
export function SectionScreen({ section }: { section: Section }) {
  const t = useText()
  const { sections, answers, documents } = useFilling()
  const heading = useArrival()
  const index = sections.findIndex(({ id }) => id === section.id)
  const { answered, total } = sectionProgress(section, answers, documents)
  return (
    <>
      <header className={styles.head}>
        <div className={styles.where}>
          <span>{t('fill.section_of', { number: index + 1, count: sections.length })}</span>
          <Button
            variant="subtle"
            component={Go}
            to={ALL_SECTIONS}
            className={styles.all}
            leftSection={<IconList {...ICON} />}
          >
            {t('fill.all_sections')}
          </Button>
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {section.name}
        </h1>
        {total > 0 && <p className={styles.count}>{t('fill.answered', { answered, total })}</p>}
      </header>
      {section.blocks.map((block) =>
        block.type === 'text_block' ? (
          <TextBlock key={block.id} text={block.text} />
        ) : (
          <QuestionBlock key={block.id} question={block} />
        ),
      )}
      <Onward index={index} />
    </>
  )
}

/** Back and on; the button on says where it leads. */
function Onward({ index }: { index: number }) {
  const t = useText()
  const { sections, ways, submittedAt } = useFilling()
  const reviewName = useReviewName()
  const [previous, next] = [sections[index - 1], sections[index + 1]]
  return (
    <>
      <div className={styles.onward} data-first={!previous || undefined}>
        {previous && (
          <Button component={Go} to={previous.id}>
            {t('fill.back')}
          </Button>
        )}
        <Button variant="filled" component={Go} to={next?.id ?? REVIEW}>
          <span className={styles.next}>
            {next || submittedAt ? t('fill.next') : t('fill.finish')}
            <small>{next?.name ?? reviewName}</small>
          </span>
        </Button>
      </div>
      <p className={styles.stop}>{ways.home ? t('fill.stop') : t('fill.stop_link')}</p>
    </>
  )
}

/**
 * Where the focus goes when somebody came here by a link of ours: the heading, or the question that was asked for. Who
 * opens the page, or goes back in the browser, keeps the focus where it is.
 */
export function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  const { target } = useFilling().ways
  useEffect(() => {
    const wanted = target.current
    if (!wanted || !heading.current) return
    target.current = null
    const page = heading.current.closest('[data-face]')
    const question = wanted === HEADING ? null : page?.querySelector(`[data-question="${CSS.escape(wanted)}"]`)
    if (question) {
      question.scrollIntoView({ block: 'center' })
      question.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
      return
    }
    page?.closest('[data-scroller]')?.scrollTo(0, 0)
    heading.current.focus({ preventScroll: true })
  }, [target])
  return heading
}
