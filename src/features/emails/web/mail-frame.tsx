import styles from './mail-frame.module.css'

/**
 * Shows a rendered mail as a document of its own that can run nothing and reach nothing; its links open in a new tab.
 * `title` says to screen readers whose mail it is.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className={styles.frame}
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
    />
  )
}
