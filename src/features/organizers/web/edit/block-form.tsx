import { Switch, Textarea, TextInput } from '@mantine/core'
import { IconArrowsSplit2, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useFieldText } from '#web/api/form.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { LinkButton } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'
import type { Block, Question } from '../../model.ts'
import styles from './block-form.module.css'
import { BlockHead } from './block-head.tsx'
import { ConditionForm } from './condition-form.tsx'
import { changeBlock } from './draft-edits.ts'
import { problemsAt } from './draft-problems.ts'
import { useEditor } from './editor-context.tsx'
import { OptionsForm } from './options-form.tsx'

export type BlockFormProps = { block: Block; sectionId: string; path: string }

/** An open block: its type, its words, its options, and when it is shown. */
export function BlockForm({ block, sectionId, path }: BlockFormProps) {
  const { edit } = useEditor()
  const change = (changed: Partial<Question> | Partial<Block>) =>
    edit?.(changeBlock(block.id, (it) => ({ ...it, ...changed }) as Block))
  return (
    <div className={styles.form}>
      <BlockHead block={block} sectionId={sectionId} />
      {block.type === 'text_block' ? (
        <Words block={block} path={path} onChange={change} />
      ) : (
        <Asked question={block} path={path} onChange={change} />
      )}
      {'options' in block && <OptionsForm question={block} path={`${path}.options`} />}
      <Shown block={block} sectionId={sectionId} path={path} onChange={change} />
    </div>
  )
}

type Change = (changed: Partial<Question> | Partial<Block>) => void

/** The words of a text block. */
function Words({
  block,
  path,
  onChange,
}: {
  block: Extract<Block, { type: 'text_block' }>
  path: string
  onChange: Change
}) {
  const t = useText()
  const fieldText = useFieldText()
  const { edit, problems } = useEditor()
  const [problem] = problemsAt(problems, `${path}.text`)
  return (
    <Textarea
      aria-label={t('orgedit.type.text_block')}
      description={t('orgedit.text_help')}
      inputWrapperOrder={['input', 'description', 'error']}
      autosize
      minRows={3}
      maxRows={16}
      maxLength={10_000}
      data-autofocus
      autoFocus={block.text === ''}
      value={block.text}
      readOnly={!edit}
      error={problem && fieldText(problem)}
      onChange={(event) => onChange({ text: event.currentTarget.value })}
    />
  )
}

/** What is asked, and the help below it. */
function Asked({ question, path, onChange }: { question: Question; path: string; onChange: Change }) {
  const t = useText()
  const fieldText = useFieldText()
  const { edit, problems } = useEditor()
  const [problem] = problemsAt(problems, `${path}.label`)
  const [hasHelp, setHasHelp] = useState(question.help !== undefined)
  return (
    <>
      <TextInput
        aria-label={t('orgedit.question')}
        placeholder={t('orgedit.question')}
        classNames={{ input: styles.question }}
        maxLength={500}
        autoFocus={question.label === ''}
        value={question.label}
        readOnly={!edit}
        error={problem && fieldText(problem)}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      {hasHelp ? (
        <Textarea
          label={t('orgedit.help')}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={2000}
          value={question.help ?? ''}
          readOnly={!edit}
          onChange={(event) => onChange({ help: event.currentTarget.value })}
        />
      ) : (
        edit && (
          <p>
            <LinkButton onClick={() => setHasHelp(true)}>
              <IconPlus {...SMALL_ICON} /> {t('orgedit.help')}
            </LinkButton>
          </p>
        )
      )}
      {question.type === 'text' && (
        <Switch
          label={t('orgedit.multiline')}
          checked={question.multiline ?? false}
          disabled={!edit}
          onChange={(event) => onChange({ multiline: event.currentTarget.checked } as Partial<Block>)}
        />
      )}
    </>
  )
}

/** When the block is shown: always, or if its condition holds. */
function Shown({ block, sectionId, path, onChange }: BlockFormProps & { onChange: Change }) {
  const t = useText()
  const { edit } = useEditor()
  const [isAsked, setAsked] = useState(false)
  if (!block.condition && !isAsked) {
    return (
      edit && (
        <p className={styles.shown}>
          <LinkButton onClick={() => setAsked(true)}>
            <IconArrowsSplit2 {...SMALL_ICON} /> {t('orgedit.only_if')}
          </LinkButton>
        </p>
      )
    )
  }
  return (
    <div className={styles.shown}>
      <ConditionForm
        condition={block.condition}
        path={`${path}.condition`}
        before={{ sectionId, blockId: block.id }}
        onChange={(condition) => {
          onChange({ condition })
          if (!condition) setAsked(false)
        }}
      />
    </div>
  )
}
