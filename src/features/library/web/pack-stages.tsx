import { IconArrowsSplit2, IconCheckbox, IconClipboardList, IconMail, IconTag } from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import { useConditionText } from '#web/design/condition-text.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Section } from '#web/design/section.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { Pack, PackAutomation, PackCondition } from '../model.ts'
import styles from './pack-page.module.css'

const ICONS = {
  create_organizer: IconClipboardList,
  create_task: IconCheckbox,
  send_email: IconMail,
  update_account_tags: IconTag,
} as const

/** The pipeline of a set, stage by stage, with what happens in each. */
export function PackStages({ pack }: { pack: Pack }) {
  const t = useText()
  const only = useOnlyIf(pack)
  return (
    <Section title={t('library.pipeline', { name: pack.pipeline.name })}>
      <ol className={styles.stages} lang={pack.locale}>
        {pack.pipeline.stages.map((stage) => (
          <li key={stage.key} className={styles.stage}>
            <h3>{stage.name}</h3>
            {stage.condition && <p className={styles.only}>{only(stage.condition)}</p>}
            <ul>
              {stage.automations.map((automation) => (
                <AutomationLine key={JSON.stringify(automation)} automation={automation} pack={pack} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function AutomationLine({ automation, pack }: { automation: PackAutomation; pack: Pack }) {
  const title = useTitle(pack)
  const only = useOnlyIf(pack)
  const Sign = ICONS[automation.kind]
  return (
    <li className={styles.automation}>
      <Sign {...ICON} />
      <div>
        {title(automation)}
        {automation.condition && (
          <p className={styles.only}>
            <IconArrowsSplit2 {...SMALL_ICON} /> {only(automation.condition)}
          </p>
        )}
      </div>
    </li>
  )
}

function useTitle(pack: Pack): (automation: PackAutomation) => string {
  const { list } = useFormat()
  const tag = (key: string) => pack.tags.find((it) => it.key === key)?.name ?? key
  const named = (things: readonly { key: string; name: string }[], key: string) =>
    things.find((it) => it.key === key)?.name ?? key
  return (automation) => {
    switch (automation.kind) {
      case 'create_organizer':
        return named(pack.organizers, automation.template)
      case 'create_task':
        return named(pack.tasks, automation.template)
      case 'send_email':
        return named(pack.emails, automation.template)
      case 'update_account_tags':
        return list([...automation.remove.map((key) => `−${tag(key)}`), ...automation.add.map((key) => `+${tag(key)}`)])
    }
  }
}

function useOnlyIf(pack: Pack): (condition: PackCondition) => string {
  const t = useText()
  const say = useConditionText()
  const tags = new Map(pack.tags.map(({ key, name }) => [key, name]))
  return (condition) => t('library.only_if', { condition: say(byTagKey(condition), tags) })
}

/** A pack's condition in the one condition language; its tags are told by their keys. */
function byTagKey(condition: PackCondition): Condition {
  if (condition.kind === 'tag') return { kind: 'tag', tagId: condition.tag }
  if (condition.kind === 'account_type') return condition
  return { kind: condition.kind, of: condition.of.map(byTagKey) }
}
