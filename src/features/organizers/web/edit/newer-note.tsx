import { useState } from 'react'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { OrganizerTemplateView } from '../../schemas.ts'
import { type Difference, differences } from './differences.ts'
import type { TemplateDraft } from './draft-edits.ts'
import styles from './newer-note.module.css'
import { contentOf } from './use-template-draft.ts'

export type NewerNoteProps = {
  draft: TemplateDraft
  newer: OrganizerTemplateView
  onTakeTheirs(): void
  onKeepMine(): void
}

const MOST_SHOWN = 8

/** Somebody else saved meanwhile: both versions side by side where they differ, and which one is to stay. */
export function NewerNote({ draft, newer, onTakeTheirs, onKeepMine }: NewerNoteProps) {
  const t = useText()
  const { time } = useFormat()
  const [isWhole, setWhole] = useState(false)
  const found = differences(draft, contentOf(newer))
  const shown = isWhole ? found : found.slice(0, MOST_SHOWN)
  return (
    <div role="alert">
      <Note
        tone="wait"
        title={t('orgedit.newer', { at: time(newer.updatedAt) })}
        actions={
          <>
            <LinkButton onClick={onTakeTheirs}>{t('orgedit.take_theirs')}</LinkButton>
            <LinkButton onClick={onKeepMine}>{t('orgedit.keep_mine')}</LinkButton>
            {found.length > shown.length && (
              <LinkButton onClick={() => setWhole(true)}>
                {t('orgedit.all_differences', { count: found.length })}
              </LinkButton>
            )}
          </>
        }
      >
        <table className={styles.versions}>
          <thead>
            <tr>
              <th>{t('orgedit.mine')}</th>
              <th>{t('orgedit.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((difference) => (
              <Row key={difference.id} difference={difference} />
            ))}
          </tbody>
        </table>
      </Note>
    </div>
  )
}

function Row({ difference: { what, mine, theirs } }: { difference: Difference }) {
  const t = useText()
  if (what === 'order') {
    return (
      <tr>
        <td colSpan={2}>{t('orgedit.other_order')}</td>
      </tr>
    )
  }
  const isSameWords = mine !== null && mine === theirs
  return (
    <tr>
      <td>{mine ?? <i>{t('orgedit.not_there')}</i>}</td>
      <td>
        {theirs ?? <i>{t('orgedit.not_there')}</i>}
        {isSameWords && <small> ({t('orgedit.other_settings')})</small>}
      </td>
    </tr>
  )
}
