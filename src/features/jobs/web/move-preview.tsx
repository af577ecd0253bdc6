import { Note } from '#web/design/note.tsx'
import { Section } from '#web/design/section.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import type { MovesPreview } from '../bulk-schemas.ts'
import { AutomationPicks } from './automation-picks.tsx'
import styles from './move-panel.module.css'
import { PendingChoices } from './pending-choices.tsx'
import type { MoveChoices } from './use-move-choices.ts'

type Props = { preview: MovesPreview; choices: MoveChoices }

/** What will happen in the stage, what is to be decided, and what clients get, all in numbers. */
export function MovePreview({ preview, choices }: Props) {
  const t = useText()
  const { stage, automations, moving, alreadyThere, onward, refusal, statusId } = preview
  return (
    <>
      {refusal && <Note tone="late">{t(`field.${refusal}`)}</Note>}
      {moving > 0 && statusId !== null && (
        <Section title={t('board.automations_of', { stage })} aside={moving > 1 && <Quiet>{t('move.runs_for')}</Quiet>}>
          {automations.length > 0 ? (
            <AutomationPicks
              automations={automations}
              total={moving}
              off={choices.off}
              onOff={choices.setOff}
              shown={choices.shown}
              onShow={choices.show}
            />
          ) : (
            <Quiet>{t('move.no_automations')}</Quiet>
          )}
        </Section>
      )}
      {onward > 0 && <Quiet>{t('move.onward', { count: onward })}</Quiet>}
      <PendingChoices preview={preview} choices={choices} />
      <Clients preview={preview} />
      <Cannot preview={preview} />
      {alreadyThere > 0 && <Quiet>{t('move.already', { count: alreadyThere })}</Quiet>}
    </>
  )
}

function Quiet({ children }: { children: string }) {
  return <p className={styles.quiet}>{children}</p>
}

/** Who gets how many mails and organizers. */
function Clients({ preview: { clients } }: { preview: MovesPreview }) {
  const t = useText()
  if (clients.accounts === 0) return null
  return (
    <Section title={t('move.recipients')}>
      <ul className={styles.recipients}>
        {clients.first.map(({ accountId, name, mails, organizers, people }) => (
          <li key={accountId}>
            <span>{name}</span>
            <span className={styles.quiet} title={people.join('\n')}>
              {people.length > 0 ? people.join(', ') : t('move.recipients_none')}
            </span>
            <span>{t('move.gets', { mails, organizers })}</span>
          </li>
        ))}
      </ul>
      {clients.accounts > clients.first.length && (
        <Quiet>{t('move.more_clients', { count: clients.accounts - clients.first.length })}</Quiet>
      )}
    </Section>
  )
}

/** Jobs that stay where they are, and why. */
function Cannot({ preview: { refused } }: { preview: MovesPreview }) {
  const t = useText()
  const textOr = useTextOr()
  if (refused.length === 0) return null
  return (
    <Section title={t('move.cannot')} count={refused.reduce((sum, { count }) => sum + count, 0)}>
      <ul>
        {refused.map(({ code, count, names }) => (
          <li key={code} className={styles.quiet}>
            {t('move.names', {
              names: names.join(', '),
              more: count - names.length,
              reason: textOr(`bulk.reason.${code}`, 'bulk.reason.stage_missing', { stage: '' }),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
