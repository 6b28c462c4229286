import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { drawPages } from './pages.ts'
import styles from './Pages.module.css'

interface PagesProps {
  readonly bytes: Uint8Array
  /** One sheet that is judged as a whole, or many to read. */
  readonly whole: boolean
  /** The document is on the screen, or this PC cannot show it. */
  readonly onDrawn: (drawn: boolean) => void
}

/** The sheets as they will leave the printer. */
export function Pages({ bytes, whole, onDrawn }: PagesProps) {
  const { t } = useTranslation('documents')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const sheets = place.current
    if (!sheets) return undefined
    const leaving = new AbortController()
    sheets.replaceChildren()
    const onPage = (canvas: HTMLCanvasElement, page: number, pages: number) => {
      canvas.setAttribute('role', 'img')
      canvas.setAttribute(
        'aria-label',
        t(($) => $.page, { page, pages }),
      )
      sheets.append(canvas)
    }
    drawPages(bytes, leaving.signal, onPage).then(
      () => leaving.signal.aborted || onDrawn(true),
      () => leaving.signal.aborted || onDrawn(false),
    )
    return () => leaving.abort()
  }, [bytes, t, onDrawn])
  return (
    // Reached by Tab: the arrows scroll what they reach, and a long list has many pages.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.desk} role="region" aria-label={t(($) => $.pages)} tabIndex={0}>
      <div ref={place} className={styles.sheets} data-whole={whole} />
    </div>
  )
}
