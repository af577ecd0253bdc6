import { Button } from '@mantine/core'
import { IconCheck, IconStack2 } from '@tabler/icons-react'
import { SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import { JOB_GROUPINGS, type JobGroupBy } from '../filter-schemas.ts'
import styles from './board-filters.module.css'

type GroupMenuProps = { group: JobGroupBy | undefined; onChange: (group: JobGroupBy | undefined) => void }

/** What the list is grouped by. */
export function GroupMenu({ group, onChange }: GroupMenuProps) {
  const t = useText()
  const choices = [undefined, ...JOB_GROUPINGS]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="subtle" className={styles.add} leftSection={<IconStack2 {...SMALL_ICON} />}>
          {group ? t('jobs.grouped', { by: t(`jobs.by_${group}`) }) : t('jobs.group')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((each) => (
          <Menu.Item
            key={each ?? 'none'}
            role="menuitemradio"
            aria-checked={each === group}
            onClick={() => onChange(each)}
            rightSection={each === group && <IconCheck {...SMALL_ICON} />}
          >
            {t(each ? `jobs.by_${each}` : 'jobs.by_none')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
