import styles from './question-block.module.css'

/** Something to read between the questions; blank lines part paragraphs. */
export function TextBlock({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
