import { Button } from '@mantine/core'
import { IconEye, IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ICON } from '#web/design/icon.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { useMember, useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { OrganizerTemplateView } from '../../schemas.ts'
import { addSection, newSection } from './draft-edits.ts'
import { type TemplateEditor as Editor, EditorContext, useEditor } from './editor-context.tsx'
import { EditorMenu } from './editor-menu.tsx'
import { NamesStrip } from './names-strip.tsx'
import { NewerNote } from './newer-note.tsx'
import { PreviewPane, type PreviewSize } from './preview-pane.tsx'
import { useRenderedName } from './rendered-name.ts'
import { SectionBlocks } from './section-blocks.tsx'
import { SectionsPane } from './sections-pane.tsx'
import { useGoToProblem, useSelection } from './selection.ts'
import styles from './template-editor.module.css'
import { named } from './unnamed.ts'
import { usePreview } from './use-preview.ts'
import { useAutoScroll } from './use-sortable.ts'
import { type DraftOfTemplate, useTemplateDraft } from './use-template-draft.ts'

/**
 * The editor of an organizer template: contents, blocks, and a preview that can be filled in (ORG-1 to ORG-5). Without
 * the right to manage templates it can be read and tried. `template` is the newest that is known; null begins one.
 */
export function TemplateEditor({ template }: { template: OrganizerTemplateView | null }) {
  const t = useText()
  const mayChange = useRight('manage_templates')
  const state = useTemplateDraft(template)
  const { draft, problems } = state
  const [selection, select] = useSelection(draft.definition.sections.map(({ id }) => id))
  const preview = usePreview({
    name: useRenderedName(draft.organizerName.trim() || draft.name),
    firmName: useMember().firm.name,
    definition: named(draft.definition, t('orgedit.unnamed')),
  })
  const [size, setSize] = useState<PreviewSize>('phone')
  const [isPreviewing, setPreviewing] = useState(false)
  const isHidden =
    selection.sectionId !== null && !preview.filling.sections.some(({ id }) => id === selection.sectionId)
  const editor: Editor = {
    definition: draft.definition,
    problems,
    selection,
    select(next) {
      if (next.sectionId && next.sectionId !== selection.sectionId) preview.show(next.sectionId)
      select(next)
    },
    edit: mayChange ? state.edit : null,
    facts: preview.facts,
  }
  const covers = isPreviewing || size === 'desktop'
  return (
    <EditorContext value={editor}>
      <Page
        title={draft.name.trim() || t('orgedit.new')}
        bare
        actions={<Actions state={state} mayChange={mayChange} isPreviewing={isPreviewing} onPreview={setPreviewing} />}
      >
        <div className={styles.whole}>
          <Notes state={state} />
          <NamesStrip draft={draft} problems={problems} onChange={mayChange ? state.change : null} />
          <div className={styles.editor} data-covered={covers || undefined} data-previewing={isPreviewing || undefined}>
            <SectionsPane />
            <OpenSection />
            <div className={styles.preview}>
              <PreviewPane preview={preview} size={size} onSize={setSize} isHidden={isHidden} />
            </div>
          </div>
        </div>
        <UnsavedGuard isDirty={state.isDirtyNow} />
      </Page>
    </EditorContext>
  )
}

/** What keeps it from being saved that is no fault of a field. */
function Notes({ state: { draft, newer, problem, takeTheirs, saveOver } }: { state: DraftOfTemplate }) {
  return (
    <div className={styles.notes}>
      <ProblemNote problem={problem} />
      {newer && <NewerNote draft={draft} newer={newer} onTakeTheirs={takeTheirs} onKeepMine={() => void saveOver()} />}
    </div>
  )
}

type ActionsProps = {
  state: DraftOfTemplate
  mayChange: boolean
  isPreviewing: boolean
  onPreview(on: boolean): void
}

/** What is not saved, what is wrong, and the acts on the template as a whole. */
function Actions({ state, mayChange, isPreviewing, onPreview }: ActionsProps) {
  const t = useText()
  const goTo = useGoToProblem(state)
  const { problems, isDirty, base } = state
  return (
    <>
      {mayChange && problems.length > 0 && (
        <LinkButton danger onClick={goTo}>
          {t('orgedit.problems', { count: problems.length })}
        </LinkButton>
      )}
      {mayChange && isDirty && problems.length === 0 && <span className={styles.unsaved}>{t('orgedit.unsaved')}</span>}
      <Button
        className={styles.toggle}
        leftSection={isPreviewing ? <IconPencil {...ICON} /> : <IconEye {...ICON} />}
        onClick={() => onPreview(!isPreviewing)}
      >
        {isPreviewing ? t('orgedit.edit') : t('orgedit.preview')}
      </Button>
      {mayChange && base && <EditorMenu template={base} />}
      {mayChange && (
        <Button
          variant="filled"
          loading={state.isSaving}
          disabled={!isDirty || state.newer !== null}
          onClick={() => state.save() || goTo()}
        >
          {t('ui.save')}
        </Button>
      )}
    </>
  )
}

/** The section that is selected; where there is none, how to begin. */
function OpenSection() {
  const t = useText()
  const { definition, selection, select, edit } = useEditor()
  const index = definition.sections.findIndex(({ id }) => id === selection.sectionId)
  const section = definition.sections[index]
  const scroller = useRef<HTMLDivElement>(null)
  useAutoScroll(scroller)
  const begin = () => {
    const first = newSection()
    edit?.(addSection(first, 0))
    select({ sectionId: first.id, blockId: null })
  }
  return (
    <div ref={scroller} className={styles.blocks}>
      {section ? (
        <SectionBlocks section={section} index={index} />
      ) : (
        <EmptyState
          title={t('orgedit.empty_title')}
          text={t('orgedit.empty_text')}
          {...(edit ? { action: { label: t('orgedit.first_section'), onPress: begin } } : {})}
        />
      )}
    </div>
  )
}
