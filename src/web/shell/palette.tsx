import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { ICON } from '../design/icon.ts'
import { KeyLayer, shownKey } from '../design/keys.tsx'
import { announce } from '../design/live-region.tsx'
import { useReturnedFocus } from '../design/returned-focus.ts'
import { useEscape } from '../design/use-escape.ts'
import { useText } from '../text.tsx'
import { type Command, type Find, matching, useOffer } from './commands.ts'
import styles from './palette.module.css'

const PAUSE_MS = 150
const MOST_SHOWN = 40

/**
 * Search and commands in one field (Ctrl or ⌘ K). Our own and not Mantine's spotlight, because that one does not tell
 * screen readers which row the arrow keys are on.
 */
export function Palette({ find, onClose }: { find?: Find | undefined; onClose: () => void }) {
  const t = useText()
  const listId = useId()
  const [query, setQuery] = useState('')
  useReturnedFocus()
  useEscape(onClose)
  const { found, searching } = useFound(find, query)
  const shown = [...found, ...matching(useOffer(), query)].slice(0, MOST_SHOWN)
  const [at, setAt] = useState(0)
  const active = Math.min(at, shown.length - 1)
  const said = searching ? t('palette.searching') : t('palette.results', { count: shown.length })
  useEffect(() => announce(said), [said])

  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((active + step + shown.length) % Math.max(1, shown.length))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(shown[active])
  }
  return (
    <Modal.Root
      opened
      onClose={onClose}
      lockScroll={false}
      closeOnEscape={false}
      size={600}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay transitionProps={{ duration: 0 }} />
      <Modal.Content classNames={{ content: styles.palette }} aria-label={t('shell.search')}>
        <KeyLayer>
          <Field
            query={query}
            listId={listId}
            active={shown[active] ? active : null}
            onKey={onKey}
            onQuery={(typed) => {
              setQuery(typed)
              setAt(0)
            }}
          />
          <List id={listId} commands={shown} active={active} onPoint={setAt} onRun={run} />
          {shown.length === 0 && !searching && <p className={styles.empty}>{t('palette.empty', { query })}</p>}
        </KeyLayer>
      </Modal.Content>
    </Modal.Root>
  )
}

type FieldProps = {
  query: string
  listId: string
  active: number | null
  onKey: (event: KeyboardEvent) => void
  onQuery: (query: string) => void
}

function Field({ query, listId, active, onKey, onQuery }: FieldProps) {
  const t = useText()
  return (
    <label className={styles.field}>
      <IconSearch {...ICON} />
      <input
        className={styles.input}
        data-autofocus
        role="combobox"
        aria-label={t('shell.search')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active === null ? undefined : `${listId}-${active}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('shell.search')}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKey}
      />
    </label>
  )
}

type ListProps = {
  id: string
  commands: Command[]
  active: number
  onPoint: (at: number) => void
  onRun: (command: Command) => void
}

function List({ id, commands, active, onPoint, onRun }: ListProps) {
  const t = useText()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div id={id} ref={list} className={styles.list} role="listbox" aria-label={t('shell.search')}>
      {commands.map(({ id: key, label, hint, group, icon: Icon, keys }, at) => (
        <div key={key} role="presentation">
          {group !== commands[at - 1]?.group && (
            <p className={styles.group} role="presentation">
              {group}
            </p>
          )}
          {/* the field keeps the focus; the keyboard reaches this row by aria-activedescendant */}
          <div
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            className={styles.option}
            aria-selected={at === active}
            data-at={at}
            onPointerMove={() => onPoint(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onRun(commands[at]!)}
            onKeyDown={(event) => event.key === 'Enter' && onRun(commands[at]!)}
          >
            <span className={styles.icon}>{Icon && <Icon {...ICON} />}</span>
            <span className={styles.label}>{label}</span>
            {hint && <span className={styles.hint}>{hint}</span>}
            {keys && <kbd>{shownKey(keys)}</kbd>}
          </div>
        </div>
      ))}
    </div>
  )
}

/** What the server finds for a query, a moment after the last key. A failed search leaves the commands to choose from. */
function useFound(find: Find | undefined, query: string): { found: Command[]; searching: boolean } {
  const [result, setResult] = useState<{ query: string; found: Command[] }>({ query: '', found: [] })
  const wanted = query.trim().length < 2 || !find ? '' : query.trim()
  useEffect(() => {
    if (wanted === '' || !find) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const found = await find(wanted, stop.signal).catch(() => [])
      if (!stop.signal.aborted) setResult({ query: wanted, found })
    }, PAUSE_MS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [find, wanted])
  return { found: wanted === '' ? [] : result.found, searching: wanted !== '' && result.query !== wanted }
}
