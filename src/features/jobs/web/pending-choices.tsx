import { NativeSelect } from '@mantine/core'
import { ICON } from '#web/design/icon.ts'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import type { MovesPreview } from '../bulk-schemas.ts'
import { ITEM_ICONS } from './item-line.tsx'
import styles from './pending-choices.module.css'
import { CHOICES, type Choice, type MoveChoices } from './use-move-choices.ts'

type Kind = MovesPreview['pending']['kinds'][number]['kind']
type PendingChoicesProps = { preview: MovesPreview; choices: MoveChoices }

/** What is still pending where the jobs come from: carried over, left behind or ended, one by one or all of a kind (D-6). */
export function PendingChoices({ preview, choices }: PendingChoicesProps) {
  const t = useText()
  const { pending, stage } = preview
  if (pending.total === 0) return null
  const rest = pending.total - pending.items.length
  return (
    <Section title={t('move.pending')} count={pending.total}>
      <p className={styles.quiet}>{t('move.pending_why', { stage })}</p>
      {pending.total > 1 &&
        pending.kinds.map(({ kind, count }) => (
          <div key={kind} className={styles.all}>
            <span>{t('move.all_of', { kind, count })}</span>
            <ChoiceSelect
              kind={kind}
              name={t('move.all_of', { kind, count })}
              value={choices.choiceOfKind(kind, pending.otherwise)}
              onChange={(choice) => choices.chooseAll(kind, choice, pending.items)}
            />
          </div>
        ))}
      <ul>
        {pending.items.map((item) => {
          const Icon = ITEM_ICONS[item.kind]
          return (
            <li key={item.id} className={styles.item}>
              <Icon {...ICON} />
              <div className={styles.words}>
                <p>{item.name}</p>
                <p className={styles.quiet}>{`${item.accountName} · ${t(`item.${item.actor}`)}`}</p>
              </div>
              <ChoiceSelect
                kind={item.kind}
                name={`${item.name}, ${item.accountName}`}
                value={choices.choiceOf(item, pending.otherwise)}
                onChange={(choice) => choices.choose(item, choice)}
              />
            </li>
          )
        })}
      </ul>
      {rest > 0 && <p className={styles.quiet}>{t('move.rest', { count: rest })}</p>}
    </Section>
  )
}

type ChoiceSelectProps = { kind: Kind; name: string; value: Choice; onChange: (choice: Choice) => void }

function ChoiceSelect({ kind, name, value, onChange }: ChoiceSelectProps) {
  const t = useText()
  return (
    <NativeSelect
      size="xs"
      aria-label={t('move.becomes', { name })}
      className={styles.choice}
      data={CHOICES[kind].map((choice) => ({ value: choice, label: t(`move.choice.${choice}`) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Choice)}
    />
  )
}
