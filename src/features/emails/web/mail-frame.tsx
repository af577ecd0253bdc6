import type { SyntheticEvent } from 'react'
import styles from './mail-frame.module.css'

/**
 * Shows a rendered mail as a document of its own in which no script runs, whatever it holds; its links open in a new
 * tab. The page's content security policy, which the frame inherits, forbids styles written in HTML, so they are put on
 * by `dress`. `title` says to screen readers whose mail it is.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className={styles.frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={undressed(html)}
      onLoad={dress}
    />
  )
}

/** The document with its styles set aside: attributes as data, the sheet as a template. Typed quotes are escaped. */
function undressed(html: string): string {
  return html
    .replace('<head>', '<head><base target="_blank">')
    .replace('<style>', '<template id="sheet">')
    .replace('</style>', '</template>')
    .replaceAll(' style="', ' data-style="')
}

function dress({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void {
  const page = currentTarget.contentDocument
  if (!page?.defaultView) return
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
  }
  const sheet = new page.defaultView.CSSStyleSheet()
  sheet.replaceSync(page.querySelector<HTMLTemplateElement>('#sheet')?.content.textContent ?? '')
  page.adoptedStyleSheets = [sheet]
}
