import type { ReactNode } from 'react'
import { questionsOf } from '#features/organizers/model.ts'
import { Section } from '#web/design/section.tsx'
import { Tags } from '#web/design/tag.tsx'
import { useText } from '#web/text.tsx'
import type { Pack } from '../model.ts'
import styles from './pack-page.module.css'

/** Every template of a set, to be read before it is copied. */
export function PackContents({ pack }: { pack: Pack }) {
  const t = useText()
  return (
    <>
      <Section title={t('library.organizers')} count={pack.organizers.length}>
        {pack.organizers.map((organizer) => (
          <OrganizerLine key={organizer.key} organizer={organizer} locale={pack.locale} />
        ))}
      </Section>
      <Section title={t('library.emails')} count={pack.emails.length}>
        {pack.emails.map(({ key, name, subject, body }) => (
          <Unfolds key={key} locale={pack.locale} name={name} hint={subject}>
            <p className={styles.text}>{body}</p>
          </Unfolds>
        ))}
      </Section>
      <Section title={t('library.tasks')} count={pack.tasks.length}>
        {pack.tasks.map(({ key, name, title, description, dueInDays }) => (
          <Unfolds
            key={key}
            locale={pack.locale}
            name={name}
            hint={dueInDays === null ? '' : t('library.due_in', { days: dueInDays })}
          >
            <p>
              <b>{title}</b>
            </p>
            <p className={styles.text}>{description}</p>
          </Unfolds>
        ))}
      </Section>
      <Section title={t('library.tags')} count={pack.tags.length}>
        <Tags names={pack.tags.map((tag) => tag.name)} most={20} />
      </Section>
    </>
  )
}

type OrganizerLineProps = {
  organizer: Pick<Pack['organizers'][number], 'name' | 'organizerName' | 'definition'>
  locale?: string | undefined
}

/** An organizer's questions, unfolded on demand. */
export function OrganizerLine({ organizer, locale }: OrganizerLineProps) {
  const t = useText()
  const { name, organizerName, definition } = organizer
  return (
    <Unfolds locale={locale} name={name} hint={t('library.questions', { count: questionsOf(definition).length })}>
      <p>{organizerName}</p>
      {definition.sections.map((section) => (
        <div key={section.id}>
          <h4>{section.name}</h4>
          <ul className={styles.questions}>
            {section.blocks.map((block) => (
              <li key={block.id}>{block.type === 'text_block' ? block.text : block.label}</li>
            ))}
          </ul>
        </div>
      ))}
    </Unfolds>
  )
}

type UnfoldsProps = {
  name: string
  hint: string
  /** where it is not that of the reader */
  locale?: string | undefined
  children: ReactNode
}

/** One template by its name; what it says is unfolded on demand. */
export function Unfolds({ name, hint, locale, children }: UnfoldsProps) {
  return (
    <details className={styles.template}>
      <summary>
        <span lang={locale}>{name}</span> <span className={styles.hint}>{hint}</span>
      </summary>
      <div className={styles.inside} lang={locale}>
        {children}
      </div>
    </details>
  )
}
