import { Fragment, type ReactNode } from 'react'
import { type Block, blocksOf, type Inline } from '#kernel/rich-text.ts'
import styles from './rich-text.module.css'

export type RichTextProps = {
  text: string
  /** what is made of plain words: mentions, where there are any */
  words?: (text: string) => ReactNode
}

/** A formatted text as people read it: paragraphs, lists, bold, italics and links (JOB-5). */
export function RichText({ text, words = (plain) => plain }: RichTextProps) {
  return (
    <div className={styles.rich}>
      {blocksOf(text).map((block, at) => (
        <Shown key={at} block={block} words={words} />
      ))}
    </div>
  )
}

type Words = Required<RichTextProps>['words']

function Shown({ block, words }: { block: Block; words: Words }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, at) => (
            <Fragment key={at}>
              {at > 0 && <br />}
              <Line parts={line} words={words} />
            </Fragment>
          ))}
        </p>
      )
    case 'bullets':
      return <ul className={styles.list}>{block.items.map((item, at) => itemOf(item, at, words))}</ul>
    case 'numbers':
      return (
        <ol className={styles.list} start={block.first}>
          {block.items.map((item, at) => itemOf(item, at, words))}
        </ol>
      )
  }
}

function itemOf(parts: Inline[], at: number, words: Words) {
  return (
    <li key={at}>
      <Line parts={parts} words={words} />
    </li>
  )
}

function Line({ parts, words }: { parts: Inline[]; words: Words }): ReactNode {
  return parts.map((part, at) => <Part key={at} part={part} words={words} />)
}

function Part({ part, words }: { part: Inline; words: Words }): ReactNode {
  switch (part.kind) {
    case 'text':
      return words(part.text)
    case 'strong':
      return (
        <strong>
          <Line parts={part.parts} words={words} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Line parts={part.parts} words={words} />
        </em>
      )
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer" className={styles.link}>
          {part.label}
        </a>
      )
  }
}
