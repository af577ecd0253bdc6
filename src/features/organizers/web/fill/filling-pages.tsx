import { type ReactNode, useEffect } from 'react'
import { useText } from '#web/text.tsx'
import {
  ALL_SECTIONS,
  type Filling,
  FillingContext,
  type Place,
  REVIEW,
  SENT,
  useFilling,
  useReviewName,
} from './filling.tsx'
import styles from './filling-pages.module.css'
import { FillingShell, useProgress } from './filling-shell.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { SectionList } from './section-list.tsx'
import { sectionProgress } from './section-progress.ts'
import { SectionScreen, useArrival } from './section-screen.tsx'
import { SentScreen } from './sent-screen.tsx'

/** An organizer, at the place where one is. `next` is shown after sending: what else waits for the client. */
export function FillingPages({ filling, next }: { filling: Filling; next?: ReactNode }) {
  return (
    <FillingContext value={filling}>
      <FillingShell>
        <Content next={next} />
      </FillingShell>
    </FillingContext>
  )
}

/** Where somebody begins, or goes on: the first section where something is missing, else where it is sent. */
export function firstPlace({ sections, answers, documents, submittedAt }: Filling): Place {
  if (submittedAt) return SENT
  const parts = sections.map((section) => ({ id: section.id, ...sectionProgress(section, answers, documents) }))
  const isBegun = parts.some(({ answered }) => answered > 0)
  const open = isBegun ? parts.find(({ missing }) => missing > 0) : parts[0]
  return open?.id ?? REVIEW
}

/** The place that an address names, if it is there: a section may be hidden by now, and nothing is sent yet. */
export function isPlace(place: Place, { sections, submittedAt }: Filling): boolean {
  if (place === SENT) return submittedAt !== null
  return place === ALL_SECTIONS || place === REVIEW || sections.some(({ id }) => id === place)
}

function Content({ next }: { next: ReactNode }) {
  const t = useText()
  const { sections, ways } = useFilling()
  const section = sections.find(({ id }) => id === ways.place)
  useTitle(section?.name)
  switch (ways.place) {
    case SENT:
      return (
        <div className={styles.column}>
          <SentScreen next={next} />
        </div>
      )
    case REVIEW:
      return (
        <div className={styles.column}>
          <ReviewScreen />
        </div>
      )
    case ALL_SECTIONS:
      return (
        <div className={styles.column}>
          <AllSections />
        </div>
      )
  }
  return (
    <div className={styles.columns}>
      <div className={styles.beside}>
        <SectionList label={t('fill.all_sections')} />
      </div>
      <div className={styles.questions}>{section && <SectionScreen key={section.id} section={section} />}</div>
    </div>
  )
}

/** The list of sections as a page of its own, where there is no room beside the questions. */
function AllSections() {
  const t = useText()
  const heading = useArrival()
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('fill.all_sections')}
      </h1>
      <p className={styles.count}>{t('fill.answered', useProgress())}</p>
      <div className={styles.list}>
        <SectionList label={t('fill.all_sections')} />
      </div>
    </>
  )
}

function useTitle(section: string | undefined): void {
  const t = useText()
  const { name, ways } = useFilling()
  const reviewName = useReviewName()
  const page =
    section ?? (ways.place === REVIEW ? reviewName : ways.place === ALL_SECTIONS ? t('fill.all_sections') : '')
  const isPage = ways.pathOf(ways.place) !== null
  useEffect(() => {
    if (isPage) document.title = page ? `${page} · ${name}` : name
  }, [isPage, page, name])
}
