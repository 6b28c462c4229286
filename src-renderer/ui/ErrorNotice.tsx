import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/result.ts'
import { useErrorText } from '../i18n/errorText.ts'
import styles from './ErrorNotice.module.css'
import { Notice } from './Notice.tsx'
import { useCopy } from './useCopy.ts'

/** An error as an operator can use it: what happened, why, what to do, and a code to quote on the telephone. */
export function ErrorNotice({ error, children }: { error: AppError; children?: ReactNode }) {
  const text = useErrorText()(error)
  const place = useRef<HTMLDivElement>(null)
  // Where the window is small the end of a form lies below the edge, and an error unseen is an act that seems done.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  return (
    <Notice ref={place} tone="bad" icon={IconAlertTriangle} title={text.what} role="alert">
      <p>{text.why}</p>
      <p className={styles.next}>{text.next}</p>
      {children}
      <CodeToQuote code={error.code} />
    </Notice>
  )
}

function CodeToQuote({ code }: { code: string }) {
  const { t } = useTranslation('common')
  const { ref, copied, copy } = useCopy<HTMLSpanElement>()
  return (
    <div className={styles.code}>
      <span ref={ref} data-selectable>
        {t(($) => $.error.code, { code })}
      </span>
      <Button variant="transparent" size="compact-xs" onClick={copy}>
        {copied ? t(($) => $.error.copied) : t(($) => $.error.copy)}
      </Button>
    </div>
  )
}
