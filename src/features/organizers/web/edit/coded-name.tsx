import { ActionIcon, TextInput } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useRef } from 'react'
import type { FieldProblem } from '#kernel/refusal.ts'
import type { Shortcode } from '#kernel/shortcodes.ts'
import { useFieldText } from '#web/api/form.ts'
import { ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import styles from './coded-name.module.css'
import { OFFERED_NAME_CODES, useNameValues } from './rendered-name.ts'

export type CodedNameProps = {
  label: string
  placeholder?: string
  description?: string
  value: string
  problem: FieldProblem | undefined
  /** null: to be read only */
  onChange: ((value: string) => void) | null
}

/** A name that may hold shortcodes: the menu shows what each stands for now and puts one where the cursor is (D-7). */
export function CodedName({ label, placeholder, description, value, problem, onChange }: CodedNameProps) {
  const fieldText = useFieldText()
  const input = useRef<HTMLInputElement>(null)
  const insert = (code: Shortcode) => {
    const { selectionStart, selectionEnd } = input.current ?? {}
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length]
    onChange?.(`${value.slice(0, from)}[${code}]${value.slice(to)}`)
    const end = from + code.length + 2
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(end, end)
    })
  }
  return (
    <TextInput
      ref={input}
      label={label}
      placeholder={placeholder}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={200}
      value={value}
      readOnly={!onChange}
      error={problem && fieldText(problem)}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      rightSection={onChange && <Codes field={label} onPick={insert} />}
    />
  )
}

function Codes({ field, onPick }: { field: string; onPick: (code: Shortcode) => void }) {
  const t = useText()
  const textOr = useTextOr()
  const values = useNameValues()
  return (
    <Menu returnFocus={false}>
      <Menu.Target>
        <ActionIcon size="sm" aria-label={`${t('orgedit.insert_code')}: ${field}`} title={t('orgedit.insert_code')}>
          <IconBraces {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {OFFERED_NAME_CODES.map((code) => (
          <Menu.Item
            key={code}
            rightSection={<span className={styles.now}>{values.get(code)}</span>}
            onClick={() => onPick(code)}
          >
            {textOr(`emails.code.${code}`, 'orgedit.insert_code')}
            <code className={styles.code}>[{code}]</code>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
