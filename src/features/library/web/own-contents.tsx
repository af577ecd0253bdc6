import type { ReactNode } from 'react'
import type { OrganizerDefinition } from '#features/organizers/model.ts'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import type { OwnPackView } from '../contract-own.ts'
import { OrganizerLine, Unfolds } from './pack-contents.tsx'
import styles from './pack-page.module.css'

type Template = OwnPackView['templates'][number]

/** Every template that the firm kept with a pipeline, to be read before it is copied. */
export function OwnContents({ templates }: { templates: Template[] }) {
  const t = useText()
  const parts = [
    ['organizer', 'library.organizers'],
    ['email', 'library.emails'],
    ['task', 'library.tasks'],
    ['job', 'library.jobs'],
  ] as const
  return parts.map(([kind, title]) => {
    const ofKind = templates.filter((template) => template.kind === kind)
    if (ofKind.length === 0) return null
    return (
      <Section key={kind} title={t(title)} count={ofKind.length}>
        {ofKind.map((template) => (
          <TemplateLine key={template.id} template={template} />
        ))}
      </Section>
    )
  })
}

function TemplateLine({ template: { kind, name, content } }: { template: Template }): ReactNode {
  switch (kind) {
    case 'organizer': {
      const { organizerName, definition } = content as { organizerName: string; definition: OrganizerDefinition }
      return <OrganizerLine organizer={{ name, organizerName, definition }} />
    }
    case 'email': {
      const { subject, body } = content as { subject: string; body: string }
      return (
        <Unfolds name={name} hint={subject}>
          <p className={styles.text}>{body}</p>
        </Unfolds>
      )
    }
    case 'task':
    case 'job': {
      const { title, description } = content as { title: string; description: string }
      return (
        <Unfolds name={name} hint={title}>
          <p className={styles.text}>{description}</p>
        </Unfolds>
      )
    }
  }
}
